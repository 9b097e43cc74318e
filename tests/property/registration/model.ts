import type { SealedAct } from '../../../src/guest/registration/compose-change.ts';
import type { GuestDetails } from '../../../src/pii/details.ts';
import type { ProvenReceipt } from '../../../src/protocol/receipt.ts';
import { type PurposeId, purposeIds } from '../../../src/protocol/purposes.ts';
import type { GuestPhone, OpenedByPhone } from '../../support/guest-phone.ts';
import type { Place } from './place.ts';

/** What is really there. */
export interface World {
  readonly place: Place;
  readonly phone: GuestPhone;
  /** How the registration was when it was new: what a phone that slept since still believes. */
  readonly first: OpenedByPhone;
  /** Everything the phone has sent that was taken. */
  readonly bodies: string[];
}

/** An act that was answered, to be sent again. */
export interface DoneAct {
  readonly act: SealedAct;
  readonly before: OpenedByPhone;
  readonly proven: ProvenReceipt;
}

/** What ought to be there. */
export interface Model {
  state: 'waiting' | 'arrived' | 'expired' | 'erased';
  wasSeen: boolean;
  wasArrived: boolean;
  readonly held: Set<PurposeId>;
  readonly withdrawn: Set<PurposeId>;
  readonly sealedOff: Set<PurposeId>;
  details: GuestDetails;
  /** The telephone number the newest card was sealed with; null where it has none. */
  cardPhone: string | null;
  /** Number of consent events and of receipts. */
  events: number;
  receipts: number;
  readonly acts: DoneAct[];
  /** The guest's act that stands last; null where the registration itself does, or something the desk did. */
  newest: DoneAct | null;
}

export const firstYes: readonly PurposeId[] = ['billing', 'offers'];

export function newModel(details: GuestDetails): Model {
  return {
    state: 'waiting',
    wasSeen: false,
    wasArrived: false,
    held: new Set(firstYes),
    withdrawn: new Set(),
    sealedOff: new Set(),
    details,
    cardPhone: details.phone,
    events: 1,
    receipts: 1,
    acts: [],
    newest: null,
  };
}

export const isLive = ({ state }: Model) => state === 'waiting' || state === 'arrived';

export const ordered = (purposes: ReadonlySet<PurposeId>) => purposeIds.filter((id) => purposes.has(id));

/** What the server's and the desk's word for the state is. */
export function stateName({ state, wasSeen }: Model): 'received' | 'seen' | 'arrived' | 'expired' | 'erased' {
  if (state !== 'waiting') return state;
  return wasSeen ? 'seen' : 'received';
}
