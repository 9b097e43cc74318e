// One record is damaged on the disk: it is one marked line wherever guests are listed, and keeps nobody else's promises.

import { join as path } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { deskRowsSchema } from '../../../src/protocol/api.ts';
import { logEntrySchema } from '../../../src/protocol/audit-log.ts';
import { guestExportBegunSchema, guestExportPageSchema } from '../../../src/protocol/guest-export.ts';
import { registerFileSchema } from '../../../src/protocol/hand-over.ts';
import { deskRequestSchema } from '../../../src/protocol/request.ts';
import { retentionStatusSchema } from '../../../src/protocol/retention-api.ts';
import type { TestHotel } from '../../support/hotel-fixtures.ts';
import { arrivalBody, testGuest, type TestPerson, testPerson } from '../../support/server-fixtures.ts';
import { join } from '../../support/team-fixtures.ts';
import { setUp, signIn, startTestServer, type TestServer } from '../../support/test-server.ts';

const day = 86_400_000;
let server: TestServer;
let hotel: TestHotel;
let owner: TestPerson;
let authorization: string;
/** Three guests in house; the second one's record is to be damaged. */
let guests: string[];

beforeEach(async () => {
  server = await startTestServer({ expireEvery: 20 });
  ({ hotel, owner } = await setUp(server));
  ({ authorization } = await signIn(server, hotel, owner));
  guests = [];
  for (let count = 0; count < 3; count++) guests.push(await inHouse());
});
afterEach(() => server.end());

async function inHouse(statutory: readonly ('identity' | 'minors')[] = []): Promise<string> {
  const { submission, body } = await testGuest(hotel, { now: server.clock.now, statutory });
  await server.send('register', { parameters: { property: hotel.property }, body });
  const { registration } = submission;
  await server.send('arrive', { authorization, parameters: { registration }, body: arrivalBody(hotel) });
  return registration;
}

function change(sql: string, id: string): void {
  const database = new DatabaseSync(path(server.folder, 'foyer.db'));
  const { changes } = database.prepare(sql).run(Buffer.from(id, 'base64url'));
  database.close();
  expect(changes).toBe(1);
}

function damage(set: string): string {
  const [, id = ''] = guests;
  change(`UPDATE registrations SET ${set} WHERE registration = ?`, id);
  return id;
}

const envelopeOf = (purpose: string) =>
  `purpose = '${purpose}' AND id / 16 = (SELECT id FROM registrations WHERE registration = ?)`;

async function rows() {
  return deskRowsSchema.parse((await server.send('rows', { authorization })).json).rows;
}

async function exportPage() {
  const begin = { authorization, body: { purpose: 'offers', reason: 'contact-guest' } };
  const begun = guestExportBegunSchema.parse((await server.send('beginExport', begin)).json);
  const parameters = { export: begun.export };
  return guestExportPageSchema.parse(
    (await server.send('exportPage', { authorization, parameters, body: { after: 0 } })).json,
  );
}

async function status() {
  return retentionStatusSchema.parse((await server.send('retentionStatus', { authorization })).json);
}

const damages = [
  // What a guest agreed to is read by whoever needs it, and the list doesn't.
  ['consent', "consent = 'x'", false],
  ['purposes', "purposes = 'nonsense'", true],
  ['agreed', "agreed = 'nonsense'", true],
  ['check-in', "check_in = 'tomorrow'", true],
] as const;

test.each(damages)(
  'a damaged %s is one marked line, and everybody else’s details go on their day',
  async (_, set, inList) => {
    const broken = damage(set);
    const [first, , third] = guests;
    const listed = await rows();
    expect(new Set(listed.map(({ registration }) => registration))).toEqual(new Set(guests));
    const marked = listed.filter(({ unreadable }) => unreadable === true);
    expect(marked.map(({ registration }) => registration)).toEqual(inList ? [broken] : []);
    const { items } = await exportPage();
    expect(items.flatMap((item) => ('envelope' in item ? [item.registration] : []))).toEqual(
      expect.arrayContaining([first, third]),
    );
    server.clock.now += 400 * day;
    ({ authorization } = await signIn(server, hotel, owner));
    const left = async (id: string | undefined) => (await server.store.envelopes(id ?? '')).length;
    await expect.poll(async () => [await left(first), await left(third)]).toEqual([0, 0]);
  },
);

test('what can’t be read is marked in list and export, named once in the server’s log, and keeps the job’s failure loud', async () => {
  const broken = damage("consent = 'x', purposes = 'offers,nonsense'");
  expect((await rows()).find(({ registration }) => registration === broken)).toMatchObject({
    unreadable: true,
    state: 'arrived',
    purposes: [],
    card: null,
  });
  await rows();
  expect((await exportPage()).items[1]).toEqual({ registration: broken, unreadable: true });
  server.clock.now += day;
  ({ authorization } = await signIn(server, hotel, owner));
  await expect.poll(async () => (await status()).failing).toBe(true);
  const lines = server.logged
    .join('')
    .split('\n')
    .filter((line) => line.includes(broken));
  expect(lines.map((line): unknown => JSON.parse(line))).toMatchObject([
    { level: 'warning', where: 'broken record', registration: broken },
  ]);
  // Repaired, the next look finds nothing wrong.
  damage("purposes = ''");
  server.clock.now += day;
  ({ authorization } = await signIn(server, hotel, owner));
  await expect.poll(async () => (await status()).failing).toBe(false);
});

