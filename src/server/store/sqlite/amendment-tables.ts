import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod/mini';
import { purposeIdSchema } from '../../../protocol/purposes.ts';
import { deletedClassSchema } from '../../../protocol/receipt.ts';
import type { AnySealedOff, UnreadableRegistration } from '../retention-store.ts';
import type { KeptSealedOff, NewErasure, SealedOff } from '../stored-erasure.ts';
import type { NewEvent, NewReceipt } from '../guest-changes.ts';
import { joinReceipt, splitReceipt } from '../receipt-template.ts';
import type { StoredErasure } from '../stored-erasure.ts';
import { bytesText, decode, json } from './column.ts';
import { readOrMark } from './read-or-mark.ts';
import type { ReceiptTemplates } from './receipt-templates.ts';
import { agreedList, dayText } from './registration-rows.ts';

const eventRow = z.object({ jws: z.string(), hash: bytesText });
const receiptRow = z.object({
  number: z.number(),
  body_hash: z.nullable(bytesText),
  template: z.string(),
  receipt_parts: json(z.array(z.string())),
  leaf: z.number(),
  manifest_sequence: z.number(),
  moment: z.nullable(z.number()),
});
const stillSealedRow = z.object({ purpose: purposeIdSchema, until: z.nullable(z.string()) });
const sealedRow = z.extend(stillSealedRow, { agreed: agreedList });
const anySealedRow = z.extend(sealedRow, { registration: bytesText, check_out: dayText });
const erasureRow = z.object({
  ledger: bytesText,
  registration: bytesText,
  classes: json(z.array(deletedClassSchema)),
  through: z.number(),
  at: z.number(),
  by_term: z.number(),
  note: z.nullable(bytesText),
});

/** A receipt as its row says; the caller knows the tree. */
export type LaterReceipt = Omit<z.infer<typeof receiptRow>, 'template' | 'receipt_parts'> & { readonly text: string };

/** What came to registrations after the first event and receipt. `row` is the registration's row id, `property` the property's. */
export class AmendmentTables {
  readonly #database: DatabaseSync;
  readonly #templates: ReceiptTemplates;

  constructor(database: DatabaseSync, templates: ReceiptTemplates) {
    this.#database = database;
    this.#templates = templates;
  }

  addEvent(row: number, { number, jws, hash }: NewEvent): void {
    this.#database
      .prepare('INSERT INTO later_events (registration, number, jws, hash) VALUES (?, ?, ?, ?)')
      .run(row, number, jws, decode(hash));
    this.#database
      .prepare('UPDATE registrations SET events = ?, event_hash = ? WHERE id = ?')
      .run(number, decode(hash), row);
  }

  events(row: number): { jws: string; hash: string }[] {
    return this.#database
      .prepare('SELECT jws, hash FROM later_events WHERE registration = ? ORDER BY number')
      .all(row)
      .map((stored) => eventRow.parse(stored));
  }

