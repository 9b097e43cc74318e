// What the hotel notes of a stay: sealed by today's tablet, and read as yesterday's tablet sealed it.

import { expect, test } from 'vitest';
import { generateKeyPair, importKeyPair } from '../../../src/crypto/key-pair.ts';
import { openEnvelope } from '../../../src/crypto/open-envelope.ts';
import { sealingKey } from '../../../src/crypto/property-keys.ts';
import { sealEnvelope } from '../../../src/crypto/seal-envelope.ts';
import { parsePayload, payloadBytes } from '../../../src/pii/canonical-bytes.ts';
import { deskPayloadSchema } from '../../../src/pii/payloads.ts';
import { noteAnswers, notedIn } from '../../../src/staff/desk/note-answers.ts';
import { sealDeskNote } from '../../../src/staff/desk/seal-desk-note.ts';
import { fixtureId } from '../../support/server-fixtures.ts';

const raw = await generateKeyPair();
const card = await sealingKey(raw);
const pair = await importKeyPair(raw, 'open');
const place = { property: 'fyrqc00001', registration: fixtureId() };
const open = async (envelope: Awaited<ReturnType<typeof sealDeskNote>>) =>
  parsePayload(
    deskPayloadSchema,
    await openEnvelope({ ...place, kind: 'desk', purpose: null, consent: '' }, pair, envelope),
  );

test('everything noted comes back, trimmed, and goes through the form unchanged', async () => {
  const noted = {
    room: ' 301 ',
    roomType: '大床房',
    amountSpent: 128_050,
    remarks: ' 安静 ',
    ownNumber: 'A-17',
  };
  const opened = await open(await sealDeskNote({ ...place, card }, noted));
  expect(opened).toEqual({ ...noted, room: '301', remarks: '安静' });
  expect(notedIn(noteAnswers(opened, '2026-11-24'))).toEqual({ ...opened, checkOut: '2026-11-24' });
});

test('a note of version 1 reads as one in which nothing else was noted', async () => {
  const context = { ...place, kind: 'desk', purpose: null, schema: 1, consent: '' } as const;
  const old = await sealEnvelope(context, card, payloadBytes({ room: '301', remarks: '安静' }));
  expect(await open(old)).toEqual({ room: '301', remarks: '安静', roomType: '', amountSpent: null, ownNumber: '' });
});

test.each([
  { room: '  ' },
  { amountSpent: -1 },
  { amountSpent: 0.5 },
  { amountSpent: 100_000_001 },
  { roomType: 'x'.repeat(31) },
  { ownNumber: 'x'.repeat(21) },
  { remarks: 'x'.repeat(201) },
])('%j is not sealed', async (change) => {
  await expect(sealDeskNote({ ...place, card }, { room: '301', remarks: '', ...change })).rejects.toMatchObject({
    code: 'malformed',
  });
});
