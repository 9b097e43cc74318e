import type { AgreedWords } from '../../protocol/agreed-words.ts';
import type { Envelope } from '../../protocol/envelope.ts';
import type { KeptSettings } from '../../protocol/hotel-settings.ts';
import type { InvitationState, NewInvitation } from '../../protocol/invitation.ts';
import type { Language } from '../../protocol/languages.ts';
import type { DeskRow, RecoveryUpload } from '../../protocol/api.ts';
import type { KeptAnchor } from '../../protocol/log-anchor.ts';
import type { PosterChannel } from '../../protocol/poster.ts';
import type { PropertyProfile } from '../../protocol/property-profile.ts';
import type { PurposeId } from '../../protocol/purposes.ts';
import type { Role } from '../../protocol/roles.ts';
import type { Credential, DeviceKind, Grant, KeyPurpose, Person, Sealed, Wrapped } from '../../protocol/staff.ts';
import type { RegistrationState } from '../../protocol/submission.ts';
import type { GuestRequest, RefusalReason } from '../../protocol/request.ts';
import type { StoredPaper } from './stored-paper.ts';
import type { Change, LostErasure, NewErasure, NewRequest, Outcome, SealedOff } from './change.ts';
import type { StoredAnswer } from './staff-change.ts';

/**
 * Everything the server keeps, for any number of properties. Times are milliseconds; ids and digests are base64url as on the wire.
 * Reads see what has been committed and nothing else. Every write is a `Change` in a `commit`.
 *
 * Any method may reject with StorageUnavailable (disk full, I/O error, database gone): nothing that was asked has happened then,
 * or nobody has been told of it, and asking again is safe.
 */
export interface Store {
  /**
   * Writes a batch durably: all changes, their log entries as leaves, the tree and one checkpoint, in one transaction.
   * Resolves after the data is on disk, with one outcome per change in the same order. A change that is refused
   * (its registration gone, its id taken) writes nothing and doesn't disturb the others.
   * What is destroyed is in the ledger kept beside the data by then. Rejects with StorageUnavailable when nothing was written, or with another error where a change broke a rule of the
   * database itself; nothing was written then either, and the caller may try the changes one by one.
   */
  commit(batch: Batch): Promise<Committed>;

  /** Ids of all properties, oldest first. */
  properties(): Promise<string[]>;
  property(property: string): Promise<StoredProperty | null>;
  /** The current manifest and those that were replaced at `since` or later, newest first, with their notices' exact texts. */
  publications(property: string, since: number): Promise<StoredPublication[]>;
  /** A manifest's exact JWS by its sequence. */
  manifest(property: string, sequence: number): Promise<string | null>;

  /** A property's settings; the defaults where none were saved. */
  settings(property: string): Promise<KeptSettings>;

  /** The register of paper, the newest first, at most `limit`; one line of it, null where the property has none such. */
  papers(property: string, limit: number): Promise<StoredPaper[]>;
  paper(property: string, record: string): Promise<StoredPaper | null>;

  registration(registration: string): Promise<StoredRegistration | null>;
  /** By SHA-256 of the lookup id. */
  registrationOfGuest(lookupHash: string): Promise<StoredRegistration | null>;
  /** A registration's envelopes, without the desk's note. Empty after they were destroyed. */
  envelopes(registration: string): Promise<Envelope[]>;
  /** Every consent event's JWS and every receipt of a registration, oldest first. */
  events(registration: string): Promise<string[]>;
  receipts(registration: string): Promise<StoredReceipt[]>;
  /** What the law alone still holds of a registration; of all registrations of a property, with the guests' check-out dates. */
  sealedOff(registration: string): Promise<SealedOff[]>;
  allSealedOff(property: string): Promise<(SealedOff & { readonly registration: string; readonly checkOut: string })[]>;
  /** The erasure ledger, oldest first; of a property, or of one registration. */
  erasures(property: string): Promise<StoredErasure[]>;
  /** What the ledger kept beside the data knows and the data doesn't: the data is an older copy that was put back. Oldest first. */
  lostErasures(property: string): Promise<LostErasure[]>;
  erasuresOf(registration: string): Promise<StoredErasure[]>;
  /** Open requests by due date, then the newest closed ones, at most `limit` of each. */
  requests(property: string, limit: number): Promise<StoredRequest[]>;
  request(property: string, request: string): Promise<StoredRequest | null>;
  /** A registration's, newest first. */
  requestsOf(registration: string): Promise<StoredRequest[]>;
  /** The exact text of a notice of the property by its SHA-256. */
  notice(property: string, hash: string): Promise<string | null>;
  /** Rows whose change number is greater than `after`, in order of change, at most `limit`. */
  rows(property: string, after: number, limit: number): Promise<{ row: DeskRow; cursor: number }[]>;
  /** Rows whose change number is less than `before`, the newest change first, at most `limit`. */
  rowsBefore(property: string, before: number, limit: number): Promise<{ row: DeskRow; cursor: number }[]>;
  /** The highest change number of a property's rows; 0 where there are none. */
  lastChange(property: string): Promise<number>;
  /**
   * Registrations that have not arrived, were received before `before` (milliseconds), and whose planned check-in day was over by then
   * in China. Oldest first, at most `limit`.
   */
  overdue(property: string, before: number, limit: number): Promise<string[]>;

