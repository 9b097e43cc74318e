import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod/mini';
import { recoveryUploadSchema } from '../../../protocol/api.ts';
import type { ChangeOf } from '../change.ts';
import type { StoredProof, StoredRecovery, StoredRestoration } from '../people-store.ts';
import { bytesText, decode, json } from './column.ts';

const recoveryRow = z.object({
  upload: json(recoveryUploadSchema),
  proven_at: z.nullable(z.number()),
  used_at: z.nullable(z.number()),
});
const proofRow = z.object({ at: z.number(), actor: bytesText, rehearsal: z.number() });
const restorationRow = z.object({ at: z.number(), display_name: z.string() });

/** Recovery sheets: the one there is, the ids of those there were, their proofs, and the owners restored with one. */
export class RecoveryTables {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  get(property: number): StoredRecovery | null {
    const stored = this.#database
      .prepare('SELECT upload, proven_at, used_at FROM recoveries WHERE property = ?')
      .get(property);
    if (stored === undefined) return null;
    const { upload, proven_at: provenAt, used_at: usedAt } = recoveryRow.parse(stored);
    return { ...upload, provenAt, usedAt };
  }

  set(property: number, { upload, at }: ChangeOf<'make-recovery'>): void {
    this.#database
      .prepare(
        `INSERT INTO recoveries (property, upload, made_at) VALUES (?, ?, ?)
          ON CONFLICT DO UPDATE SET upload = excluded.upload, made_at = excluded.made_at, proven_at = NULL, used_at = NULL`,
      )
      .run(property, JSON.stringify(upload), at);
    if (upload.sheet === undefined) return;
    this.#database
      .prepare('INSERT INTO recovery_sheets (property, sheet) VALUES (?, ?) ON CONFLICT DO NOTHING')
      .run(property, decode(upload.sheet));
  }

  had(property: number, sheet: string): boolean {
    const sql = 'SELECT property FROM recovery_sheets WHERE property = ? AND sheet = ?';
    return this.#database.prepare(sql).get(property, decode(sheet)) !== undefined;
  }

  setTest(property: number, stored: StoredRecovery, { test }: ChangeOf<'renew-recovery-test'>): void {
    const { provenAt: _proven, usedAt: _used, ...upload } = stored;
    this.#database
      .prepare('UPDATE recoveries SET upload = ? WHERE property = ?')
      .run(JSON.stringify({ ...upload, test }), property);
  }

  unprove(property: number): void {
    this.#database.prepare('UPDATE recoveries SET proven_at = NULL WHERE property = ?').run(property);
  }

  prove(property: number, { at, actor }: ChangeOf<'prove-recovery'>, rehearsal: boolean): void {
    this.#database.prepare('UPDATE recoveries SET proven_at = ? WHERE property = ?').run(at, property);
    this.#database
      .prepare('INSERT INTO recovery_proofs (property, at, actor, rehearsal) VALUES (?, ?, ?, ?)')
      .run(property, at, decode(actor), rehearsal ? 1 : 0);
  }

  proofs(property: number): StoredProof[] {
    return this.#database
      .prepare('SELECT at, actor, rehearsal FROM recovery_proofs WHERE property = ? ORDER BY id DESC LIMIT 100')
      .all(property)
      .map((row) => {
        const { at, actor, rehearsal } = proofRow.parse(row);
        return { at, by: actor, rehearsal: rehearsal === 1 };
      });
  }

  /** Marks the sheet as used by the person who is there already. */
  use(property: number, { at, person }: ChangeOf<'restore-owner'>): void {
    this.#database.prepare('UPDATE recoveries SET used_at = ?, proven_at = NULL WHERE property = ?').run(at, property);
    this.#database
      .prepare('INSERT INTO restorations (property, person, at) SELECT property, id, ? FROM people WHERE person = ?')
      .run(at, decode(person.id));
  }

  restored(property: number): StoredRestoration | null {
    const row = this.#database
      .prepare(
        `SELECT r.at, p.display_name FROM restorations r JOIN people p ON p.id = r.person
          WHERE r.property = ? ORDER BY r.id DESC LIMIT 1`,
      )
      .get(property);
    if (row === undefined) return null;
    const { at, display_name: name } = restorationRow.parse(row);
    return { at, name };
  }
}
