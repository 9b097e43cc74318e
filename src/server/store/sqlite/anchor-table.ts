import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod/mini';
import { anchorWaySchema, type KeptAnchor } from '../../../protocol/log-anchor.ts';
import { toInstant } from '../../../protocol/time.ts';
import type { ChangeOf } from '../change.ts';
import { bytesText, decode } from './column.ts';
import { logId, logNumber } from './row-ids.ts';

const anchorRow = z.object({
  checkpoint: z.number(),
  note: z.string(),
  at: z.number(),
  actor: bytesText,
  way: anchorWaySchema,
});

/** Which checkpoints were taken out of the server. Few rows, read seldom. */
export class AnchorTable {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** False where no checkpoint of that size was signed. */
  insert(property: number, { size, at, actor, way }: ChangeOf<'keep-anchor'>): boolean {
    const { changes } = this.#database
      .prepare('INSERT INTO anchors (checkpoint, at, actor, way) SELECT id, ?, ?, ? FROM log_checkpoints WHERE id = ?')
      .run(at, decode(actor), way, logId(property, size));
    return changes === 1;
  }

  /** Newest first. */
  list(property: number, limit: number): KeptAnchor[] {
    return this.#database
      .prepare(
        `SELECT checkpoint, note, at, actor, way FROM anchors a JOIN log_checkpoints c ON c.id = a.checkpoint
          WHERE checkpoint >= ? AND checkpoint < ? ORDER BY a.id DESC LIMIT ?`,
      )
      .all(logId(property, 0), logId(property + 1, 0), limit)
      .map((row) => {
        const { checkpoint, note, at, actor, way } = anchorRow.parse(row);
        return { size: logNumber(checkpoint), checkpoint: note, keptAt: toInstant(at), actor, way };
      });
  }
}
