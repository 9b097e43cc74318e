import type { DatabaseSync, StatementSync } from 'node:sqlite';
import * as z from 'zod/mini';
import type { DeskRow } from '../../../protocol/api.ts';
import { sealedPurposes } from '../../../protocol/check-submission.ts';
import type { PurposeId } from '../../../protocol/purposes.ts';
import { toInstant } from '../../../protocol/time.ts';
import { splitReceipt } from '../receipt-template.ts';
import type { ChangeOf } from '../change.ts';
import { decode, lookupKey } from './column.ts';
import { EnvelopeTable, type StoredEnvelope } from './envelope-table.ts';
import type { ReceiptTemplates } from './receipt-templates.ts';
import {
  agreedOfSealed,
  agreedText,
  listedRow,
  nameOf,
  registrationRow,
  type RegistrationRow,
  stayOf,
} from './registration-rows.ts';
import { deskPlace } from './row-ids.ts';
import { sealedFacts } from './sealed-facts.ts';
import { listedOrMarked } from './unreadable-of.ts';

const maxId = z.object({ id: z.nullable(z.number()) });

const columns = `r.id, r.property AS owner, p.property, registration, state, check_in, desk_check_out, received_at, seen_at, arrived_at,
  minors, check_out, purposes, withdrawn, agreed, signer, events, event_hash, receipts, lookup_hash, token_hash, consent, consent_hash, body_hash, template, receipt_parts, leaf, manifest_sequence`;

const from =
  'registrations r JOIN properties p ON p.id = r.property JOIN receipt_templates t ON t.id = r.receipt_template';

/** The tables of registrations and their envelopes. `property` and `row` are row ids throughout. */
export class RegistrationTables {
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  readonly #templates: ReceiptTemplates;
  readonly #envelopes: EnvelopeTable;

  constructor(database: DatabaseSync, templates: ReceiptTemplates) {
    this.#database = database;
    this.#templates = templates;
    this.#envelopes = new EnvelopeTable((sql) => this.#prepare(sql));
  }

