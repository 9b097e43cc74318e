import { join as joinPath } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { logEntrySchema } from '../../../src/protocol/audit-log.ts';
import { paperRecordSchema, paperRegisterSchema, paperState } from '../../../src/protocol/paper-record.ts';
import { addDays, toDate } from '../../../src/protocol/time.ts';
import { workingDaysAfter } from '../../../src/server/requests/working-days.ts';
import type { TestHotel } from '../../support/hotel-fixtures.ts';
import { fixtureId, type TestPerson, testPerson } from '../../support/server-fixtures.ts';
import { setUp, signIn, startTestServer, type TestServer } from '../../support/test-server.ts';
import { join } from '../../support/team-fixtures.ts';

let server: TestServer;
let hotel: TestHotel;
let owner: TestPerson;
/** Of the supervisor and of the front desk. */
let may: string;
let desk: string;
let today: string;

beforeEach(async () => {
  server = await startTestServer();
  ({ hotel, owner } = await setUp(server));
  const { authorization } = await signIn(server, hotel, owner);
  const added = async (role: 'supervisor' | 'front-desk', handle: string) => {
    const person = await testPerson(hotel, role, handle);
    await join(server, hotel, authorization, person);
    return (await signIn(server, hotel, person)).authorization;
  };
  may = await added('supervisor', 'zhou');
  desk = await added('front-desk', 'lin');
  today = toDate(server.clock.now);
});

afterEach(() => server.end());

const sheet = (change: object = {}) => ({
  record: fixtureId(),
  purposes: ['emergency', 'membership'],
  checkOut: addDays(today, 2),
  departed: false,
  place: 'desk',
  ...change,
});

async function enter(body: object, authorization = desk) {
  const { status, code, json } = await server.send('recordPaper', { authorization, body });
  return status === 201 ? paperRecordSchema.parse(json) : code;
}

async function entered(body: object = sheet()) {
  const record = await enter(body);
  if (typeof record !== 'object' || record === null) throw new TypeError(`refused: ${String(record)}`);
  return record;
}

async function destroy(record: string, body: object, authorization = may) {
  const { status, code, json } = await server.send('destroyPaper', { authorization, parameters: { record }, body });
  return status === 200 ? paperRecordSchema.parse(json) : code;
}

async function move(record: string, body: object) {
  const { status, code, json } = await server.send('movePaper', { authorization: desk, parameters: { record }, body });
  return status === 200 ? paperRecordSchema.parse(json) : code;
}

const register = async () => paperRegisterSchema.parse((await server.send('papers', { authorization: desk })).json);

const logged = async () =>
  (await server.store.entries(hotel.property, 0, 1000))
    .map((entry) => logEntrySchema.parse(JSON.parse(entry)))
    .filter(({ action }) => action.startsWith('paper-'));

test('sheets are numbered, and each use goes on the day a guest with a phone was told', async () => {
  const first = await entered();
  const second = await entered(sheet({ purposes: ['identity', 'minors'], place: 'safe' }));
  expect([first.number, second.number]).toEqual([1, 2]);
  expect((await register()).records.map(({ number }) => number)).toEqual([2, 1]);
  const out = addDays(today, 2);
  const [emergency, membership] = first.parts;
  expect(emergency).toMatchObject({ purpose: 'emergency', due: workingDaysAfter(out, 7).due, destroyed: null });
  expect(membership).toMatchObject({ purpose: 'membership', retention: { kind: 'until-withdrawn' } });
  expect(membership?.due ?? '').toMatch(new RegExp(`^${Number(out.slice(0, 4)) + 2}-`));
  expect(
    second.parts.map(({ due }) => due),
    'no term of a law is invented',
  ).toEqual([null, null]);
  const left = await move(first.record, { checkOut: today, departed: true });
  expect(left).toMatchObject({ departed: true, parts: [{ due: workingDaysAfter(today, 7).due }, {}] });
  const farthest = addDays(today, 366);
  expect(await move(first.record, { checkOut: addDays(farthest, 1), departed: false })).toBe('malformed');
  expect(await move(first.record, { checkOut: farthest, departed: false })).toMatchObject({ checkOut: farthest });
});

