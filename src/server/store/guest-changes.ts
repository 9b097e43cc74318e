import type { AgreedWords } from '../../protocol/agreed-words.ts';
import type { Envelope } from '../../protocol/envelope.ts';
import type { PurposeId } from '../../protocol/purposes.ts';
import type { Submission } from '../../protocol/submission.ts';
import type { NewApproval } from './approval-changes.ts';
import type { Logged } from './logged.ts';
import type { NewRequest, StepRequest } from './request-changes.ts';
import type { NewErasure, SealedOff } from './stored-erasure.ts';

// What guests do, and what the desk does with what a guest sent. Read as those in `change.ts`.

/**
 * `existing` where the registration is there with the same bytes. Refused `submission_conflict` where it is there with others or its
 * lookup hash belongs to another, `gone` where it has expired or was erased, `poster_not_in_use` where it names a poster that isn't one
 * of this place or was revoked. Counts for the poster it names.
 */
export interface Register extends Logged {
  readonly kind: 'register';
  readonly submission: Submission;
  /** SHA-256 of the body's exact bytes. */
  readonly bodyHash: string;
  readonly consentHash: string;
  readonly receipt: string;
  /** Pieces of the receipt's text that tell it from other guests' receipts, so that a store may keep the rest once. */
  readonly receiptParts: readonly string[];
  readonly agreed: readonly AgreedWords[];
}

/** Moves `received` to `seen`; `unchanged` from any other state, and for an unknown registration. */
export interface MarkSeen extends Logged {
  readonly kind: 'mark-seen';
  readonly registration: string;
}

/**
 * Releases a purpose's envelope. Refused `not_found` where the registration is unknown or never had one, `gone` where it is destroyed,
 * `sealed_off` where the law alone still holds it, `not_granted` where it was sealed to a key that is not among `keys`,
 * `approval_needed` where it isn't `approved` and has to be. With `together`, refused as well where another of those purposes has an
 * envelope that would be.
 */
export interface OpenEnvelope extends Logged {
  readonly kind: 'open-envelope';
  readonly registration: string;
  readonly purpose: PurposeId;
  readonly keys: readonly string[];
  /** Purposes that leave together or not at all, with their `keys`. */
  readonly together?: Readonly<Partial<Record<PurposeId, readonly string[]>>>;
  /** Whether it may be opened where that takes an approval (`needsApproval`). */
  readonly approved: boolean;
  /** An entry that goes before it: the approval that whoever opens it gives themselves. */
  readonly approval?: string;
  /** Kept for a supervisor to look at: it is opened in an emergency, before anybody approved. */
  readonly unreviewed?: NewApproval;
}

/**
 * Moves `received` or `seen` to `arrived`. `unchanged` where it has arrived with the very same note and date; refused `conflict` where
 * with another, `gone` where it expired or was erased, `not_found` where it is unknown, `unknown_key` where an epoch has begun since the
 * manifest whose card key the note is sealed to.
 */
export interface Arrive extends Logged {
  readonly kind: 'arrive';
  readonly registration: string;
  readonly manifestSequence: number;
  readonly checkOut: string;
  readonly desk: Envelope;
}

/** A consent event after the first. */
export interface NewEvent {
  readonly number: number;
  /** SHA-256 of the event before. */
  readonly previous: string;
  readonly jws: string;
  readonly hash: string;
}

/** A receipt after the first. `number` counts a registration's receipts; `bodyHash` is null where the desk acted for the guest. */
export interface NewReceipt {
  readonly number: number;
  readonly text: string;
  /** As in `Register`. */
  readonly parts: readonly string[];
  readonly manifestSequence: number;
  readonly bodyHash: string | null;
}

interface GuestAct extends Logged {
  readonly registration: string;
  /** Null where the desk acts for a guest without the secret. */
  readonly event: NewEvent | null;
  readonly receipt: NewReceipt;
  /** More entries after the receipt's. */
  readonly further: readonly string[];
  readonly erasure: NewErasure | null;
  /** The queue's line this makes, or the step of a line it is. */
  readonly request: NewRequest | StepRequest | null;
}

/**
 * Takes back, gives again or corrects. Envelopes named in `ended` are destroyed, each of `envelopes` takes the place of the one
 * before. `existing` where the newest receipt is of the very same bytes. Refused `not_found`; `gone` where it expired;
 * `already_erased`; `consent_replayed` and `consent_forked` where the event isn't the next; `conflict` where the receipt isn't;
 * and as `StepRequest` where it is a step.
 */
export interface Amend extends GuestAct {
  readonly kind: 'amend';
  readonly ended: readonly (PurposeId | 'card')[];
  readonly envelopes: readonly Envelope[];
  /** Purposes with an envelope afterwards, and all that were taken back and not given again. */
  readonly purposes: readonly PurposeId[];
  readonly withdrawn: readonly PurposeId[];
  /** For each of `purposes`. */
  readonly agreed: readonly AgreedWords[];
  /** Null leaves it. */
  readonly open: Pick<Submission, 'partySize' | 'minors' | 'checkIn' | 'checkOut'> | null;
}

/** Destroys every envelope but those sealed off. `existing` also after it was erased, for the same bytes. Refused as `Amend`. */
export interface Erase extends GuestAct {
  readonly kind: 'erase';
  /** Whether the guest was known to have arrived; refused `conflict` where that has changed. */
  readonly arrived: boolean;
  /** How many entries of the log about it the certificate was made from; refused `conflict` where there are more by now. */
  readonly known: number;
  readonly sealedOff: readonly SealedOff[];
}
