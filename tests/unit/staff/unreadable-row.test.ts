// A row that can't be read is one marked line on the tablet, and takes nothing from what the tablet knows of others or of it.

import { expect, test } from 'vitest';
import { readRow } from '../../../src/protocol/unreadable-row.ts';
import { readChanges } from '../../../src/staff/api/change-stream.ts';
import { admitEntry, openRow } from '../../../src/staff/desk/desk-entry.ts';
import { exportLine } from '../../../src/staff/exports/export-line.ts';
import { readPage } from '../../../src/staff/list/list-intake.ts';
import { arrivalCode } from '../../../src/protocol/ids.ts';
import { sampleRow } from './sample-row.ts';

const keys = {
  pair: (): CryptoKeyPair => {
    throw new TypeError('no key is asked for');
  },
};
const entryOf = async (row: unknown) => {
  const read = readRow(row);
  if (read === null) throw new TypeError('no row');
  return openRow('bamboo', keys, read);
};

test('a row the server garbled is marked, on a page and on the line, and its neighbours are whole', async () => {
  const [whole, other] = [sampleRow(), sampleRow()];
  const garbled = { ...other, purposes: ['nonsense'], receivedAt: 'once' };
  const bytes = new TextEncoder().encode(
    JSON.stringify({ rows: [whole, garbled, { purposes: [] }], cursor: 2, more: false, top: 2 }),
  );
  const { rows } = readPage(bytes.buffer);
  expect(rows).toMatchObject([whole, { registration: other.registration, unreadable: true, purposes: [], card: null }]);
  expect(rows[0]).not.toHaveProperty('unreadable');
  const text = [garbled, whole]
    .map((row, at) => `event: row\ndata: ${JSON.stringify({ cursor: at + 1, row })}\n\n`)
    .join('');
  const changes = [];
  for await (const { row } of readChanges(new Blob([text]).stream(), () => undefined)) changes.push(row.unreadable);
  expect(changes).toEqual([true, undefined]);
});

test('what was known of consents stays known, and a repaired row is believed again', async () => {
  const row = { ...sampleRow(), card: null, desk: null };
  const known = admitEntry(await entryOf(row));
  const damaged = admitEntry(await entryOf({ ...row, purposes: 'x' }), known);
  expect(damaged).toMatchObject({ broken: true, card: null, consents: known.consents });
  expect(admitEntry(await entryOf(row), damaged)).toMatchObject({ broken: false, olderRefused: false });
  expect(admitEntry(await entryOf({ ...row, consentHash: 'E'.repeat(43) }), damaged).olderRefused).toBe(true);
  // Damaged from the first: nothing was known.
  const first = admitEntry(await entryOf({ ...row, purposes: 'x', consentHash: 'x' }));
  expect(admitEntry(await entryOf(row), first)).toMatchObject({ broken: false, olderRefused: false });
});

test('of a guest the server can’t read, the file has a line with their code that says so', async () => {
  const { registration } = sampleRow();
  const parts = { property: 'bamboo', purpose: 'offers', keys: new Map(), broken: 'could not be read' } as const;
  const { row, broken } = await exportLine(parts, { registration, unreadable: true });
  expect(broken).toBe(true);
  expect([row[0], row.at(-1)]).toEqual([arrivalCode(registration), 'could not be read']);
});