  /** SHA-256 of a later event. Throws where there is none. */
  eventHash(row: number, number: number): string {
    const sql = 'SELECT jws, hash FROM later_events WHERE registration = ? AND number = ?';
    return eventRow.parse(this.#database.prepare(sql).get(row, number)).hash;
  }

  addReceipt(
    row: number,
    leaf: number,
    moment: number,
    { number, text, parts, manifestSequence, bodyHash }: NewReceipt,
  ): void {
    const split = splitReceipt(text, parts);
    this.#database
      .prepare(
        `INSERT INTO later_receipts (registration, number, body_hash, receipt_template, receipt_parts, leaf, manifest_sequence, moment)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(
        row,
        number,
        bodyHash === null ? null : decode(bodyHash),
        this.#templates.rowOf(split.template),
        JSON.stringify(split.parts),
        leaf,
        manifestSequence,
        moment,
      );
    this.#database.prepare('UPDATE registrations SET receipts = ? WHERE id = ?').run(number, row);
  }

  receipts(row: number): LaterReceipt[] {
    return this.#database
      .prepare(
        `SELECT number, body_hash, template, receipt_parts, leaf, manifest_sequence, moment
          FROM later_receipts l JOIN receipt_templates t ON t.id = l.receipt_template WHERE registration = ? ORDER BY number`,
      )
      .all(row)
      .map((stored) => {
        const { template, receipt_parts: parts, ...rest } = receiptRow.parse(stored);
        return { ...rest, text: joinReceipt({ template, parts }) };
      });
  }

  /** Number of the receipt that confirms these bytes, or null. */
  receiptOf(row: number, bodyHash: string): number | null {
    const stored = this.#database
      .prepare('SELECT number FROM later_receipts WHERE registration = ? AND body_hash = ?')
      .get(row, decode(bodyHash));
    return stored === undefined ? null : z.object({ number: z.number() }).parse(stored).number;
  }

  sealOff(row: number, { purpose, until }: SealedOff): void {
    this.#database
      .prepare('INSERT INTO sealed_off (registration, purpose, until) VALUES (?, ?, ?) ON CONFLICT DO NOTHING')
      .run(row, purpose, until);
  }

  endSealedOff(row: number, purpose: string): boolean {
    const done = this.#database
      .prepare('DELETE FROM sealed_off WHERE registration = ? AND purpose = ?')
      .run(row, purpose);
    return done.changes > 0;
  }

  sealedOff(row: number): KeptSealedOff[] {
    return this.#database
      .prepare(
        `SELECT s.purpose, s.until, r.agreed FROM sealed_off s JOIN registrations r ON r.id = s.registration
          WHERE s.registration = ? ORDER BY s.purpose`,
      )
      .all(row)
      .map((stored) => sealedAs(sealedRow.parse(stored)));
  }

  /** The same without what it was told on, which a damaged record may not say. */
  stillSealedOff(row: number): SealedOff[] {
    return this.#database
      .prepare('SELECT purpose, until FROM sealed_off WHERE registration = ? ORDER BY purpose')
      .all(row)
      .map((stored) => stillSealedRow.parse(stored));
  }

  allSealedOff(property: number): (AnySealedOff | UnreadableRegistration)[] {
    return this.#database
      .prepare(
        `SELECT r.id, s.purpose, s.until, r.agreed, r.registration, coalesce(r.desk_check_out, r.check_out) AS check_out
          FROM sealed_off s JOIN registrations r ON r.id = s.registration WHERE r.property = ? ORDER BY r.id, s.purpose`,
      )
      .all(property)
      .map((stored) =>
        readOrMark(stored, () => {
          const { registration, check_out: checkOut, ...sealed } = anySealedRow.parse(stored);
          return { ...sealedAs(sealed), registration, checkOut };
        }),
      );
  }

  addErasure(property: number, registration: string, through: number, at: number, erasure: NewErasure): void {
    const { id, classes, byTerm, note } = erasure;
    this.#database
      .prepare(
        'INSERT INTO erasures (ledger, property, registration, classes, through, at, by_term, note) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      )
      .run(
        decode(id),
        property,
        decode(registration),
        JSON.stringify(classes),
        through,
        at,
        byTerm ? 1 : 0,
        note === undefined ? null : decode(note),
      );
  }

  erasures(property: number): StoredErasure[] {
    const sql = `SELECT ${erasureColumns} FROM erasures WHERE property = ? ORDER BY id`;
    return this.#database.prepare(sql).all(property).map(toErasure);
  }

  erasuresOf(registration: string): StoredErasure[] {
    const sql = `SELECT ${erasureColumns} FROM erasures WHERE registration = ? ORDER BY id`;
    return this.#database.prepare(sql).all(decode(registration)).map(toErasure);
  }
}

const erasureColumns = 'ledger, registration, classes, through, at, by_term, note';

function toErasure(stored: unknown): StoredErasure {
  const { ledger: id, by_term: byTerm, note, ...rest } = erasureRow.parse(stored);
  return { id, ...rest, ...(byTerm === 1 ? { byTerm: true } : {}), ...(note === null ? {} : { note }) };
}

function sealedAs({ purpose, until, agreed }: z.infer<typeof sealedRow>): KeptSealedOff {
  const version = agreed.find((one) => one.purpose === purpose)?.version;
  return version === undefined ? { purpose, until } : { purpose, until, version };
}
