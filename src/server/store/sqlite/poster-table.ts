import type { DatabaseSync, StatementSync } from 'node:sqlite';
import * as z from 'zod/mini';
import { posterChannelSchema } from '../../../protocol/poster.ts';
import type { ChangeOf } from '../change.ts';
import type { StoredPoster } from '../hotel-store.ts';
import { bytesText, decode } from './column.ts';

const posterRow = z.object({
  poster: bytesText,
  channel: posterChannelSchema,
  number: z.number(),
  made_at: z.number(),
  revoked_at: z.nullable(z.number()),
  registrations: z.number(),
});

/** Posters with a token of their own. */
export class PosterTable {
  readonly #database: DatabaseSync;
  readonly #count: StatementSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
    this.#count = database.prepare(
      `UPDATE posters SET registrations = registrations + 1
        WHERE poster = ? AND property = ? AND channel = ? AND revoked_at IS NULL`,
    );
  }

  list(property: number): StoredPoster[] {
    return this.#database
      .prepare('SELECT * FROM posters WHERE property = ? ORDER BY channel, number')
      .all(property)
      .map((row) => {
        const { made_at: madeAt, revoked_at: revokedAt, ...rest } = posterRow.parse(row);
        return { ...rest, madeAt, revokedAt };
      });
  }

  /** False where the token is taken. */
  insert(property: number, { poster, channel, at }: ChangeOf<'make-poster'>): boolean {
    const { changes } = this.#database
      .prepare(
        `INSERT INTO posters (poster, property, channel, number, made_at)
          SELECT ?1, ?2, ?3, 1 + coalesce((SELECT max(number) FROM posters WHERE property = ?2 AND channel = ?3), 0), ?4
          WHERE NOT EXISTS (SELECT 1 FROM posters WHERE poster = ?1)`,
      )
      .run(decode(poster), property, channel, at);
    return changes === 1;
  }

  /** Whether it is there, and whether that took it out of use. */
  revoke(property: number, { poster, at }: ChangeOf<'revoke-poster'>): 'revoked' | 'before' | 'unknown' {
    const { changes } = this.#database
      .prepare('UPDATE posters SET revoked_at = ? WHERE poster = ? AND property = ? AND revoked_at IS NULL')
      .run(at, decode(poster), property);
    if (changes === 1) return 'revoked';
    const sql = 'SELECT id FROM posters WHERE poster = ? AND property = ?';
    return this.#database.prepare(sql).get(decode(poster), property) === undefined ? 'unknown' : 'before';
  }

  /** Counts a registration for its poster; false where that isn't a poster of the place, or is out of use. */
  count(property: number, poster: string, channel: string): boolean {
    return this.#count.run(decode(poster), property, channel).changes === 1;
  }
}
