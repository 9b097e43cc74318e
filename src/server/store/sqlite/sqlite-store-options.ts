export interface SqliteStoreOptions {
  /** Called inside every transaction, just before COMMIT; what it throws stands for a disk that refuses. For tests. */
  readonly beforeCommit?: () => void;
  /** Leaves the bytes of deleted rows where they are. For the test that shows what secure deletion is for. */
  readonly secureDelete?: false;
}
