import type { AgreedWords } from '../../protocol/agreed-words.ts';
import type { DeskRow } from '../../protocol/api.ts';
import type { Envelope } from '../../protocol/envelope.ts';
import type { PurposeId } from '../../protocol/purposes.ts';
import type { GuestRequest, RefusalReason } from '../../protocol/request.ts';
import type { RegistrationState } from '../../protocol/submission.ts';
import type { StoredApproval } from './approval-changes.ts';
import type { NewRequest } from './request-changes.ts';

/** What is kept of registrations, the requests about them, and questions for approval. Read as in `store.ts`. */
export interface GuestStore {
  registration(registration: string): Promise<StoredRegistration | null>;
  /** By SHA-256 of the lookup id. */
  registrationOfGuest(lookupHash: string): Promise<StoredRegistration | null>;
  /** A registration's envelopes, without the desk's note. Empty after they were destroyed. */
  envelopes(registration: string): Promise<Envelope[]>;
  /** Every consent event's JWS and every receipt of a registration, oldest first. */
  events(registration: string): Promise<string[]>;
  receipts(registration: string): Promise<StoredReceipt[]>;
  /** Open requests by due date, then the newest closed ones, at most `limit` of each. One that can't be read says so. */
  requests(property: string, limit: number): Promise<(StoredRequest | UnreadableRequest)[]>;
  request(property: string, request: string): Promise<StoredRequest | null>;
  /** A registration's that can be read, newest first. */
  requestsOf(registration: string): Promise<StoredRequest[]>;
  /**
   * Questions for approval that were asked at `since` (steady clock) or later, and every opening in an emergency nobody has looked into.
   * The newest first.
   */
  approvals(property: string, since: number): Promise<StoredApproval[]>;
  approval(property: string, approval: string): Promise<StoredApproval | null>;
  /** Rows whose change number is greater than `after`, in order of change, at most `limit`. One that can't be read says so (`unreadable`). */
  rows(property: string, after: number, limit: number): Promise<{ row: DeskRow; cursor: number }[]>;
  /** Rows whose change number is less than `before`, the newest change first, at most `limit`. */
  rowsBefore(property: string, before: number, limit: number): Promise<{ row: DeskRow; cursor: number }[]>;
  /** The highest change number of a property's rows; 0 where there are none. */
  lastChange(property: string): Promise<number>;
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
  /** When it was kept, by the steady clock; null for the first receipt, and for those from before this was kept. */
  readonly moment: number | null;
}

export interface StoredRequest extends Omit<NewRequest, 'outcome'> {
  readonly outcome: GuestRequest['outcome'];
  readonly reason: RefusalReason | null;
}

/** A request that can't be read. Milliseconds since 1970, by the clock of then. */
export interface UnreadableRequest {
  readonly id: string;
  readonly openedAt: number;
  readonly unreadable: true;
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
