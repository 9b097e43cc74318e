import type { Envelope } from '../../protocol/envelope.ts';
import type { Language } from '../../protocol/languages.ts';
import type { AnchorWay } from '../../protocol/log-anchor.ts';
import type { ProblemCode } from '../../protocol/problems.ts';
import type { PropertyProfile } from '../../protocol/property-profile.ts';
import type { PurposeId } from '../../protocol/purposes.ts';
import type { DeletedClass } from '../../protocol/receipt.ts';
import type { GuestRequest, RefusalReason, RequestStep } from '../../protocol/request.ts';
import type { AgreedWords } from '../../protocol/agreed-words.ts';
import type { Grant, NewPerson } from '../../protocol/staff.ts';
import type { StaffChange } from './staff-change.ts';
import type { Submission } from '../../protocol/submission.ts';
import type { CorrectStay, HandOver, SaveSettings, SetStay } from './hotel-changes.ts';
import type { KeyChange } from './key-change.ts';
import type { DestroyPaper, MovePaper, RecordPaper } from './paper-changes.ts';
import type { AwaitedRegistration, KeptRegistration, StoredErasure, StoredReceiptKey } from './store.ts';

/**
 * Every write there is. `entry` is the exact text of the log entry that is appended when, and only when, the change is applied.
 * `at` is in milliseconds. What each is refused for is said beside it.
 */
export type Change =
  | CreateProperty
  | Register
  | MarkSeen
  | OpenEnvelope
  | Arrive
  | SetStay
  | CorrectStay
  | HandOver
  | Expire
  | Retain
  | Certify
  | Amend
  | Erase
  | EraseSealed
  | EraseAgain
  | OpenRequest
  | StepRequest
  | Publish
  | StaffChange
  | Note
  | KeepAnchor
  | SaveSettings
  | RecordPaper
  | MovePaper
  | DestroyPaper
  | KeyChange;

export type ChangeOf<Kind extends Change['kind']> = Extract<Change, { kind: Kind }>;

export interface Logged {
  readonly entry: string;
  readonly at: number;
}

/** Refused `setup_done` where any property exists. Logs `entry` for the manifest and `ownerEntry` for the owner. */
interface CreateProperty extends Logged {
  readonly kind: 'create-property';
  readonly profile: PropertyProfile;
  readonly receiptKey: StoredReceiptKey;
  readonly publication: NewPublication;
  readonly owner: NewPerson;
  readonly ownerEntry: string;
}

export interface NewPublication {
  readonly sequence: number;
  readonly hash: string;
  readonly jws: string;
  readonly notices: Readonly<Partial<Record<Language, { readonly hash: string; readonly text: string }>>>;
}

/**
 * `existing` where the registration is there with the same bytes. Refused `submission_conflict` where it is there with others or its
 * lookup hash belongs to another, `gone` where it has expired or was erased, `poster_not_in_use` where it names a poster that isn't one
 * of this place or was revoked. Counts for the poster it names.
 */