test('the same sheet sent again is one line; another hotel’s uses, mixed sheets and other nonsense are none', async () => {
  const body = sheet();
  const [once, again] = [await enter(body), await enter(body)];
  expect(again).toEqual(once);
  for (const change of [
    { purposes: [] },
    { purposes: ['emergency', 'identity'] },
    { purposes: ['emergency', 'emergency'] },
    { purposes: ['face'] },
    { place: 'under 王小明 carpet' },
    { name: '王小明' },
    { checkOut: '2026-02-30' },
    // Beyond any stay: it would never have to go.
    { checkOut: addDays(today, 367) },
    { checkOut: '9999-12-31' },
    { departed: true },
    { record: 'x' },
  ])
    expect([change, await enter(sheet(change))]).toEqual([change, 'malformed']);
  expect((await register()).records).toHaveLength(1);
  expect(await logged()).toHaveLength(1);
});

test('a supervisor strikes out and destroys; who, when and how is in the register and the log, and nothing twice', async () => {
  const { record } = await entered();
  expect(await destroy(record, { how: 'shredded' }, desk)).toBe('forbidden');
  expect(await destroy(fixtureId(), { how: 'shredded' })).toBe('not_found');
  expect(await destroy(record, { how: 'eaten' })).toBe('malformed');
  expect(await destroy(record, { how: 'struck-out', purpose: 'offers' })).toBe('conflict');
  expect(await destroy(record, { how: 'struck-out', purpose: 'emergency' })).toMatchObject({
    parts: [{ destroyed: { how: 'struck-out' } }, { destroyed: null }],
  });
  expect(await destroy(record, { how: 'struck-out', purpose: 'emergency' })).toBe('conflict');
  expect(await destroy(record, { how: 'struck-out', purpose: 'membership' }), 'the last one goes with its sheet').toBe(
    'malformed',
  );
  server.clock.now += 60_000;
  const gone = await destroy(record, { how: 'burnt' });
  expect(gone).toMatchObject({ parts: [{ destroyed: { how: 'struck-out' } }, { destroyed: { how: 'burnt' } }] });
  expect(await destroy(record, { how: 'burnt' })).toBe('conflict');
  expect(await move(record, { checkOut: today, departed: true })).toBe('gone');
  const entries = await logged();
  expect(entries.map(({ action, role, purpose }) => [action, role, purpose])).toEqual([
    ['paper-recorded', 'front-desk', null],
    ['paper-destroyed', 'supervisor', 'emergency'],
    ['paper-destroyed', 'supervisor', 'membership'],
  ]);
  expect(entries.every(({ digest }) => digest !== null)).toBe(true);
});

test('on its day a sheet is due, and the day after it is overdue until it is noted as gone', async () => {
  const { record, parts } = await entered(sheet({ purposes: ['billing'] }));
  const due = parts[0]?.due ?? '';
  const stateOn = async (day: string) => {
    server.clock.now = Date.parse(`${day}T04:00:00Z`);
    const session = await signIn(server, hotel, owner);
    const answer = await server.send('papers', { authorization: session.authorization });
    const { today: now, records } = paperRegisterSchema.parse(answer.json);
    return records.map((one) => paperState(one, now));
  };
  expect(await stateOn(addDays(due, -1))).toEqual(['kept']);
  expect(await stateOn(due)).toEqual(['due']);
  expect(await stateOn(addDays(due, 1))).toEqual(['overdue']);
  const { authorization } = await signIn(server, hotel, owner);
  expect(await destroy(record, { how: 'shredded' }, authorization)).toMatchObject({
    parts: [{ destroyed: { by: owner.person.id } }],
  });
  expect(await stateOn(addDays(due, 2))).toEqual(['destroyed']);
});

test('a use the hotel doesn’t offer can’t be entered', async () => {
  await server.end();
  server = await startTestServer();
  const { hotel: small, owner: chief } = await setUp(server, { purposes: ['emergency', 'minors'] });
  const { authorization } = await signIn(server, small, chief);
  expect(await enter(sheet({ purposes: ['offers'] }), authorization)).toBe('malformed');
});

test('a damaged line is named by its number, and keeps no other from being called out', async () => {
  await entered();
  const second = await entered();
  const database = new DatabaseSync(joinPath(server.folder, 'foyer.db'));
  database.exec(
    "UPDATE paper_parts SET retention = 'x' WHERE record = (SELECT id FROM paper_records WHERE number = 1)",
  );
  database.close();
  expect(await register()).toMatchObject({ records: [{ record: second.record }], unreadable: [1] });
});
