import type { LedgerDisk } from './erasure-ledger.ts';

export interface SqliteStoreOptions {
  /** Called inside every transaction, just before COMMIT; what it throws stands for a disk that refuses. For tests. */
  readonly beforeCommit?: () => void;
  /** Leaves the bytes of deleted rows where they are. For the test that shows what secure deletion is for. */
  readonly secureDelete?: false;
  /** Leaves what page moves left behind. For the test that shows what rebuilding is for. */
  readonly rebuild?: false;
  /** Stands in for the disk under the erasure ledger. For tests. */
  readonly ledgerDisk?: LedgerDisk;
}
