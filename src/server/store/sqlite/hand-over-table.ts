import type { DatabaseSync, StatementSync } from 'node:sqlite';
import * as z from 'zod/mini';
import { type HandedOver, handedOverSchema, type HandOverWay } from '../../../protocol/hand-over.ts';
import { toInstant } from '../../../protocol/time.ts';
import { bytesText, decode } from './column.ts';

const handOverRow = z.object({ at: z.number(), actor: bytesText, way: handedOverSchema.shape.way, event: z.number() });

const readSql = 'SELECT at, actor, way, event FROM hand_overs WHERE registration = ?';

/** What a registration's row says of its hand-over to the police. */
export function handedOverOf(prepare: (sql: string) => StatementSync, row: number): HandedOver | null {
  const stored = prepare(readSql).get(row);
  if (stored === undefined) return null;
  const { at, actor, way, event } = handOverRow.parse(stored);
  return { at: toInstant(at), by: actor, way, consentNumber: event };
}

/** Which registrations were handed over. `row` is the registration's row id. */
export class HandOverTable {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  get(row: number): HandedOver | null {
    return handedOverOf((sql) => this.#database.prepare(sql), row);
  }

  /** Puts it in the place of what was there. `event` is the newest consent event. */
  set(
    row: number,
    of: { readonly at: number; readonly actor: string; readonly way: HandOverWay },
    event: number,
  ): void {
    this.#database
      .prepare('INSERT OR REPLACE INTO hand_overs (registration, at, actor, way, event) VALUES (?, ?, ?, ?, ?)')
      .run(row, of.at, decode(of.actor), of.way, event);
  }

  /** Makes the registration new to every tablet. */
  tell(row: number, change: number): void {
    this.#database.prepare('UPDATE registrations SET change = ? WHERE id = ?').run(change, row);
  }

  delete(row: number): void {
    this.#database.prepare('DELETE FROM hand_overs WHERE registration = ?').run(row);
  }
}