  /** Registrations of guests who have arrived and of which something can still be opened, by row after `after`, at most `limit`. */
  kept(property: string, after: number, limit: number): Promise<KeptRegistration[]>;
  /** Registrations of guests who are still awaited that hold a purpose's envelope, in the same way. */
  awaited(property: string, purpose: PurposeId, after: number, limit: number): Promise<AwaitedRegistration[]>;
  /** How many of those who arrived hold a purpose's envelope; and, of those, each with what goes beside the envelope when it is exported. */
  countKept(property: string, purpose: PurposeId): Promise<number>;
  keptFor(property: string, purpose: PurposeId, after: number, limit: number): Promise<KeptForExport[]>;
  /** Certificates of retention runs, the newest first. */
  certificates(property: string, limit: number): Promise<StoredCertificate[]>;
  /** The time terms were last counted by, or null. Not part of a commit. */
  countedTime(): Promise<number | null>;
  keepCountedTime(at: number): Promise<void>;

  people(property: string): Promise<Person[]>;
  personByHandle(property: string, handle: string): Promise<StoredPerson | null>;
  /** By pseudonym. */
  person(property: string, person: string): Promise<StoredPerson | null>;
  /** A person's passkeys, the oldest first; and one of a property by its credential. */
  passkeys(person: string): Promise<StoredPasskey[]>;
  passkey(property: string, credential: string): Promise<StoredPasskey | null>;
  /** Invitations that wait, by the end of their time; by SHA-256 of the token also those that are over. */
  invitations(property: string, now: number): Promise<StoredInvitation[]>;
  invitationByToken(tokenHash: string): Promise<StoredInvitation | null>;
  /** Key ids a person was granted for a purpose. */
  grantedKeys(person: string, purpose: KeyPurpose): Promise<string[]>;
  /** By SHA-256 of the session's bytes. */
  session(hash: string): Promise<StoredSession | null>;
  /** Every session of a property, ended by time or not. */
  sessions(property: string): Promise<(StoredSession & { readonly hash: string })[]>;
  recovery(property: string): Promise<StoredRecovery | null>;
  /** Every proof of a sheet, newest first. */
  recoveryProofs(property: string): Promise<StoredProof[]>;
  /** Whether a sheet with this id (SHA-256 of what names it) was ever made for the property. */
  hadSheet(property: string, sheet: string): Promise<boolean>;
  /** The newest owner made with a sheet. */
  restored(property: string): Promise<StoredRestoration | null>;
  /** Ids of all keys that somebody at work in the hotel was granted. */
  heldKeys(property: string): Promise<string[]>;
  /** By place and number. */
  posters(property: string): Promise<StoredPoster[]>;

