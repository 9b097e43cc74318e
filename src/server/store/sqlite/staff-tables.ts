import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod/mini';
import { type Role, roleSchema } from '../../../protocol/roles.ts';
import {
  credentialSchema,
  type Grant,
  grantSchema,
  type KeyPurpose,
  keyPurposeSchema,
  type Person,
  sealedSchema,
} from '../../../protocol/staff.ts';
import type { NewPerson } from '../../../protocol/staff.ts';
import { toInstant } from '../../../protocol/time.ts';
import type { ChangeOf } from '../change.ts';
import type { Rejoined } from '../staff-change.ts';
import type { StoredPerson } from '../people-store.ts';
import { bytesText, decode, json } from './column.ts';

const idRow = z.object({ id: z.number() });
const personRow = z.object({
  id: z.number(),
  person: bytesText,
  handle: z.string(),
  display_name: z.string(),
  role: roleSchema,
  public_key: bytesText,
  credential: json(credentialSchema),
  sealed_root: z.nullable(json(sealedSchema)),
  trained_at: z.nullable(z.number()),
  passphrase_at: z.number(),
});
const grantRow = z.object({
  purpose: keyPurposeSchema,
  key_id: bytesText,
  epoch: z.number(),
  sealed: json(sealedSchema),
});
/** The tables of people and grants. */
export class StaffTables {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  people(property: number): Person[] {
    return this.#database
      .prepare('SELECT * FROM people WHERE property = ? ORDER BY id')
      .all(property)
      .map((row) => this.#stored(row).person);
  }

  byHandle(property: number, handle: string): StoredPerson | null {
    const row = this.#database.prepare('SELECT * FROM people WHERE property = ? AND handle = ?').get(property, handle);
    return row === undefined ? null : this.#stored(row);
  }

  byId(property: number, person: string): StoredPerson | null {
    const row = this.#database
      .prepare('SELECT * FROM people WHERE property = ? AND person = ?')
      .get(property, decode(person));
    return row === undefined ? null : this.#stored(row);
  }

  isTaken(property: number, person: NewPerson): boolean {
    const sql = 'SELECT id FROM people WHERE person = ? OR (property = ? AND handle = ?)';
    return this.#database.prepare(sql).get(decode(person.id), property, person.handle) !== undefined;
  }

  handleIsTaken(property: number, handle: string): boolean {
    return this.byHandle(property, handle) !== null;
  }

  idIsTaken(person: string): boolean {
    return this.#database.prepare('SELECT id FROM people WHERE person = ?').get(decode(person)) !== undefined;
  }

  insert(property: number, person: NewPerson, at: number): void {
    const { id } = idRow.parse(
      this.#database
        .prepare(
          `INSERT INTO people
              (property, person, handle, display_name, role, public_key, credential, added_at, passphrase_at, sealed_root)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id`,
        )
        .get(
          property,
          decode(person.id),
          person.handle,
          person.displayName,
          person.role,
          decode(person.publicKey),
          JSON.stringify(person.credential),
          at,
          at,
          person.sealedRoot === undefined ? null : JSON.stringify(person.sealedRoot),
        ),
    );
    for (const { purpose, keyId, epoch, sealed } of person.grants) {
      this.#database
        .prepare('INSERT INTO grants (person, purpose, key_id, epoch, sealed) VALUES (?, ?, ?, ?, ?)')
        .run(id, purpose, decode(keyId), epoch, JSON.stringify(sealed));
    }
  }

  /** Adds grants to people who are there already; one they hold stays as it is. */
  addGrants(property: number, grants: ChangeOf<'publish'>['grants']): void {
    for (const { person, grant } of grants) {
      this.#database
        .prepare(
          `INSERT INTO grants (person, purpose, key_id, epoch, sealed)
            SELECT id, ?, ?, ?, ? FROM people WHERE person = ? AND property = ? ON CONFLICT DO NOTHING`,
        )
        .run(grant.purpose, decode(grant.keyId), grant.epoch, JSON.stringify(grant.sealed), decode(person), property);
    }
  }

  grantedKeys(person: string, purpose: string): string[] {
    return this.#database
      .prepare('SELECT key_id FROM grants g JOIN people p ON p.id = g.person WHERE p.person = ? AND purpose = ?')
      .all(decode(person), purpose)
      .map((row) => z.object({ key_id: bytesText }).parse(row).key_id);
  }

