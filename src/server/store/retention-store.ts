import type { Envelope } from '../../protocol/envelope.ts';
import type { PurposeId } from '../../protocol/purposes.ts';
import type { KeptSealedOff, LostErasure, StoredErasure } from './stored-erasure.ts';

/** What terms are counted by, and what tells of erasures. Read as in `store.ts`. */
export interface RetentionStore {
  /**
   * Registrations that have not arrived, were received before `before` (milliseconds), and whose planned check-in day was over by then
   * in China. In the order they were kept in, those behind the registration `after` where one is named, at most `limit`.
   */
  overdue(property: string, before: number, after: string | null, limit: number): Promise<string[]>;
  /** Registrations of guests who have arrived and of which something can still be opened, by row after `after`, at most `limit`. */
  kept(property: string, after: number, limit: number): Promise<(KeptRegistration | UnreadableRegistration)[]>;
  /** Registrations of guests who are still awaited, in the same way; only those that hold a purpose's envelope, where one is named. */
  awaited(
    property: string,
    purpose: PurposeId | null,
    after: number,
    limit: number,
  ): Promise<(AwaitedRegistration | UnreadableRegistration)[]>;
  /** How many of those who arrived hold a purpose's envelope; and, of those, each with what goes beside the envelope when it is exported. */
  countKept(property: string, purpose: PurposeId): Promise<number>;
  keptFor(
    property: string,
    purpose: PurposeId,
    after: number,
    limit: number,
  ): Promise<(KeptForExport | UnreadableRegistration)[]>;
  /** What the law alone still holds of a registration; of all registrations of a property, with the guests' check-out dates. */
  sealedOff(registration: string): Promise<KeptSealedOff[]>;
  allSealedOff(property: string): Promise<(AnySealedOff | UnreadableRegistration)[]>;
  /** The erasure ledger, oldest first; of a property, or of one registration. */
  erasures(property: string): Promise<StoredErasure[]>;
  erasuresOf(registration: string): Promise<StoredErasure[]>;
  /** What the ledger kept beside the data knows and the data doesn't: the data is an older copy that was put back. Oldest first. */
  lostErasures(property: string): Promise<LostErasure[]>;
  /** What can be told of a registration whose record can't be read; null where the property has none of that id. */
  damaged(property: string, registration: string): Promise<DamagedRecord | null>;
  /** Damaged registrations none of the reads above comes by: in no state there is, or awaited for no day there is. */
  adrift(property: string): Promise<string[]>;
  /** Certificates of retention runs, the newest first. */
  certificates(property: string, limit: number): Promise<StoredCertificate[]>;
  /** The time terms were last counted by, or null. Not part of a commit. */
  countedTime(): Promise<number | null>;
  keepCountedTime(at: number): Promise<void>;
}

/** One of which what is stored can't be read. The others come all the same. */
export interface UnreadableRegistration {
  readonly row: number;
  readonly registration: string;
  readonly unreadable: true;
}

export interface AnySealedOff extends KeptSealedOff {
  readonly registration: string;
  readonly checkOut: string;
}

export interface DamagedRecord {
  readonly registration: string;
  /** Milliseconds, as it stands there. */
  readonly receivedAt: number;
  /** Every day of its stay, and of what is sealed off of it, that can be read. */
  readonly days: readonly string[];
  /** What its envelopes go by, as it stands there. */
  readonly names: readonly string[];
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
  readonly checkIn: string;
  /** Milliseconds. */
  readonly receivedAt: number;
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
