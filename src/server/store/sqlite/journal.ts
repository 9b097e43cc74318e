import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod/mini';

const checkpointRow = z.object({ busy: z.number() });
const sizeRow = z.object({ bytes: z.number() });

/** The database's journal and pages, which must not keep what was destroyed. */
export class Journal {
  readonly #database: DatabaseSync;
  readonly #rebuilds: boolean;
  /** Whether the journal may still hold bytes of what was destroyed. */
  #unclean = false;
  /**
   * Whether pages may: where SQLite moves rows between pages it leaves copies in the room it frees, which deleting the row later
   * doesn't reach. At the start nobody knows what the last run left.
   */
  #remnants = true;

  constructor(database: DatabaseSync, { rebuilds }: { readonly rebuilds: boolean }) {
    this.#database = database;
    this.#rebuilds = rebuilds;
  }

  /**
   * After a commit that destroyed envelopes no byte of them may stay. Where a reader outside this process holds the journal open, or the
   * disk refuses, that is made good after a later commit or by the server's next round, which says so if it can't. Never throws: the
   * commit has happened, and must not be told as one that hasn't.
   */
  afterCommit(destroyed: boolean): void {
    this.#unclean ||= destroyed;
    this.#remnants ||= destroyed;
    if (!this.#unclean) return;
    try {
      this.empty();
    } catch {
      // Unclean still, so it is tried again.
    }
  }

  /**
   * Writes every page anew where some may hold remnants and the database is at most `most` bytes, and empties the journal. Takes time
   * and memory in proportion to the database. Throws where the disk refuses.
   */
  scrub(most: number): void {
    if (this.#remnants && this.#rebuilds && this.#size() <= most) {
      this.#database.exec('VACUUM');
      this.#remnants = false;
      // The old pages stay in the file until the journal is copied over them.
      this.#unclean = true;
    }
    this.empty();
  }

  /** Copies the journal into the database and leaves nothing in it, unless a reader holds it open. Throws where the disk refuses. */
  empty(): void {
    const { busy } = checkpointRow.parse(this.#database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get());
    this.#unclean = busy !== 0;
  }

  #size(): number {
    const sql = 'SELECT page_count * page_size AS bytes FROM pragma_page_count, pragma_page_size';
    return sizeRow.parse(this.#database.prepare(sql).get()).bytes;
  }
}