  /** Log entries' exact texts from index `from`, at most `limit`. */
  entries(property: string, from: number, limit: number): Promise<string[]>;
  /** Entries from index `from` up to but not including `to`, with their leaf hashes, and the checkpoints of sizes from + 1 to `to`. */
  logPage(property: string, from: number, to: number): Promise<LogPage>;
  /** Checkpoints that were taken out, newest first, at most `limit`. */
  anchors(property: string, limit: number): Promise<KeptAnchor[]>;
  /** Every entry about one registration, oldest first. */
  entriesOf(property: string, registration: string): Promise<{ index: number; entry: string }[]>;
  /** Inclusion proof of an entry at a tree size, sibling hashes from the leaf up. Throws RangeError where there is no such leaf. */
  inclusionProof(property: string, index: number, size: number): Promise<Uint8Array[]>;
  /** Consistency proof between two sizes of the tree. */
  consistencyProof(property: string, oldSize: number, size: number): Promise<Uint8Array[]>;
  /** The signed checkpoint of exactly that size, or the newest when `size` is null. */
  checkpoint(property: string, size: number | null): Promise<string | null>;

  /** A secret of the server's own by name, made once and kept. */
  secret(name: string, make: () => Uint8Array): Promise<Uint8Array>;
  /** Rows per table, for metrics. */
  counts(): Promise<Readonly<Record<string, number>>>;
  /**
   * Leaves no byte of what was destroyed anywhere. A commit that erases overwrites the rows and empties the journal before it resolves;
   * this reaches what earlier moves between pages left. It takes time in proportion to the data, so data of more than `most` bytes
   * (by default none is too much) only has its journal emptied.
   */
  scrub(most?: number): Promise<void>;
  /** Finishes and lets go of the data. */
  close(): Promise<void>;
}

/** A stretch of a log as it is kept. */
export interface LogPage {
  readonly entries: readonly { readonly entry: string; readonly leaf: Uint8Array }[];
  readonly checkpoints: readonly { readonly size: number; readonly note: string }[];
}

/** Signs a checkpoint of a log: gives the whole note for a size and root. Must not fail for reasons of its own. */
export type SignCheckpoint = (size: number, root: Uint8Array) => string;

export interface Batch {
  readonly property: string;
  readonly changes: readonly Change[];
  readonly sign: SignCheckpoint;
}

export interface Committed {
  readonly outcomes: readonly Outcome[];
  /** The tree after the batch; null where the batch logged nothing. */
  readonly tree: CommittedTree | null;
  /** Whether a line of the requests' queue was made or moved on. */
  readonly requests: boolean;
  /** Highest change number of the desk's rows after the batch, null where no row changed. */
  readonly cursor: number | null;
}

export interface CommittedTree {
  readonly size: number;
  readonly checkpoint: string;
  /** Inclusion proof at this size of an entry of this batch. */
  readonly prove: (index: number) => Uint8Array[];
}

export interface StoredPasskey {
  readonly id: string;
  readonly person: string;
  /** The authenticator's own id of it, and its public key in COSE form (RFC 9052), base64url. */
  readonly credential: string;
  readonly publicKey: string;
  readonly counter: number;
  readonly name: string;
  readonly wrapped: Wrapped | null;
  readonly addedAt: number;
  readonly usedAt: number | null;
}

/** `invited` and `answer` are null once it is confirmed or called off. An expired one still says `open` or `answered`. */
export interface StoredInvitation {
  readonly property: string;
  readonly id: string;
  readonly by: string;
  readonly state: Exclude<InvitationState, 'expired'>;
  readonly expiresAt: number;
  readonly invited: Pick<
    NewInvitation,
    'displayName' | 'handle' | 'role' | 'purposes' | 'again' | 'sealedSecret'
  > | null;
  readonly answer: StoredAnswer | null;
}

export interface StoredProperty {
  readonly property: string;
  readonly profile: PropertyProfile;
  readonly receiptKey: StoredReceiptKey;
  readonly createdAt: number;
  /** Whether posters without a token are taken. */
  readonly plainPosters: boolean;
}

/** Raw public point and PKCS #8 private key. */
export interface StoredReceiptKey {
  readonly keyId: string;
  readonly publicKey: Uint8Array;
  readonly privateKey: Uint8Array;
}

export interface StoredPublication {
  readonly sequence: number;
  readonly jws: string;
  readonly publishedAt: number;
  readonly notices: Readonly<Partial<Record<Language, string>>>;
}