  /** Highest row id, and highest change number of a property. */
  lastRow(): number {
    return maxId.parse(this.#prepare('SELECT max(id) AS id FROM registrations').get()).id ?? 0;
  }

  lastChange(property: number): number {
    return (
      maxId.parse(this.#prepare('SELECT max(change) AS id FROM registrations WHERE property = ?').get(property)).id ?? 0
    );
  }

  byId(registration: string): RegistrationRow | null {
    const sql = `SELECT ${columns} FROM ${from} WHERE registration = ?`;
    const row = this.#prepare(sql).get(decode(registration));
    return row === undefined ? null : registrationRow.parse(row);
  }

  byLookup(lookupHash: string): RegistrationRow | null {
    const sql = `SELECT ${columns} FROM ${from} WHERE lookup_key = ? AND lookup_hash = ?`;
    const hash = decode(lookupHash);
    const row = this.#prepare(sql).get(lookupKey(hash), hash);
    return row === undefined ? null : registrationRow.parse(row);
  }

  /** The same two questions, answered without reading the row: what a submission meets on its usual way. */
  has(registration: string, lookupHash: string): boolean {
    const hash = decode(lookupHash);
    return (
      this.#prepare('SELECT id FROM registrations WHERE registration = ?').get(decode(registration)) !== undefined ||
      this.#prepare('SELECT id FROM registrations WHERE lookup_key = ? AND lookup_hash = ?').get(
        lookupKey(hash),
        hash,
      ) !== undefined
    );
  }

  insert(row: number, property: number, change: number, leaf: number, of: ChangeOf<'register'>): void {
    const { submission } = of;
    const { template, parts } = splitReceipt(of.receipt, of.receiptParts);
    const lookupHash = decode(submission.lookupHash);
    this.#prepare(
      `INSERT INTO registrations (id, property, registration, change, state, channel, language, party_size, minors, check_in, check_out,
        received_at, purposes, agreed, signer, lookup_key, lookup_hash, token_hash, consent, consent_hash, body_hash, receipt_template, receipt_parts, leaf, manifest_sequence, party)
        VALUES (?, ?, ?, ?, 'received', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ).run(
      row,
      property,
      decode(submission.registration),
      change,
      submission.channel,
      submission.language,
      submission.partySize,
      submission.minors ? 1 : 0,
      submission.checkIn,
      submission.checkOut,
      of.at,
      sealedPurposes(submission).join(),
      agreedText(of.agreed),
      decode(submission.signer),
      lookupKey(lookupHash),
      lookupHash,
      decode(submission.tokenHash),
      submission.consent,
      decode(of.consentHash),
      decode(of.bodyHash),
      this.#templates.rowOf(template),
      JSON.stringify(parts),
      leaf,
      submission.manifest.sequence,
      submission.party === undefined ? null : decode(submission.party),
    );
    for (const [place, envelope] of submission.envelopes.entries()) this.#envelopes.insert(row, place, envelope, 1);
  }

  markSeen(row: number, change: number, at: number): void {
    this.#prepare("UPDATE registrations SET state = 'seen', seen_at = ?, change = ? WHERE id = ?").run(at, change, row);
  }

  arrive(row: number, change: number, fileNumber: number, { at, checkOut, desk }: ChangeOf<'arrive'>): void {
    this.#envelopes.insert(row, deskPlace, desk, 0);
    this.#prepare(
      `UPDATE registrations SET state = 'arrived', seen_at = coalesce(seen_at, ?1), arrived_at = ?1, desk_check_out = ?2, change = ?3,
        file_number = ?4 WHERE id = ?5`,
    ).run(at, checkOut, change, fileNumber, row);
  }

  correctStay(row: number, change: number, { checkOut, desk }: ChangeOf<'correct-stay'>): void {
    this.#envelopes.delete(row, deskPlace);
    this.#envelopes.insert(row, deskPlace, desk, 0);
    this.#prepare('UPDATE registrations SET desk_check_out = ?, change = ? WHERE id = ?').run(checkOut, change, row);
  }

  expire(row: number, change: number): void {
    this.#envelopes.deleteAll(row);
    this.#prepare(
      "UPDATE registrations SET state = 'expired', purposes = '', party = NULL, change = ? WHERE id = ?",
    ).run(change, row);
  }

  /**
   * Ends and replaces envelopes, and writes what the row says of them. `names` are purposes, card and self; a new envelope takes the
   * place of the one of its name.
   */
  amend(there: RegistrationRow, change: number, of: ChangeOf<'amend'>): void {
    const { id: row } = there;
    const incoming = new Map(of.envelopes.map((envelope) => [nameOf(envelope), envelope]));
    const kept = new Set<number>();
    for (const { place, envelope } of this.envelopes(row, 'all')) {
      const name = nameOf(envelope);
      if (incoming.has(name) || of.ended.some((ended) => ended === name)) this.#envelopes.delete(row, place);
      else kept.add(place);
    }
    let place = 0;
    for (const envelope of incoming.values()) {
      while (kept.has(place)) place += 1;
      this.#envelopes.insert(row, place, envelope, of.event?.number ?? there.events);
      place += 1;
    }
    this.#prepare('UPDATE registrations SET change = ?, purposes = ?, withdrawn = ?, agreed = ? WHERE id = ?').run(
      change,
      of.purposes.join(),
      of.withdrawn.join(),
      agreedText([...of.agreed, ...agreedOfSealed(there, of)]),
      row,
    );
    if (of.open === null) return;
    const { partySize, minors, checkIn, checkOut } = of.open;
    this.#prepare('UPDATE registrations SET party_size = ?, minors = ?, check_in = ?, check_out = ? WHERE id = ?').run(
      partySize,
      minors ? 1 : 0,
      checkIn,
      checkOut,
      row,
    );
  }

  /** Destroys every envelope but those of `sealedOff`. */
  erase(row: number, change: number, sealedOff: readonly string[]): void {
    for (const { place, envelope } of this.envelopes(row, 'all'))
      if (!sealedOff.includes(nameOf(envelope))) this.#envelopes.delete(row, place);
    this.#prepare(
      "UPDATE registrations SET state = 'erased', purposes = '', party = NULL, file_number = NULL, change = ? WHERE id = ?",
    ).run(change, row);
  }

  setPurposes(row: number, change: number, purposes: readonly PurposeId[], withdrawn: readonly PurposeId[]): void {
    this.#prepare('UPDATE registrations SET change = ?, purposes = ?, withdrawn = ? WHERE id = ?').run(
      change,
      purposes.join(),
      withdrawn.join(),
      row,
    );
  }

  /** Destroys the envelope of one name. */
  erasePurpose(row: number, change: number, purpose: string): void {
    for (const { place, envelope } of this.envelopes(row, 'all'))
      if (nameOf(envelope) === purpose) this.#envelopes.delete(row, place);
    this.#prepare('UPDATE registrations SET change = ? WHERE id = ?').run(change, row);
  }

  /** A registration's envelopes with their places, in order; those the list shows, or all. */
  envelopes(row: number, which: 'listed' | 'all'): StoredEnvelope[] {
    return this.#envelopes.of(row, which);
  }

  /** After a change, the oldest first, or before one, the newest first. */
  rows(property: number, way: 'after' | 'before', change: number, limit: number): { row: DeskRow; cursor: number }[] {
    const which = way === 'after' ? 'change > ? ORDER BY change' : 'change < ? ORDER BY change DESC';
    const sql = `SELECT id, change, registration, state, channel, language, party_size, minors, check_in, check_out, desk_check_out,
      received_at, seen_at, arrived_at, purposes, withdrawn, agreed, consent_hash, events, event_hash, party, file_number FROM registrations WHERE property = ? AND ${which} LIMIT ?`;
    return this.#prepare(sql)
      .all(property, change, limit)
      .map((stored) => listedOrMarked(stored, () => this.#deskRow(listedRow.parse(stored))));
  }

  #deskRow(row: z.infer<typeof listedRow>): DeskRow {
    const shown = this.envelopes(row.id, 'listed').map(({ envelope }) => envelope);
    const instant = (at: number | null) => (at === null ? null : toInstant(at));
    const facts = sealedFacts((sql) => this.#prepare(sql), row);
    const agreed = row.agreed.filter(({ purpose }) => [...row.purposes, ...(facts.sealedOff ?? [])].includes(purpose));
    return {
      registration: row.registration,
      state: row.state,
      channel: row.channel,
      language: row.language,
      partySize: row.party_size,
      minors: row.minors === 1,
      ...(row.party === null ? {} : { party: row.party }),
      ...stayOf(row),
      receivedAt: toInstant(row.received_at),
      seenAt: instant(row.seen_at),
      arrivedAt: instant(row.arrived_at),
      ...(row.file_number === null ? {} : { fileNumber: row.file_number }),
      purposes: row.purposes,
      ...(row.withdrawn.length === 0 ? {} : { withdrawn: row.withdrawn }),
      ...facts,
      ...(agreed.length === 0 ? {} : { agreed }),
      // A card is sealed anew with every change.
      consentHash: row.event_hash ?? row.consent_hash,
      card: shown.find(({ kind }) => kind === 'card') ?? null,
      desk: shown.find(({ kind }) => kind === 'desk') ?? null,
    };
  }

  #prepare(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const made = this.#database.prepare(sql);
    this.#statements.set(sql, made);
    return made;
  }
}
