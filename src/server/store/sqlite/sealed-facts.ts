import type { StatementSync } from 'node:sqlite';
import * as z from 'zod/mini';
import type { DeskRow } from '../../../protocol/api.ts';
import { purposeIdSchema } from '../../../protocol/purposes.ts';
import { bytesText } from './column.ts';
import { handedOverOf } from './hand-over-table.ts';
import type { listedRow } from './registration-rows.ts';
import { envelopePlaces } from './row-ids.ts';

const sealedOffRow = z.object({ purpose: purposeIdSchema, until: z.nullable(z.string()) });
const sealedUnderRow = z.object({ purpose: purposeIdSchema, event: z.number(), hash: z.nullable(bytesText) });

const offSql = 'SELECT purpose, until FROM sealed_off WHERE registration = ?';
const underSql = `SELECT e.purpose, e.event, l.hash FROM envelopes e
  LEFT JOIN later_events l ON l.registration = ? AND l.number = e.event WHERE e.id >= ? AND e.id < ? AND e.kind = 'purpose'`;

/** What a row says of envelopes nobody lists: those sealed off and until when, the consent each purpose's rests on, and the hand-over. */
export function sealedFacts(
  prepare: (sql: string) => StatementSync,
  { id, arrived_at: arrivedAt, events, consent_hash: first }: z.infer<typeof listedRow>,
): Pick<DeskRow, 'sealedOff' | 'sealedUntil' | 'consentNumber' | 'sealedUnder' | 'handedOver'> {
  const off =
    arrivedAt !== null
      ? prepare(offSql)
          .all(id)
          .map((stored) => sealedOffRow.parse(stored))
      : [];
  // Nobody is handed over before they arrived.
  const handedOver = arrivedAt === null ? null : handedOverOf(prepare, id);
  const dated = off.flatMap(({ purpose, until }) => (until === null ? [] : [[purpose, until] as const]));
  return {
    ...(off.length === 0 ? {} : { sealedOff: off.map(({ purpose }) => purpose) }),
    ...(dated.length === 0 ? {} : { sealedUntil: Object.fromEntries(dated) }),
    ...(handedOver === null ? {} : { handedOver }),
    ...(events === 1 ? {} : { consentNumber: events, sealedUnder: under() }),
  };

  function under(): NonNullable<DeskRow['sealedUnder']> {
    const found = prepare(underSql)
      .all(id, id * envelopePlaces, (id + 1) * envelopePlaces)
      .map((stored) => sealedUnderRow.parse(stored));
    return Object.fromEntries(
      found.map(({ purpose, event, hash }) => [purpose, { number: event, hash: hash ?? first }] as const),
    );
  }
}