/** A receipt and its place. `treeSize` is that of the commit that made it durable; its checkpoint is the receipt's. */
export interface StoredReceipt {
  readonly property: string;
  readonly receipt: string;
  readonly index: number;
  readonly treeSize: number;
  readonly manifestSequence: number;
  /** SHA-256 of the bytes it confirms; null where the desk acted for the guest. */
  readonly bodyHash: string | null;
}

export interface StoredErasure extends NewErasure {
  readonly registration: string;
  /** Envelopes sealed under an event of a lower number are meant. */
  readonly through: number;
  readonly at: number;
}

/** What deciding about a registration's terms takes. */
export interface KeptRegistration {
  readonly row: number;
  readonly registration: string;
  readonly state: 'arrived' | 'departed';
  /** Planned, or actual once `departed`. */
  readonly checkOut: string;
  readonly purposes: readonly PurposeId[];
  /** Number of the newest consent event. */
  readonly events: number;
  /** Every consent event's JWS, oldest first. */
  readonly jws: readonly string[];
}

export interface AwaitedRegistration extends Omit<KeptRegistration, 'state'> {
  readonly state: 'received' | 'seen';
}

export interface KeptForExport extends KeptRegistration {
  readonly checkIn: string;
  /** The desk's note; null where there is none. */
  readonly desk: Envelope | null;
}

/** `treeSize` is that of the commit that made it durable. */
export interface StoredCertificate {
  readonly text: string;
  readonly at: number;
  readonly index: number;
  readonly treeSize: number;
  readonly manifestSequence: number;
}

export interface StoredRequest extends Omit<NewRequest, 'outcome'> {
  readonly outcome: GuestRequest['outcome'];
  readonly reason: RefusalReason | null;
}

export interface StoredRegistration {
  readonly registration: string;
  readonly property: string;
  readonly state: RegistrationState;
  /** Whether children came along, as the guest said. */
  readonly minors: boolean;
  readonly checkIn: string;
  /** The desk's, once the guest has arrived. */
  readonly checkOut: string;
  /** Public half of the registration's signing key. */
  readonly signer: string;
  /** Number of the newest consent event, and SHA-256 of its JWS; how many receipts there are. */
  readonly events: number;
  readonly eventHash: string;
  readonly receipts: number;
  /** Purposes with an envelope that can be opened; those taken back. */
  readonly purposes: readonly PurposeId[];
  readonly withdrawn: readonly PurposeId[];
  /** The notice each of `purposes` is held under; with that version's manifest, how long (`retentionAgreed`). */
  readonly agreed: readonly AgreedWords[];
  readonly receivedAt: number;
  readonly seenAt: number | null;
  readonly arrivedAt: number | null;
  /** SHA-256 of the submission's exact bytes. */
  readonly bodyHash: string;
  readonly tokenHash: string;
  readonly consent: string;
  readonly receipt: string;
  /** The receipt's log entry. */
  readonly index: number;
  /** Size of the tree at the commit that made the registration durable; its checkpoint is the receipt's. */
  readonly treeSize: number;
  readonly manifestSequence: number;
}

export interface StoredPerson {
  readonly person: Person;
  readonly credential: Credential;
  readonly grants: readonly Grant[];
  readonly sealedRoot: Sealed | null;
}

export interface StoredSession {
  readonly property: string;
  readonly person: string;
  readonly role: Role;
  readonly startedAt: number;
  readonly usedAt: number;
  /** When the person last proved themselves: at its start, or later. */
  readonly provenAt: number;
  readonly device: DeviceKind;
}

export interface StoredRecovery extends RecoveryUpload {
  readonly provenAt: number | null;
  /** When an owner was restored with it. */
  readonly usedAt: number | null;
}

export interface StoredProof {
  readonly at: number;
  readonly by: string;
  readonly rehearsal: boolean;
}

export interface StoredRestoration {
  readonly at: number;
  readonly name: string;
}

export interface StoredPoster {
  readonly poster: string;
  readonly channel: PosterChannel;
  readonly number: number;
  readonly madeAt: number;
  readonly revokedAt: number | null;
  readonly registrations: number;
}

/** Thrown when the disk or the database refuses, as opposed to a fault of ours. */
export class StorageUnavailable extends Error {
  override readonly name = 'StorageUnavailable';
}
