import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod/mini';
import type { NewTeamList } from '../staff-change.ts';
import { bytesText, decode } from './column.ts';

const teamRow = z.object({ sequence: z.number(), hash: bytesText, jws: z.string() });

/** The newest team list of each property. Earlier ones are written over: they name people who have left. */
export class TeamTable {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  get(property: number): z.infer<typeof teamRow> | null {
    const row = this.#database.prepare('SELECT sequence, hash, jws FROM team_lists WHERE property = ?').get(property);
    return row === undefined ? null : teamRow.parse(row);
  }

  /** Whether a list comes after the one there is. */
  isNext(property: number, { sequence, previous }: NewTeamList): boolean {
    const before = this.get(property);
    return previous === (before?.hash ?? null) && sequence > (before?.sequence ?? 0);
  }

  set(property: number, { sequence, hash, jws }: NewTeamList): void {
    this.#database
      .prepare(
        `INSERT INTO team_lists (property, sequence, hash, jws) VALUES (?, ?, ?, ?)
          ON CONFLICT DO UPDATE SET sequence = excluded.sequence, hash = excluded.hash, jws = excluded.jws`,
      )
      .run(property, sequence, decode(hash), jws);
  }
}
