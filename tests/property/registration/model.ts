import type { Hotel } from '../../../src/demo/set-up-hotel.ts';
import type { SealedAct } from '../../../src/guest/registration/compose-change.ts';
import type { GuestDetails } from '../../../src/pii/details.ts';
import type { ProvenReceipt } from '../../../src/protocol/receipt.ts';
import { type PurposeId, purposeIds } from '../../../src/protocol/purposes.ts';
import type { Session } from '../../../src/staff/session/sign-in.ts';
import { type GuestPhone, type OpenedByPhone, sampleDetails } from '../../support/guest-phone.ts';
import type { TestServer } from '../../support/test-server.ts';

/** What is really there. */
export interface World {
  readonly server: TestServer;
  readonly hotel: Hotel;
  readonly desk: Session;
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
  wasArrived: boolean;
  readonly held: Set<PurposeId>;
  readonly withdrawn: Set<PurposeId>;
  readonly sealedOff: Set<PurposeId>;
  details: GuestDetails;
  /** Number of consent events and of receipts. */
  events: number;
  receipts: number;
  readonly acts: DoneAct[];
}

export function newModel(): Model {
  return {
    state: 'waiting',
    wasArrived: false,
    held: new Set(['billing', 'offers']),
    withdrawn: new Set(),
    sealedOff: new Set(),
    details: sampleDetails,
    events: 1,
    receipts: 1,
    acts: [],
  };
}

export const isLive = ({ state }: Model) => state === 'waiting' || state === 'arrived';

export const ordered = (purposes: ReadonlySet<PurposeId>) => purposeIds.filter((id) => purposes.has(id));
