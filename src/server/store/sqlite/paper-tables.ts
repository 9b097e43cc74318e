import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod/mini';
import { paperPlaceSchema } from '../../../protocol/paper-record.ts';
import { purposeIdSchema, retentionSchema } from '../../../protocol/purposes.ts';
import type { ChangeOf } from '../change.ts';
import type { StoredPaper, UnreadablePaper } from '../stored-paper.ts';
import { bytesText, decode, json } from './column.ts';
import { readOr } from './read-or-mark.ts';

const recordRow = z.object({
  id: z.number(),
  record: bytesText,
  number: z.number(),
  at: z.number(),
  actor: bytesText,
  check_out: z.string(),
  departed: z.number(),
  place: paperPlaceSchema,
});
const partRow = z.object({
  purpose: purposeIdSchema,
  retention: json(retentionSchema),
  destroyed_at: z.nullable(z.number()),
  destroyed_by: z.nullable(bytesText),
  how: z.nullable(z.enum(['shredded', 'burnt', 'struck-out'])),
});
/** What is left of a line where the rest of it makes no sense. */
const lineRow = z.object({ record: bytesText, number: z.number() });
const nextRow = z.object({ next: z.number() });

/** The register of paper. `property` is the property's row id throughout. */
export class PaperTables {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  insert(property: number, { at, record, actor, checkOut, departed, place, parts }: ChangeOf<'record-paper'>): void {
    const { next } = nextRow.parse(
      this.#database
        .prepare('SELECT coalesce(max(number), 0) + 1 AS next FROM paper_records WHERE property = ?')
        .get(property),
    );
    const { lastInsertRowid } = this.#database
      .prepare(
        `INSERT INTO paper_records (property, record, number, at, actor, check_out, departed, place)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(property, decode(record), next, at, decode(actor), checkOut, Number(departed), place);
    const part = this.#database.prepare('INSERT INTO paper_parts (record, purpose, retention) VALUES (?, ?, ?)');
    for (const { purpose, retention } of parts) part.run(lastInsertRowid, purpose, JSON.stringify(retention));
  }

  /** Whether any property's register holds it. */
  isTaken(record: string): boolean {
    return this.#database.prepare('SELECT 1 FROM paper_records WHERE record = ?').get(decode(record)) !== undefined;
  }

  one(property: number, record: string): StoredPaper | null {
    const row = this.#database
      .prepare('SELECT * FROM paper_records WHERE property = ? AND record = ?')
      .get(property, decode(record));
    return row === undefined ? null : this.#whole(row);
  }

  /** The newest first: every sheet something of which is still there, and at most `gone` of the others. */
  list(property: number, gone: number): (StoredPaper | UnreadablePaper)[] {
    const isThere = 'EXISTS (SELECT 1 FROM paper_parts p WHERE p.record = r.id AND p.destroyed_at IS NULL)';
    return this.#database
      .prepare(
        `SELECT * FROM paper_records r WHERE property = ?1 AND ${isThere}
          UNION ALL SELECT * FROM (SELECT * FROM paper_records r WHERE property = ?1 AND NOT ${isThere} ORDER BY number DESC LIMIT ?2)
          ORDER BY number DESC`,
      )
      .all(property, gone)
      .map((row) =>
        readOr(
          () => this.#whole(row),
          () => ({ ...lineRow.parse(row), unreadable: true as const }),
        ),
      );
  }

  setStay(record: string, checkOut: string, departed: boolean): void {
    this.#database
      .prepare('UPDATE paper_records SET check_out = ?, departed = ? WHERE record = ?')
      .run(checkOut, Number(departed), decode(record));
  }

  destroy({ record, at, actor, how, purposes }: ChangeOf<'destroy-paper'>): void {
    const part = this.#database.prepare(
      `UPDATE paper_parts SET destroyed_at = ?, destroyed_by = ?, how = ?
        WHERE record = (SELECT id FROM paper_records WHERE record = ?) AND purpose = ?`,
    );
    for (const purpose of purposes) part.run(at, decode(actor), how, decode(record), purpose);
  }

  #whole(row: unknown): StoredPaper {
    const { id, record, number, at, actor, check_out: checkOut, departed, place } = recordRow.parse(row);
    const parts = this.#database
      .prepare('SELECT * FROM paper_parts WHERE record = ? ORDER BY id')
      .all(id)
      .map((stored) => {
        const part = partRow.parse(stored);
        const { destroyed_at: gone, destroyed_by: by, how, purpose, retention } = part;
        const destroyed = gone === null || by === null || how === null ? null : { at: gone, by, how };
        return { purpose, retention, destroyed };
      });
    return { record, number, at, actor, checkOut, departed: departed === 1, place, parts };
  }
}