interface Register extends Logged {
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
interface MarkSeen extends Logged {
  readonly kind: 'mark-seen';
  readonly registration: string;
}

/**
 * Releases a purpose's envelope. Refused `not_found` where the registration is unknown or never had one, `gone` where it is destroyed,
 * `sealed_off` where the law alone still holds it, `not_granted` where it was sealed to a key that is not among `keys`,
 * `approval_needed` where it isn't `approved` and has to be.
 */
interface OpenEnvelope extends Logged {
  readonly kind: 'open-envelope';
  readonly registration: string;
  readonly purpose: PurposeId;
  readonly keys: readonly string[];
  /** Whether it may be opened where that takes an approval (`needsApproval`). */
  readonly approved: boolean;
  /** An entry that goes before it: the approval that whoever opens it gives themselves. */
  readonly approval?: string;
}

/**
 * Moves `received` or `seen` to `arrived`. `unchanged` where it has arrived with the very same note and date; refused `conflict` where
 * with another, `gone` where it expired or was erased, `not_found` where it is unknown.
 */
interface Arrive extends Logged {
  readonly kind: 'arrive';
  readonly registration: string;
  readonly checkOut: string;
  readonly desk: Envelope;
}

/**
 * What has come due of a registration: purposes that are destroyed, purposes that are sealed off, and, with the last of them, the rest.
 * `unchanged` where the registration no longer stands as it was when that was decided (`expected`); the next run decides anew.
 */
interface Retain extends Logged {
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

/** Keeps the certificate of a run; `entry` is its leaf. */
interface Certify extends Logged {
  readonly kind: 'certify';
  readonly text: string;
  readonly manifestSequence: number;
}

/** Destroys the envelopes of a registration that is `received` or `seen`; `unchanged` in any other state. */
interface Expire extends Logged {
  readonly kind: 'expire';
  readonly registration: string;
  /** The ledger's line; its classes are whatever envelopes there are. */
  readonly erasure: Pick<NewErasure, 'id'>;
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

/** A line of the erasure ledger. */
export interface NewErasure {
  readonly id: string;
  readonly classes: readonly DeletedClass[];
  /** Because its term was over, not because somebody asked. */
  readonly byTerm?: true;
}

/** A line of the requests' queue. Times in milliseconds. */
export interface NewRequest extends Pick<GuestRequest, 'id' | 'kind' | 'purpose' | 'origin' | 'due' | 'calendarKnown'> {
  readonly registration: string | null;
  readonly openedAt: number;
  readonly outcome: 'open' | 'done';
  readonly steps: readonly StoredStep[];
}

export interface StoredStep {
  readonly step: RequestStep | 'refused';
  readonly at: number;
  readonly by: string;
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
interface Amend extends GuestAct {
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
interface Erase extends GuestAct {
  readonly kind: 'erase';
  /** Whether the guest was known to have arrived; refused `conflict` where that has changed. */
  readonly arrived: boolean;
  readonly sealedOff: readonly SealedOff[];
}

export interface SealedOff {
  readonly purpose: PurposeId;
  /** The day it is erased; null while no term is known. */
  readonly until: string | null;
}

/** Destroys an envelope that was sealed off; `unchanged` where there is none. */
interface EraseSealed extends Logged {
  readonly kind: 'erase-sealed';
  readonly registration: string;
  readonly purpose: PurposeId;
  readonly erasure: NewErasure;
}

/** A line of the ledger file that the database lacks. `unchanged` where there is nothing to destroy; it counts as known from then on. */
export interface LostErasure extends StoredErasure {
  readonly ended: boolean;
  /** It ended because its guest never came. */
  readonly expired?: true | undefined;
  readonly held: readonly PurposeId[];
  readonly sealedOff: readonly SealedOff[];
}

/** Destroys what an older copy of the database brought back. */
interface EraseAgain extends Logged {
  readonly kind: 'erase-again';
  readonly erasure: LostErasure;
}

interface OpenRequest extends Logged {
  readonly kind: 'open-request';
  readonly request: NewRequest;
}

/**
 * The next step of an open request. Refused `not_found`; `request_closed`; `conflict` where another step comes first. A request that
 * is `done` stays open for `certified` alone.
 */
export interface StepRequest extends Logged {
  readonly kind: 'step-request';
  readonly request: string;
  readonly step: StoredStep;
  /** With `found`. */
  readonly registration: string | null;
  /** With `refused`. */
  readonly reason: RefusalReason | null;
}

/** Refused `conflict` where the current sequence is not one less. A key a person was granted before stays as it was granted. */
interface Publish extends Logged {
  readonly kind: 'publish';
  readonly profile: PropertyProfile;
  readonly publication: NewPublication;
  readonly grants: readonly { readonly person: string; readonly grant: Grant }[];
  /** Whether it names a sealing key no recovery sheet can hold yet: the sheet there is counts as not proven from then on. */
  readonly newKeys: boolean;
}

/** Only the entry. */
interface Note extends Logged {
  readonly kind: 'note';
}

/** Refused `not_found` where no checkpoint of that size was signed. */
interface KeepAnchor extends Logged {
  readonly kind: 'keep-anchor';
  readonly size: number;
  readonly actor: string;
  readonly way: AnchorWay;
}

/** What became of a change. `index` is the place of its (first) entry in the log; null where it logs nothing. */
export type Outcome =
  | { readonly kind: 'done'; readonly index: number | null }
  | { readonly kind: 'opened'; readonly index: number; readonly envelope: Envelope; readonly consentHash: string }
  | { readonly kind: 'existing' }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'refused'; readonly code: ProblemCode };
