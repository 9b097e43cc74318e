import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod/mini';
import { purposeIdSchema } from '../../../protocol/purposes.ts';
import { openingReasonSchema } from '../../../protocol/roles.ts';
import type { AnswerApproval, NewApproval, StoredApproval } from '../approval-changes.ts';
import { bytesText, decode } from './column.ts';

const approvalRow = z.object({
  approval: bytesText,
  registration: bytesText,
  purpose: purposeIdSchema,
  reason: openingReasonSchema,
  asker: bytesText,
  asked_at: z.number(),
  until: z.number(),
  state: z.enum(['waiting', 'approved', 'refused', 'emergency', 'reviewed']),
  decided_by: z.nullable(bytesText),
});

/** Questions for approval, and openings nobody had approved. `property` and `row` are row ids, `row` the registration's. */
export class ApprovalTable {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  insert(property: number, row: number, of: NewApproval, state: 'waiting' | 'emergency', at: number): void {
    this.#database
      .prepare(
        `INSERT INTO approvals (approval, property, registration, purpose, reason, asker, asked_at, until, state)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(decode(of.id), property, row, of.purpose, of.reason, decode(of.asker), at, of.until, state);
  }

  answer({ approval, decision, by, until }: AnswerApproval): void {
    this.#database
      .prepare('UPDATE approvals SET state = ?, decided_by = ?, until = ? WHERE approval = ?')
      .run(decision, decode(by), until, decode(approval));
  }

  get(property: number, approval: string): StoredApproval | null {
    return this.#select('a.property = ? AND approval = ?', [property, decode(approval)])[0] ?? null;
  }

  list(property: number, since: number): StoredApproval[] {
    const where = "a.property = ? AND (asked_at >= ? OR a.state = 'emergency') ORDER BY a.id DESC";
    return this.#select(where, [property, since]);
  }

  /** Ends the approvals somebody gave that still hold at a moment. Returns whether there were any. */
  endGivenBy(property: number, person: string, at: number): boolean {
    const sql =
      "UPDATE approvals SET until = ?3 WHERE property = ?1 AND decided_by = ?2 AND state = 'approved' AND until > ?3";
    return this.#database.prepare(sql).run(property, decode(person), at).changes > 0;
  }

  /** Removes what was asked before a moment. */
  forget(property: number, before: number): void {
    this.#database
      .prepare("DELETE FROM approvals WHERE property = ? AND asked_at < ? AND state <> 'emergency'")
      .run(property, before);
  }

  /** Removes what was asked about a registration. Returns whether there was anything. */
  end(row: number): boolean {
    const ended = this.#database
      .prepare("DELETE FROM approvals WHERE registration = ? AND state <> 'emergency'")
      .run(row);
    return ended.changes > 0;
  }

  #select(where: string, values: (number | Uint8Array)[]): StoredApproval[] {
    return this.#database
      .prepare(
        `SELECT approval, r.registration, purpose, reason, asker, asked_at, until, a.state, decided_by
          FROM approvals a JOIN registrations r ON r.id = a.registration WHERE ${where}`,
      )
      .all(...values)
      .map((stored) => {
        const { approval: id, asked_at: askedAt, decided_by: decidedBy, ...rest } = approvalRow.parse(stored);
        return { id, ...rest, askedAt, decidedBy };
      });
  }
}
