import type { DeskTopic } from '../../protocol/desk-topics.ts';
import type { KeptMoment } from '../steady-clock.ts';
import type { Change, Outcome } from './change.ts';
import type { GuestStore } from './guest-store.ts';
import type { HotelStore } from './hotel-store.ts';
import type { LogStore } from './log-store.ts';
import type { PeopleStore } from './people-store.ts';
import type { RetentionStore } from './retention-store.ts';

/**
 * Everything the server keeps, for any number of properties. Times are milliseconds; ids and digests are base64url as on the wire.
 * Reads see what has been committed and nothing else. Every write is a `Change` in a `commit`.
 *
 * Any method may reject with StorageUnavailable (disk full, I/O error, database gone): nothing that was asked has happened then,
 * or nobody has been told of it, and asking again is safe.
 */
export interface Store extends HotelStore, GuestStore, RetentionStore, PeopleStore, LogStore {
  /**
   * Writes a batch durably: all changes, their log entries as leaves, the tree and one checkpoint, in one transaction.
   * Resolves after the data is on disk, with one outcome per change in the same order. A change that is refused
   * (its registration gone, its id taken) writes nothing and doesn't disturb the others.
   * What is destroyed is in the ledger kept beside the data by then. Rejects with StorageUnavailable when nothing was written, or with
   * another error where a change broke a rule of the database itself; nothing was written then either, and the caller may try the
   * changes one by one.
   */
  commit(batch: Batch): Promise<Committed>;
  /** A secret of the server's own by name, made once and kept. */
  secret(name: string, make: () => Uint8Array): Promise<Uint8Array>;
  /** Where the steady clock was last kept, or null. Not part of a commit. */
  keptMoment(): Promise<KeptMoment | null>;
  keepMoment(kept: KeptMoment): Promise<void>;
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

/** Signs a checkpoint of a log: gives the whole note for a size and root. Must not fail for reasons of its own. */
export type SignCheckpoint = (size: number, root: Uint8Array) => string;

export interface Batch {
  readonly property: string;
  /** Of the steady clock, milliseconds: what lasts a while is measured from here, and by it what still holds is told from what is over. */
  readonly moment: number;
  readonly changes: readonly Change[];
  readonly sign: SignCheckpoint;
}

export interface Committed {
  readonly outcomes: readonly Outcome[];
  /** The tree after the batch; null where the batch logged nothing. */
  readonly tree: CommittedTree | null;
  /** What else than rows has changed that the desk is told of. */
  readonly topics: ReadonlySet<DeskTopic>;
  /** Highest change number of the desk's rows after the batch, null where no row changed. */
  readonly cursor: number | null;
}

export interface CommittedTree {
  readonly size: number;
  readonly checkpoint: string;
  /** Inclusion proof at this size of an entry of this batch. */
  readonly prove: (index: number) => Uint8Array[];
}

/** Thrown when the disk or the database refuses, as opposed to a fault of ours. */
export class StorageUnavailable extends Error {
  override readonly name = 'StorageUnavailable';
}
