import type { PurposeId } from '../../protocol/purposes.ts';
import type { Logged } from './logged.ts';
import type { AwaitedRegistration, KeptRegistration } from './retention-store.ts';
import type { LostErasure, NewErasure, SealedOff } from './stored-erasure.ts';

// Whatever destroys because its time has come, and what tells of it. Read as those in `change.ts`.

/**
 * What has come due of a registration: purposes that are destroyed, purposes that are sealed off, and, with the last of them, the rest.
 * `unchanged` where the registration no longer stands as it was when that was decided (`expected`); the next run decides anew.
 */
export interface Retain extends Logged {
  readonly kind: 'retain';
  readonly registration: string;
  readonly expected: Pick<KeptRegistration | AwaitedRegistration, 'state' | 'checkOut' | 'events' | 'purposes'>;
  readonly erased: readonly PurposeId[];
  readonly sealedOff: readonly SealedOff[];
  /** Whether nothing that can be opened is left: the card, the desk's note and the guest's own copy go too. */
  readonly ended: boolean;
  /** More entries after the first. */
  readonly further: readonly string[];
  /** Null where it only seals off. */
  readonly erasure: NewErasure | null;
}

/** Keeps the certificate of a run; `entry` is its leaf. Also forgets questions for approval older than `approvalsKept`. */
export interface Certify extends Logged {
  readonly kind: 'certify';
  readonly text: string;
  readonly manifestSequence: number;
}

/** Destroys the envelopes of a registration that is `received` or `seen`; `unchanged` in any other state. */
export interface Expire extends Logged {
  readonly kind: 'expire';
  readonly registration: string;
  /** The ledger's line; its classes are whatever envelopes there are. */
  readonly erasure: Pick<NewErasure, 'id'>;
}

/** Destroys an envelope that was sealed off; `unchanged` where there is none. */
export interface EraseSealed extends Logged {
  readonly kind: 'erase-sealed';
  readonly registration: string;
  readonly purpose: PurposeId;
  readonly erasure: NewErasure;
}

/** Destroys what an older copy of the database brought back. */
export interface EraseAgain extends Logged {
  readonly kind: 'erase-again';
  readonly erasure: LostErasure;
  /** Of a record that can't be read: it is destroyed without being read. */
  readonly damaged?: true;
}

/** Destroys all that is stored of a registration whose record can't be read. */
export interface DestroyDamaged extends Logged {
  readonly kind: 'destroy-damaged';
  readonly registration: string;
  /** More entries after the first. */
  readonly further: readonly string[];
  readonly erasure: NewErasure;
}
