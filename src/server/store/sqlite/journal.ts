import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod/mini';

const checkpointRow = z.object({ busy: z.number() });

/** The database's journal, which must not keep what was destroyed. */
export class Journal {
  readonly #database: DatabaseSync;
  /** Whether it may still hold bytes of what was destroyed. */
  #unclean = false;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /**
   * After a commit that destroyed envelopes no byte of them may stay. Where a reader outside this process holds the journal open, that is
   * made good after a later commit and by the server's next round.
   */
  afterCommit(destroyed: boolean): void {
    this.#unclean ||= destroyed;
    if (!this.#unclean) return;
    const { busy } = checkpointRow.parse(this.#database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get());
    this.#unclean = busy !== 0;
  }

  empty(): void {
    this.#database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  }
}
