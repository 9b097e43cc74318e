// What the hotel itself noted of a stay, corrected over HTTP by those who may.

import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Arrival, deskRowsSchema } from '../../../src/protocol/api.ts';
import { logEntrySchema } from '../../../src/protocol/audit-log.ts';
import type { Role } from '../../../src/protocol/roles.ts';
import { foundOnDisk } from '../../support/found-on-disk.ts';
import { sha256, type TestHotel } from '../../support/hotel-fixtures.ts';
import { arrivalBody, fixtureId, testGuest, testPerson } from '../../support/server-fixtures.ts';
import { setUp, signIn, startTestServer, type TestServer } from '../../support/test-server.ts';
import { join } from '../../support/team-fixtures.ts';

let server: TestServer;
let hotel: TestHotel;
let registration: string;
const first: { arrival: Arrival | null } = { arrival: null };
const sessions = new Map<Role, string>();

beforeEach(async () => {
  server = await startTestServer();
  const made = await setUp(server);
  ({ hotel } = made);
  const owner = (await signIn(server, hotel, made.owner)).authorization;
  sessions.set('owner', owner);
  for (const role of ['front-desk', 'supervisor'] as const) {
    const person = await testPerson(hotel, role, role);
    await join(server, hotel, owner, person);
    sessions.set(role, (await signIn(server, hotel, person)).authorization);
  }
  const guest = await testGuest(hotel, { now: server.clock.now });
  ({ registration } = guest.submission);
  await server.send('register', { parameters: { property: hotel.property }, body: guest.body });
  first.arrival = arrivalBody(hotel);
  await server.send('arrive', { authorization: owner, parameters: { registration }, body: first.arrival });
});

afterEach(() => server.end());

const correction = (of: Arrival, before = first.arrival) => ({
  ...of,
  expected: { desk: sha256(before?.desk.ciphertext ?? ''), checkOut: before?.checkOut },
});

async function correct(body: unknown, role: Role = 'supervisor', of = registration): Promise<string | null> {
  const authorization = sessions.get(role) ?? '';
  const { code, status } = await server.send('correctStay', { authorization, parameters: { registration: of }, body });
  return status === 204 ? 'done' : code;
}

async function row() {
  const authorization = sessions.get('owner') ?? '';
  return deskRowsSchema.parse((await server.send('rows', { authorization })).json).rows[0];
}

test('supervisors and owners correct, the front desk doesn’t; what was corrected leaves no byte and an entry', async () => {
  const before = await row();
  const [second, third] = [arrivalBody(hotel, '2026-11-26'), arrivalBody(hotel, '2026-11-25')];
  expect(await correct(correction(second), 'front-desk')).toBe('forbidden');
  expect(await correct(correction(second))).toBe('done');
  expect(await correct(correction(second))).toBe('done');
  expect(await row()).toMatchObject({ checkOut: '2026-11-26', desk: second.desk, fileNumber: before?.fileNumber });
  expect(await correct(correction(third, second), 'owner')).toBe('done');
  await server.store.scrub();
  const ciphertexts = [first.arrival, second, third].map((one) => one?.desk.ciphertext ?? '');
  expect(await foundOnDisk(server.folder, ciphertexts)).toEqual([third.desk.ciphertext]);
  const entries = (await server.store.entries(hotel.property, 0, 100)).map((entry) =>
    logEntrySchema.parse(JSON.parse(entry)),
  );
  expect(
    entries.filter(({ action }) => action === 'stay-corrected').map((entry) => [entry.role, entry.registration]),
  ).toEqual([
    ['supervisor', registration],
    ['owner', registration],
  ]);
});

test('of two who correct at once the second is told, and nothing of the first is lost', async () => {
  const [mine, theirs] = [arrivalBody(hotel), arrivalBody(hotel, '2026-11-26')];
  expect(await correct(correction(theirs))).toBe('done');
  expect(await correct(correction(mine), 'owner')).toBe('conflict');
  expect(await row()).toMatchObject({ checkOut: '2026-11-26', desk: theirs.desk });
  // The front desk moved the day while the note stayed as it was.
  const authorization = sessions.get('front-desk') ?? '';
  const stay = { checkOut: '2026-11-28', departed: false };
  await server.send('stay', { authorization, parameters: { registration }, body: stay });
  expect(await correct(correction(mine, theirs), 'owner')).toBe('conflict');
  expect(await row()).toMatchObject({ checkOut: '2026-11-28', desk: theirs.desk });
});

test('only a note of this hotel for a stay that makes sense is taken', async () => {
  const note = arrivalBody(hotel);
  const desk = (change: object) => ({ ...correction(note), desk: { ...note.desk, ...change } });
  expect(await correct(desk({ kind: 'card' }))).toBe('malformed');
  expect(await correct(desk({ keyId: hotel.keys.billing.keyId }))).toBe('unknown_key');
  expect(await correct(desk({ suite: 'LATER' }))).toBe('unknown_suite');
  expect(await correct(desk({ schema: 3 }))).toBe('unsupported_schema');
  expect(await correct(desk({ ciphertext: note.desk.ciphertext.slice(4) }))).toBe('envelope_size');
  expect(await correct({ ...correction(note), checkOut: '2026-11-20' })).toBe('malformed');
  expect(await correct(correction(note), 'owner', fixtureId())).toBe('not_found');
  expect(await correct(correction(note), 'owner', 'x')).toBe('not_found');
  // A tablet that was loaded yesterday seals the note of version 1.
  expect(await correct(desk({ schema: 1 }))).toBe('done');
});

test('nobody who has left leaves tomorrow', async () => {
  const authorization = sessions.get('owner') ?? '';
  const stay = { checkOut: '2026-11-21', departed: true };
  expect((await server.send('stay', { authorization, parameters: { registration }, body: stay })).status).toBe(204);
  const left = { ...arrivalBody(hotel), checkOut: '2026-11-21', desk: first.arrival?.desk ?? arrivalBody(hotel).desk };
  expect(await correct(correction(arrivalBody(hotel, '2026-11-24'), left))).toBe('malformed');
  expect(await correct(correction(arrivalBody(hotel, '2026-11-21'), left))).toBe('done');
  expect(await row()).toMatchObject({ state: 'departed', checkOut: '2026-11-21' });
});
