import type { KeptAnchor } from '../../protocol/log-anchor.ts';

/** The log as it is kept. Read as in `store.ts`. */
export interface LogStore {
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
}

/** A stretch of a log as it is kept. */
export interface LogPage {
  readonly entries: readonly { readonly entry: string; readonly leaf: Uint8Array }[];
  readonly checkpoints: readonly { readonly size: number; readonly note: string }[];
}