  /** Keys that somebody at work in the hotel holds. */
  heldKeys(property: number): string[] {
    return this.#database
      .prepare('SELECT DISTINCT key_id FROM grants g JOIN people p ON p.id = g.person WHERE p.property = ?')
      .all(property)
      .map((row) => z.object({ key_id: bytesText }).parse(row).key_id);
  }

  /** False where the person is not there, or has another passphrase by now. */
  changePassphrase(property: number, of: ChangeOf<'change-passphrase'>): boolean {
    const sql = 'SELECT * FROM people WHERE property = ? AND person = ?';
    const found = this.#database.prepare(sql).get(property, decode(of.person));
    if (found === undefined) return false;
    const { id, credential } = personRow.parse(found);
    if (credential.proofHash !== of.proofHash) return false;
    this.#database
      .prepare('UPDATE people SET credential = ?, passphrase_at = ? WHERE id = ?')
      .run(JSON.stringify(of.credential), of.at, id);
    this.#database.prepare('DELETE FROM sessions WHERE person = ? AND hash <> ?').run(id, decode(of.session));
    return true;
  }

  /** Other keys in the place of all somebody had; passkeys hold the old ones, and sessions come of them. */
  replaceKeys(property: number, { id, publicKey, credential, sealedRoot }: Rejoined, at: number): void {
    const person = '(SELECT id FROM people WHERE property = ? AND person = ?)';
    for (const table of ['grants', 'sessions', 'passkeys'])
      this.#database.prepare(`DELETE FROM ${table} WHERE person = ${person}`).run(property, decode(id));
    this.#database
      .prepare(
        `UPDATE people SET public_key = ?, credential = ?, sealed_root = ?, passphrase_at = ?
          WHERE property = ? AND person = ?`,
      )
      .run(
        decode(publicKey),
        JSON.stringify(credential),
        sealedRoot === null ? null : JSON.stringify(sealedRoot),
        at,
        property,
        decode(id),
      );
  }

  setTrained(property: number, person: string, at: number): void {
    this.#database
      .prepare('UPDATE people SET trained_at = ? WHERE property = ? AND person = ?')
      .run(at, property, decode(person));
  }

  setRole(property: number, person: string, role: Role): boolean {
    const { changes } = this.#database
      .prepare('UPDATE people SET role = ? WHERE property = ? AND person = ?')
      .run(role, property, decode(person));
    return changes > 0;
  }

  /** With everything that is theirs. */
  remove(property: number, person: string): void {
    const id = '(SELECT id FROM people WHERE property = ? AND person = ?)';
    for (const table of ['grants', 'sessions', 'restorations'])
      this.#database.prepare(`DELETE FROM ${table} WHERE person = ${id}`).run(property, decode(person));
    this.#database.prepare('DELETE FROM people WHERE property = ? AND person = ?').run(property, decode(person));
  }

  /** Every epoch's keys of a purpose. */
  revoke(property: number, person: string, purpose: KeyPurpose): void {
    this.#database
      .prepare(
        'DELETE FROM grants WHERE purpose = ? AND person = (SELECT id FROM people WHERE property = ? AND person = ?)',
      )
      .run(purpose, property, decode(person));
  }

  #stored(stored: unknown): StoredPerson {
    const row = personRow.parse(stored);
    const grants = this.#grants(row.id);
    const person: Person = {
      id: row.person,
      handle: row.handle,
      displayName: row.display_name,
      role: row.role,
      publicKey: row.public_key,
      granted: [...new Set(grants.map(({ purpose }) => purpose))],
      trainedAt: row.trained_at === null ? null : toInstant(row.trained_at),
      passphraseSince: toInstant(row.passphrase_at),
    };
    return { person, credential: row.credential, grants, sealedRoot: row.sealed_root };
  }

  #grants(person: number): Grant[] {
    return this.#database
      .prepare('SELECT purpose, key_id, epoch, sealed FROM grants WHERE person = ? ORDER BY id')
      .all(person)
      .map((stored) => {
        const { purpose, key_id: keyId, epoch, sealed } = grantRow.parse(stored);
        return grantSchema.parse({ purpose, keyId, epoch, sealed });
      });
  }
}
