import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod/mini';
import { dateSchema } from '../../../protocol/time.ts';
import { digest } from '../../digest.ts';
import type { DamagedRecord } from '../retention-store.ts';
import { blob, bytesText, decode, encode } from './column.ts';
import { deskPlace, envelopePlaces } from './row-ids.ts';

const damagedRow = z.object({
  id: z.number(),
  owner: z.number(),
  state: z.string(),
  purposes: z.string(),
  received_at: z.number(),
  check_in: z.string(),
  check_out: z.string(),
  desk_check_out: z.nullable(z.string()),
  events: z.number(),
});
type DamagedRow = z.infer<typeof damagedRow>;

const nameRow = z.object({ name: z.string() });
const untilRow = z.object({ until: z.nullable(z.string()) });
const noteRow = z.object({ ciphertext: blob });
const idRow = z.object({ registration: bytesText });

const inside = 'id >= ? AND id < ?';
const listed = '(SELECT value FROM json_each(?))';
const aDay = "GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'";

/**
 * Records that can't be read: what their columns' types alone allow to say, and their destruction by row id. `row` is the registration's
 * row id.
 */
export class DamagedTables {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  byId(registration: string): DamagedRow | null {
    const sql = `SELECT id, property AS owner, state, purposes, received_at, check_in, check_out, desk_check_out, events
      FROM registrations WHERE registration = ?`;
    const stored = this.#database.prepare(sql).get(decode(registration));
    return stored === undefined ? null : damagedRow.parse(stored);
  }

  record(property: number, registration: string): DamagedRecord | null {
    const there = this.byId(registration);
    if (there === null || there.owner !== property) return null;
    const days = [there.check_in, there.check_out, there.desk_check_out ?? '', ...this.#untils(there.id)];
    return {
      registration,
      receivedAt: there.received_at,
      days: days.filter((day) => dateSchema.safeParse(day).success),
      names: this.names(there.id),
    };
  }

  /** Whoever no run would come by: in no state there is, or awaited for no day there is. */
  adrift(property: number): string[] {
    const sql = `SELECT registration FROM registrations WHERE property = ?
      AND (state NOT IN ('received', 'seen', 'arrived', 'departed', 'erased', 'expired')
        OR (state IN ('received', 'seen') AND NOT check_in ${aDay})) ORDER BY id`;
    return this.#database
      .prepare(sql)
      .all(property)
      .map((stored) => idRow.parse(stored).registration);
  }

  /** What each envelope goes by, as it stands there. */
  names(row: number): string[] {
    return this.#database
      .prepare(`SELECT coalesce(purpose, kind) AS name FROM envelopes WHERE ${inside} ORDER BY id`)
      .all(...places(row))
      .map((stored) => nameRow.parse(stored).name);
  }

  /** Destroys every envelope but those that go by `kept`, and writes that the registration has ended. */
  end(row: number, change: number, state: 'erased' | 'expired', kept: readonly string[]): void {
    const names = JSON.stringify(kept);
    this.#database
      .prepare(`DELETE FROM envelopes WHERE ${inside} AND coalesce(purpose, kind) NOT IN ${listed}`)
      .run(...places(row), names);
    this.#database
      .prepare(`DELETE FROM sealed_off WHERE registration = ? AND purpose NOT IN ${listed}`)
      .run(row, names);
    this.#database
      .prepare(
        `UPDATE registrations SET state = ?, purposes = '', withdrawn = '', party = NULL, file_number = NULL, change = ? WHERE id = ?`,
      )
      .run(state, change, row);
  }

  /** Destroys the envelopes that go by `names` and were sealed under an event of a lower number than `through`. */
  erase({ id: row, purposes }: DamagedRow, change: number, names: readonly string[], through: number): void {
    this.#database
      .prepare(`DELETE FROM envelopes WHERE ${inside} AND event < ? AND coalesce(purpose, kind) IN ${listed}`)
      .run(...places(row), through, JSON.stringify(names));
    const left = this.names(row);
    const held = purposes.split(',').filter((one) => !names.includes(one) || left.includes(one));
    this.#database
      .prepare('UPDATE registrations SET purposes = ?, change = ? WHERE id = ?')
      .run(held.join(), change, row);
  }

  /** Destroys the desk's note of this hash. */
  eraseNote(row: number, change: number, hash: string): void {
    const id = row * envelopePlaces + deskPlace;
    const stored = this.#database.prepare('SELECT ciphertext FROM envelopes WHERE id = ?').get(id);
    if (stored === undefined || digest(encode(noteRow.parse(stored).ciphertext)) !== hash) return;
    this.#database.prepare('DELETE FROM envelopes WHERE id = ?').run(id);
    this.#database.prepare('UPDATE registrations SET change = ? WHERE id = ?').run(change, row);
  }

  #untils(row: number): string[] {
    return this.#database
      .prepare('SELECT until FROM sealed_off WHERE registration = ?')
      .all(row)
      .map((stored) => untilRow.parse(stored).until ?? '');
  }
}

/** The row ids of a registration's envelopes: from, and up to. */
function places(row: number): [number, number] {
  return [row * envelopePlaces, (row + 1) * envelopePlaces];
}
