import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod/mini';
import { toDate } from '../../../protocol/time.ts';
import type { PurposeId } from '../../../protocol/purposes.ts';
import { registrationStateSchema } from '../../../protocol/submission.ts';
import type { ChangeOf } from '../change.ts';
import type { AwaitedRegistration, KeptRegistration, UnreadableRegistration } from '../retention-store.ts';
import { bytesText, decode } from './column.ts';
import { readOrMark } from './read-or-mark.ts';
import { dayText, purposeList } from './registration-rows.ts';

const keptRow = z.object({
  id: z.number(),
  registration: bytesText,
  state: registrationStateSchema,
  check_in: dayText,
  check_out: dayText,
  received_at: z.number(),
  purposes: purposeList,
  events: z.number(),
  consent: z.string(),
});
const arrivedState = z.enum(['arrived', 'departed']);
const awaitedState = z.enum(['received', 'seen']);
const countRow = z.object({ rows: z.number() });
const holds = "(? IS NULL OR instr(',' || purposes || ',', ',' || ? || ',') > 0)";
const jwsRow = z.object({ jws: z.string() });
const certificateRow = z.object({ leaf: z.number(), manifest_sequence: z.number(), text: z.string(), at: z.number() });
const timeRow = z.object({ at: z.number() });

/** What the retention job reads and keeps. `property` is the property's row id throughout. */
export class RetentionTables {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** Only those that hold a purpose's envelope, where one is named. */
  kept(
    property: number,
    after: number,
    limit: number,
    purpose: PurposeId | null = null,
  ): ((KeptRegistration & { readonly checkIn: string }) | UnreadableRegistration)[] {
    return this.#rows("'arrived', 'departed'", property, after, limit, purpose).map((row) =>
      'unreadable' in row ? row : { ...row, state: arrivedState.parse(row.state) },
    );
  }

  awaited(
    property: number,
    after: number,
    limit: number,
    purpose: PurposeId | null,
  ): (AwaitedRegistration | UnreadableRegistration)[] {
    return this.#rows("'received', 'seen'", property, after, limit, purpose).map((row) =>
      'unreadable' in row ? row : { ...row, state: awaitedState.parse(row.state) },
    );
  }

  #rows(states: string, property: number, after: number, limit: number, purpose: PurposeId | null) {
    const later = this.#database.prepare('SELECT jws FROM later_events WHERE registration = ? ORDER BY number');
    return this.#database
      .prepare(
        `SELECT id, registration, state, check_in, coalesce(desk_check_out, check_out) AS check_out, received_at, purposes, events, consent
          FROM registrations
          WHERE property = ? AND id > ? AND state IN (${states}) AND ${holds} ORDER BY id LIMIT ?`,
      )
      .all(property, after, purpose, purpose, limit)
      .map((stored) =>
        readOrMark(stored, () => {
          const row = keptRow.parse(stored);
          const more = row.events === 1 ? [] : later.all(row.id).map((event) => jwsRow.parse(event).jws);
          return {
            row: row.id,
            registration: row.registration,
            state: row.state,
            checkIn: row.check_in,
            checkOut: row.check_out,
            receivedAt: row.received_at,
            purposes: row.purposes,
            events: row.events,
            jws: [row.consent, ...more],
          };
        }),
      );
  }

  overdue(property: number, before: number, after: string | null, limit: number): string[] {
    const sql = `SELECT registration FROM registrations
      WHERE property = ? AND received_at < ? AND check_in < ? AND state IN ('received', 'seen')
        AND id > coalesce((SELECT id FROM registrations WHERE registration = ?), 0) ORDER BY id LIMIT ?`;
    return this.#database
      .prepare(sql)
      .all(property, before, toDate(before), after === null ? null : decode(after), limit)
      .map((row) => z.object({ registration: bytesText }).parse(row).registration);
  }

  countKept(property: number, purpose: PurposeId): number {
    const counted = this.#database
      .prepare(
        `SELECT count(*) AS rows FROM registrations WHERE property = ? AND state IN ('arrived', 'departed') AND ${holds}`,
      )
      .get(property, purpose, purpose);
    return countRow.parse(counted).rows;
  }

  /** Blanks what the row says of the stay. */
  forgetStay(row: number): void {
    this.#database
      .prepare(
        `UPDATE registrations SET channel = '', language = '', party_size = 0, minors = 0, check_in = '', check_out = '', desk_check_out = NULL,
          party = NULL, agreed = '' WHERE id = ?`,
      )
      .run(row);
  }

  setStay(row: number, change: number, state: 'arrived' | 'departed', checkOut: string): void {
    this.#database
      .prepare('UPDATE registrations SET state = ?, desk_check_out = ?, change = ? WHERE id = ?')
      .run(state, checkOut, change, row);
  }

  certify(property: number, leaf: number, { at, text, manifestSequence }: ChangeOf<'certify'>): void {
    this.#database
      .prepare('INSERT INTO certificates (property, at, leaf, manifest_sequence, text) VALUES (?, ?, ?, ?, ?)')
      .run(property, at, leaf, manifestSequence, text);
  }

  certificates(property: number, limit: number): z.infer<typeof certificateRow>[] {
    return this.#database
      .prepare('SELECT leaf, manifest_sequence, text, at FROM certificates WHERE property = ? ORDER BY id DESC LIMIT ?')
      .all(property, limit)
      .map((row) => certificateRow.parse(row));
  }

  countedTime(): number | null {
    const row = this.#database.prepare('SELECT at FROM counted_time WHERE id = 1').get();
    return row === undefined ? null : timeRow.parse(row).at;
  }

  keepCountedTime(at: number): void {
    this.#database
      .prepare('INSERT INTO counted_time (id, at) VALUES (1, ?) ON CONFLICT DO UPDATE SET at = excluded.at')
      .run(at);
  }
}
