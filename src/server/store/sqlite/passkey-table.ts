import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod/mini';
import { wrappedSchema } from '../../../protocol/staff.ts';
import type { ChangeOf } from '../change.ts';
import type { StoredPasskey } from '../people-store.ts';
import { bytesText, decode, json } from './column.ts';

const row = z.object({
  passkey: bytesText,
  owner: bytesText,
  credential: bytesText,
  public_key: bytesText,
  counter: z.number(),
  name: z.string(),
  wrapped: z.nullable(json(wrappedSchema)),
  added_at: z.number(),
  used_at: z.nullable(z.number()),
});
const count = z.object({ n: z.number() });
const selected = 'SELECT k.*, p.person AS owner FROM passkeys k JOIN people p ON p.id = k.person WHERE';

/** Passkeys of the people of all properties. They go with their person. */
export class PasskeyTable {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  of(person: string): StoredPasskey[] {
    return this.#database.prepare(`${selected} p.person = ? ORDER BY k.id`).all(decode(person)).map(read);
  }

  byCredential(property: number, credential: string): StoredPasskey | null {
    const found = this.#database
      .prepare(`${selected} p.property = ? AND k.credential = ?`)
      .get(property, decode(credential));
    return found === undefined ? null : read(found);
  }

  /** False where the credential is known or the person has as many as they can. */
  insert(property: number, { person, passkey, most, at }: ChangeOf<'add-passkey'>): boolean {
    const owned = 'SELECT count(*) AS n FROM passkeys WHERE person = (SELECT id FROM people WHERE person = ?)';
    if (count.parse(this.#database.prepare(owned).get(decode(person))).n >= most) return false;
    const { changes } = this.#database
      .prepare(
        `INSERT INTO passkeys (passkey, person, credential, public_key, counter, name, wrapped, added_at)
          SELECT ?, id, ?, ?, ?, ?, ?, ? FROM people WHERE person = ? AND property = ? ON CONFLICT DO NOTHING`,
      )
      .run(
        decode(passkey.id),
        decode(passkey.credential),
        decode(passkey.publicKey),
        passkey.counter,
        passkey.name,
        passkey.wrapped === null ? null : JSON.stringify(passkey.wrapped),
        at,
        decode(person),
        property,
      );
    return changes === 1;
  }

  /** False where there is none, or another use was first. A counter that stays 0 counts nothing. */
  use({ passkey, counter, at }: ChangeOf<'use-passkey'>): boolean {
    const { changes } = this.#database
      .prepare('UPDATE passkeys SET counter = ?1, used_at = ?2 WHERE passkey = ?3 AND (counter < ?1 OR ?1 = 0)')
      .run(counter, at, decode(passkey));
    return changes === 1;
  }

  remove({ person, passkey }: ChangeOf<'remove-passkey'>): boolean {
    const { changes } = this.#database
      .prepare('DELETE FROM passkeys WHERE passkey = ? AND person = (SELECT id FROM people WHERE person = ?)')
      .run(decode(passkey), decode(person));
    return changes === 1;
  }
}

function read(found: unknown): StoredPasskey {
  const { passkey, owner, credential, public_key: publicKey, ...rest } = row.parse(found);
  const { counter, name, wrapped, added_at: addedAt, used_at: usedAt } = rest;
  return { id: passkey, person: owner, credential, publicKey, counter, name, wrapped, addedAt, usedAt };
}
