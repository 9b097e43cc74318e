import type { StatementSync } from 'node:sqlite';
import type { Envelope } from '../../../protocol/envelope.ts';
import { decode, encode } from './column.ts';
import { envelopeRow } from './registration-rows.ts';
import { envelopePlaces } from './row-ids.ts';

export interface StoredEnvelope {
  /** Within its registration, from 0. */
  readonly place: number;
  readonly envelope: Envelope;
  /** Number of the consent event it rests on. */
  readonly event: number;
}

/** The envelopes of registrations, each at a place of its registration's `row`, a row id. */
export class EnvelopeTable {
  readonly #prepare: (sql: string) => StatementSync;

  constructor(prepare: (sql: string) => StatementSync) {
    this.#prepare = prepare;
  }

  /** In the order of their places; those the list shows, or all. */
  of(row: number, which: 'listed' | 'all'): StoredEnvelope[] {
    const listed = which === 'listed' ? "AND kind IN ('card', 'desk')" : '';
    return this.#prepare(`SELECT * FROM envelopes WHERE id >= ? AND id < ? ${listed} ORDER BY id`)
      .all(row * envelopePlaces, (row + 1) * envelopePlaces)
      .map((stored) => {
        const { id, kind, purpose, suite, key_id: keyId, schema, enc, ciphertext, event } = envelopeRow.parse(stored);
        const envelope = { kind, purpose, suite, keyId, schema, enc: encode(enc), ciphertext: encode(ciphertext) };
        return { place: id % envelopePlaces, envelope, event };
      });
  }

  insert(row: number, place: number, envelope: Envelope, event: number): void {
    this.#prepare(
      'INSERT INTO envelopes (id, kind, purpose, suite, key_id, schema, event, enc, ciphertext) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    ).run(
      row * envelopePlaces + place,
      envelope.kind,
      envelope.purpose,
      envelope.suite,
      envelope.keyId,
      envelope.schema,
      event,
      decode(envelope.enc),
      decode(envelope.ciphertext),
    );
  }

  delete(row: number, place: number): void {
    this.#prepare('DELETE FROM envelopes WHERE id = ?').run(row * envelopePlaces + place);
  }

  deleteAll(row: number): void {
    this.#prepare('DELETE FROM envelopes WHERE id >= ? AND id < ?').run(
      row * envelopePlaces,
      (row + 1) * envelopePlaces,
    );
  }
}
