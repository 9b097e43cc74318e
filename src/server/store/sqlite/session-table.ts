import type { DatabaseSync, StatementSync } from 'node:sqlite';
import * as z from 'zod/mini';
import { type Role, roleSchema } from '../../../protocol/roles.ts';
import { deviceKindSchema } from '../../../protocol/staff.ts';
import type { ChangeOf } from '../change.ts';
import type { StoredSession } from '../people-store.ts';
import { bytesText, decode } from './column.ts';

const sessionRow = z.object({
  property: z.string(),
  person: bytesText,
  role: roleSchema,
  started_at: z.number(),
  used_at: z.number(),
  proven_at: z.number(),
  device: deviceKindSchema,
});

/** Sessions of people, by the hash of their secret. */
export class SessionTable {
  readonly #database: DatabaseSync;
  readonly #session: StatementSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
    this.#session = database.prepare(
      `SELECT t.property, p.person, p.role, s.started_at, s.used_at, s.proven_at, s.device
        FROM sessions s JOIN people p ON p.id = s.person JOIN properties t ON t.id = p.property WHERE s.hash = ?`,
    );
  }

  get(hash: string): StoredSession | null {
    const stored = this.#session.get(decode(hash));
    if (stored === undefined) return null;
    return readSession(stored);
  }

  of(property: number): (StoredSession & { readonly hash: string })[] {
    return this.#database
      .prepare(
        `SELECT s.hash, t.property, p.person, p.role, s.started_at, s.used_at, s.proven_at, s.device
          FROM sessions s JOIN people p ON p.id = s.person JOIN properties t ON t.id = p.property WHERE t.id = ?`,
      )
      .all(property)
      .map((row) => ({ hash: z.object({ hash: bytesText }).parse(row).hash, ...readSession(row) }));
  }

  endAll(property: number): void {
    this.#database
      .prepare('DELETE FROM sessions WHERE person IN (SELECT id FROM people WHERE property = ?)')
      .run(property);
  }

  endOfPerson(property: number, person: string): void {
    this.#database
      .prepare('DELETE FROM sessions WHERE person IN (SELECT id FROM people WHERE property = ? AND person = ?)')
      .run(property, decode(person));
  }

  endOfRole(property: number, role: Role): void {
    this.#database
      .prepare('DELETE FROM sessions WHERE person IN (SELECT id FROM people WHERE property = ? AND role = ?)')
      .run(property, role);
  }

  start(property: number, of: ChangeOf<'start-session'>): void {
    this.#database
      .prepare('DELETE FROM sessions WHERE started_at < ? AND person IN (SELECT id FROM people WHERE property = ?)')
      .run(of.forget, property);
    this.#database
      .prepare(
        `INSERT INTO sessions (hash, person, started_at, used_at, proven_at, device)
          VALUES (?1, (SELECT id FROM people WHERE person = ?2 AND property = ?3), ?4, ?4, ?4, ?5)`,
      )
      .run(decode(of.hash), decode(of.person), property, of.moment, of.device);
  }

  touch(hash: string, moment: number): void {
    this.#database.prepare('UPDATE sessions SET used_at = max(used_at, ?) WHERE hash = ?').run(moment, decode(hash));
  }

  /** Whether there was such a session. */
  stepUp(property: number, { hash, moment }: ChangeOf<'step-up'>): boolean {
    const { changes } = this.#database
      .prepare(
        'UPDATE sessions SET proven_at = ? WHERE hash = ? AND person IN (SELECT id FROM people WHERE property = ?)',
      )
      .run(moment, decode(hash), property);
    return changes > 0;
  }

  end(hash: string): void {
    this.#database.prepare('DELETE FROM sessions WHERE hash = ?').run(decode(hash));
  }
}

function readSession(stored: unknown): StoredSession {
  const row = sessionRow.parse(stored);
  const { property, person, role, started_at: startedAt, used_at: usedAt, proven_at: provenAt, device } = row;
  return { property, person, role, startedAt, usedAt, provenAt, device };
}
