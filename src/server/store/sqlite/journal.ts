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
   * After a commit that destroyed envelopes no byte of them may stay. Where a reader outside this process holds the journal open, or the
   * disk refuses, that is made good after a later commit or by the server's next round, which says so if it can't. Never throws: the
   * commit has happened, and must not be told as one that hasn't.
   */
  afterCommit(destroyed: boolean): void {
    this.#unclean ||= destroyed;
    if (!this.#unclean) return;
    try {
      this.empty();
    } catch {
      // Unclean still, so it is tried again.
    }
  }

  /** Copies the journal into the database and leaves nothing in it, unless a reader holds it open. Throws where the disk refuses. */
  empty(): void {
    const { busy } = checkpointRow.parse(this.#database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get());
    this.#unclean = busy !== 0;
  }
}