test.each([
  ['gone', `DELETE FROM envelopes WHERE ${envelopeOf('offers')}`],
  ['called another’s', `UPDATE envelopes SET purpose = 'membership' WHERE ${envelopeOf('offers')}`],
  ['under a key nobody was given', `UPDATE envelopes SET key_id = 'x' WHERE ${envelopeOf('offers')}`],
  ['not an envelope', `UPDATE envelopes SET purpose = 'x' WHERE ${envelopeOf('offers')}`],
])('an envelope that is %s is one marked line of the file, between its neighbours', async (_, sql) => {
  const [first, second = '', third] = guests;
  change(sql, second);
  expect((await exportPage()).items).toMatchObject([
    { registration: first, envelope: { purpose: 'offers' } },
    { registration: second, unreadable: true },
    { registration: third, envelope: { purpose: 'offers' } },
  ]);
});

test.each([
  ['a record whose receipt is damaged', "UPDATE registrations SET receipt_parts = 'x' WHERE registration = ?"],
  ['a record whose purposes are', "UPDATE registrations SET purposes = 'x' WHERE registration = ?"],
  ['an envelope that isn’t one', `UPDATE envelopes SET purpose = 'x' WHERE ${envelopeOf('identity')}`],
  ['an identity that is gone', `DELETE FROM envelopes WHERE ${envelopeOf('identity')}`],
])('%s keeps nobody else out of the police’s file, and gives nothing itself', async (_, sql) => {
  const [before, damaged, after] = [
    await inHouse(['identity', 'minors']),
    await inHouse(['identity', 'minors']),
    await inHouse(['identity']),
  ];
  change(sql, damaged);
  const body = { registrations: [before, damaged, after] };
  const { status: answered, json } = await server.send('registerFile', { authorization, body });
  expect(answered).toBe(200);
  expect(registerFileSchema.parse(json).opened.map(({ registration, purpose }) => [registration, purpose])).toEqual([
    [before, 'identity'],
    [before, 'minors'],
    [after, 'identity'],
  ]);
});

test.each([
  ['a record whose receipt is damaged', "UPDATE registrations SET receipt_parts = 'x' WHERE registration = ?"],
  ['an envelope that isn’t one', `UPDATE envelopes SET purpose = 'x' WHERE ${envelopeOf('offers')}`],
])('%s is told as what it is to whoever asks for it, and what somebody tried of it is in the log', async (_, sql) => {
  const [, registration = ''] = guests;
  change(sql, registration);
  const opening = { registration, purpose: 'offers', reason: 'contact-guest' };
  expect((await server.send('open', { authorization, body: opening })).code).toBe('cannot_open');
  if (sql.includes('envelopes')) return;
  const asked = { authorization, parameters: { registration } };
  expect((await server.send('arrive', { ...asked, body: arrivalBody(hotel) })).code).toBe('cannot_open');
  const stay = { checkOut: '2026-11-24', departed: false };
  expect((await server.send('stay', { ...asked, body: stay })).code).toBe('cannot_open');
  expect((await server.send('handOver', { ...asked, body: { way: 'typed' } })).code).toBe('cannot_open');
  expect((await server.send('printed', { authorization, body: { registration } })).code).toBe('cannot_open');
  const desk = await testPerson(hotel, 'front-desk', 'wang');
  await join(server, hotel, authorization, desk);
  const theirs = { authorization: (await signIn(server, hotel, desk)).authorization, parameters: { registration } };
  const body = { ...arrivalBody(hotel), expected: { desk: null, checkOut: '2026-11-24' } };
  expect((await server.send('correctStay', { ...theirs, body })).code).toBe('forbidden');
  const entries = await server.store.entries(hotel.property, 0, 1000);
  expect(logEntrySchema.parse(JSON.parse(entries.at(-1) ?? ''))).toMatchObject({
    action: 'attempt-refused',
    actor: desk.person.id,
    registration,
  });
  expect(server.logged.join('')).not.toContain('"level":"error"');
});

test('a damaged request is told by the day it was opened, and hides no other', async () => {
  const [registration = ''] = guests;
  const open = async () => {
    const body = { kind: 'access', origin: 'desk-in-person', registration, purpose: null };
    return deskRequestSchema.parse((await server.send('openRequest', { authorization, body })).json);
  };
  const broken = await open();
  const whole = await open();
  change("UPDATE requests SET kind = 'x' WHERE request = ?", broken.id);
  expect((await server.send('requests', { authorization })).json).toEqual({
    requests: [whole],
    unreadable: [broken.openedAt],
  });
  await server.send('requests', { authorization });
  const named = server.logged.join('').match(new RegExp(`"broken record","request":"${broken.id}"`, 'g'));
  expect(named).toHaveLength(1);
  expect((await server.store.requestsOf(registration)).map(({ id }) => id)).toEqual([whole.id]);
});
