import { afterEach, beforeEach, expect, test } from 'vitest';
import { type DeskRows, deskRowsSchema, openedSchema, peopleSchema } from '../../../src/protocol/api.ts';
import { logEntrySchema } from '../../../src/protocol/audit-log.ts';
import { defaultSettings, keptSettingsSchema } from '../../../src/protocol/hotel-settings.ts';
import { problemSchema } from '../../../src/protocol/problems.ts';
import { type TestHotel, testHotel } from '../../support/hotel-fixtures.ts';
import {
  arrivalBody,
  fixtureId,
  recoverySheet,
  setupBody,
  testGuest,
  type TestPerson,
  testPerson,
} from '../../support/server-fixtures.ts';
import { setUp, setupAuthorization, signIn, startTestServer, type TestServer } from '../../support/test-server.ts';
import type { NewPerson } from '../../../src/protocol/staff.ts';
import { join } from '../../support/team-fixtures.ts';

let server: TestServer;
let hotel: TestHotel;
let owner: TestPerson;
let authorization: string;

beforeEach(async () => {
  server = await startTestServer({ rowsPage: 3 });
  ({ hotel, owner } = await setUp(server));
  ({ authorization } = await signIn(server, hotel, owner));
});

afterEach(() => server.end());

const actions = async () =>
  (await server.store.entries(hotel.property, 0, 1000)).map((entry) => {
    const { action, actor, registration, purpose, reason } = logEntrySchema.parse(JSON.parse(entry));
    return { action, actor, registration, purpose, reason };
  });

async function arrived() {
  const guest = await testGuest(hotel, { now: server.clock.now });
  await server.send('register', { parameters: { property: hotel.property }, body: guest.body });
  return guest;
}

async function rows(query = ''): Promise<DeskRows> {
  return deskRowsSchema.parse((await server.send('rows', { authorization, query })).json);
}

test('set-up happens once: the link is dead afterwards', async () => {
  for (const header of [setupAuthorization(server), 'Setup wrong']) {
    expect((await server.send('setupStart', { authorization: header })).json).toMatchObject({ code: 'setup_done' });
  }
  const body = setupBody(hotel, owner);
  expect((await server.send('setup', { authorization: setupAuthorization(server), body })).json).toMatchObject({
    code: 'setup_done',
    status: 409,
  });
  expect((await actions()).map(({ action }) => action)).toEqual(['manifest-published', 'person-added', 'signed-in']);
});

test('an envelope leaves only to someone who holds its key, and only after its entry is in the log', async () => {
  const guest = await arrived();
  const { registration } = guest.submission;
  const desk = await testPerson(hotel, 'front-desk', 'wang', ['billing']);
  await join(server, hotel, authorization, desk);
  const wang = await signIn(server, hotel, desk);
  const open = (header: string, purpose: string, of = registration) =>
    server.send('open', { authorization: header, body: { registration: of, purpose, reason: 'guest-asked' } });
  expect((await open(wang.authorization, 'emergency')).json).toMatchObject({ code: 'not_granted', status: 403 });
  expect((await open(authorization, 'membership')).json).toMatchObject({ code: 'not_found' });
  expect((await open(authorization, 'emergency', fixtureId())).json).toMatchObject({ code: 'not_found' });
  const before = (await actions()).length;
  const opened = openedSchema.parse((await open(wang.authorization, 'billing')).json);
  expect(opened.envelope).toEqual(guest.submission.envelopes.find(({ purpose }) => purpose === 'billing'));
  expect(opened.index).toBe(before);
  expect((await actions()).slice(before)).toEqual([
    { action: 'opened', actor: desk.person.id, registration, purpose: 'billing', reason: 'guest-asked' },
  ]);
});

test('the list comes in pages, in order of change, and tells what the desk did', async () => {
  const guests = [await arrived(), await arrived(), await arrived(), await arrived(), await arrived()];
  const ids = guests.map(({ submission }) => submission.registration);
  const first = await rows();
  expect(first.rows.map(({ registration }) => registration)).toEqual(ids.slice(0, 3));
  expect(first.more).toBe(true);
  const second = await rows(`?since=${first.cursor}`);
  expect(second.rows.map(({ registration }) => registration)).toEqual(ids.slice(3));
  expect(second.more).toBe(false);
  const seen = { registrations: [ids[0], ids[1], ids[0], fixtureId()] };
  expect((await server.send('seen', { authorization, body: seen })).status).toBe(204);
  expect((await server.send('seen', { authorization, body: seen })).status).toBe(204);
  const third = await rows(`?since=${second.cursor}`);
  expect(third.rows.map(({ registration, state }) => [registration, state])).toEqual([
    [ids[0], 'seen'],
    [ids[1], 'seen'],
  ]);
  expect((await actions()).filter(({ action }) => action === 'seen')).toHaveLength(2);
  expect((await rows(`?since=${third.cursor}`)).rows).toEqual([]);
  const newest = await rows('?before=9007199254740991');
  expect(newest.rows.map(({ registration }) => registration)).toEqual([ids[1], ids[0], ids[4]]);
  expect(newest).toMatchObject({ more: true, top: third.cursor });
  expect((await rows(`?before=${newest.cursor}`)).rows.map(({ registration }) => registration)).toEqual([
    ids[3],
    ids[2],
  ]);
  for (const query of ['?since=-1', '?since=x', '?since=1.5', '?before=x']) {
    expect((await server.send('rows', { authorization, query })).json).toMatchObject({ code: 'malformed' });
  }
});

test('an arrival takes a desk note under the card key, and nothing else', async () => {
  const guest = await arrived();
  const parameters = { registration: guest.submission.registration };
  const note = arrivalBody(hotel);
  const arrive = async (body: unknown, of = parameters) => {
    const { code, status } = await server.send('arrive', { authorization, parameters: of, body });
    return status === 204 ? 'done' : code;
  };
  const desk = (change: object) => ({ ...note, desk: { ...note.desk, ...change } });
  expect(await arrive(desk({ kind: 'card' }))).toBe('malformed');
  expect(await arrive(desk({ keyId: hotel.keys.billing.keyId }))).toBe('unknown_key');
  expect(await arrive(desk({ suite: 'LATER' }))).toBe('unknown_suite');
  expect(await arrive(desk({ schema: 9 }))).toBe('unsupported_schema');
  expect(await arrive(desk({ ciphertext: note.desk.ciphertext.slice(4) }))).toBe('envelope_size');
  for (const checkOut of ['2026-11-20', '2062-11-27']) expect(await arrive({ ...note, checkOut })).toBe('malformed');
  expect(await arrive(note, { registration: fixtureId() })).toBe('not_found');
  expect(await arrive(note, { registration: 'x' })).toBe('not_found');
  expect(await arrive(note)).toBe('done');
  expect(await arrive(note)).toBe('done');
  expect(await arrive(arrivalBody(hotel))).toBe('conflict');
  expect((await rows()).rows).toMatchObject([{ state: 'arrived', checkOut: note.checkOut, desk: note.desk }]);
  expect((await actions()).filter(({ action }) => action === 'arrived')).toHaveLength(1);
});

test('how the hotel works is saved by its owner, whole, in bounds, and in the log by its hash', async () => {
  const read = async () => keptSettingsSchema.parse((await server.send('settings', { authorization })).json);
  expect(await read()).toEqual({ settings: defaultSettings, revision: 0 });
  const save = async (change: object, revision = 0, by = authorization) => {
    const body = { settings: { ...defaultSettings, ...change }, revision };
    const { code, status, json } = await server.send('saveSettings', { authorization: by, body });
    return status === 200 ? json : code;
  };
  for (const change of [
    { columns: [] },
    { columns: ['number'] },
    { columns: ['name', 'name'] },
    { columns: ['name', 'face'] },
    { unconfirmedHours: 11 },
    { unconfirmedHours: 337 },
    { unconfirmedHours: 48.5 },
    { requestDays: 0 },
    { requestDays: 16 },
    { roomTypes: [''] },
    { roomTypes: [' 大床房'] },
    { roomTypes: ['大床房', '大床房'] },
    { roomTypes: ['x'.repeat(31)] },
    { lateCheckOut: true },
  ]) {
    expect([change, await save(change)]).toEqual([change, 'malformed']);
  }
  const supervisor = await testPerson(hotel, 'supervisor', 'zhou');
  await join(server, hotel, authorization, supervisor);
  const zhou = await signIn(server, hotel, supervisor);
  expect(await save({}, 0, zhou.authorization)).toBe('forbidden');
  // The desk has them with its hotel; the page that edits them is the owner's.
  expect((await server.send('settings', { authorization: zhou.authorization })).code).toBe('forbidden');
  const theirs = await server.send('staffProperty', { authorization: zhou.authorization });
  expect(theirs.json).toMatchObject({ settings: defaultSettings });
  const settings = {
    columns: ['name', 'remarks'],
    unconfirmedHours: 72,
    requestDays: 7,
    roomTypes: ['大床房', '双床房'],
  };
  expect(await save(settings)).toEqual({ settings, revision: 1 });
  expect(await save({ unconfirmedHours: 24 })).toBe('conflict');
  expect(await read()).toEqual({ settings, revision: 1 });
  expect((await server.send('staffProperty', { authorization })).json).toMatchObject({ settings });
  expect((await actions()).filter(({ action }) => action === 'settings-changed')).toEqual([
    { action: 'settings-changed', actor: owner.person.id, registration: null, purpose: null, reason: null },
  ]);
});

test('people join with key ids that exist, under handles that are free', async () => {
  const desk = await testPerson(hotel, 'front-desk', 'wang');
  const { person } = desk;
  const add = async (changes: Partial<NewPerson>) => {
    // An invitation that came to nothing keeps its handle for half an hour.
    const handle = `wang${tries++}`;
    return (await join(server, hotel, authorization, { person: { ...person, handle, ...changes } })).code;
  };
  let tries = 0;
  const [grant] = person.grants;
  if (grant === undefined) throw new TypeError('no grants');
  expect(await add({ grants: [{ ...grant, keyId: fixtureId() }] })).toBe('unknown_key');
  expect(await add({ grants: [...person.grants, ...person.grants] })).toBe('malformed');
  expect(await add({ handle: 'LI' })).toBe('malformed');
  expect(await add({ handle: 'li' })).toBe('conflict');
  expect(await add({ handle: 'wang' })).toBeNull();
  const { people } = peopleSchema.parse((await server.send('people', { authorization })).json);
  expect(people.map(({ handle }) => handle)).toEqual(['li', 'wang']);
  expect(JSON.stringify(people)).not.toContain(desk.person.credential.salt);
});

test('the recovery sheet’s test record is proven by its value', async () => {
  const { upload, value } = await recoverySheet(hotel);
  const state = async () => (await server.send('staffProperty', { authorization })).json;
  expect((await server.send('recovery', { authorization })).json).toMatchObject({ code: 'not_found' });
  expect(await state()).toMatchObject({ recoveryMade: false, recoveryProven: false, property: hotel.property });
  expect((await server.send('makeRecovery', { authorization, body: upload })).status).toBe(204);
  expect(await state()).toMatchObject({ recoveryMade: true, recoveryProven: false, recoveryLapsed: false });
  const wrong = await server.send('proveRecovery', {
    authorization,
    body: { value: (await recoverySheet(hotel)).value },
  });
  expect(wrong.json).toMatchObject({ code: 'recovery_wrong', status: 422 });
  expect((await actions()).at(-1)).toMatchObject({ action: 'attempt-refused', actor: owner.person.id });
  expect((await server.send('proveRecovery', { authorization, body: { value } })).status).toBe(204);
  expect(await state()).toMatchObject({ recoveryProven: true, recoveryLapsed: false });
  const { json } = await server.send('recovery', { authorization });
  expect(json).toMatchObject({ record: upload.record, provenAt: '2026-11-21T18:00:00+08:00' });
  expect(JSON.stringify(json)).not.toContain(upload.test.valueHash);
});

test('a manifest is published only as the next one of the same root', async () => {
  const publish = async (of: TestHotel) => {
    const body = { profile: of.profile, manifest: of.jws, notices: of.notices };
    const { json, status } = await server.send('publish', { authorization, body });
    const { code, detail } = problemSchema.safeParse(json).data ?? {};
    return status === 204 ? 'done' : `${code} ${detail}`;
  };
  const next = (change: Parameters<typeof testHotel>[0] = {}) =>
    testHotel({ previous: hotel, now: server.clock.now, ...change });
  const stranger = await testHotel({ property: hotel.property, receiptKey: hotel.receiptKey, now: server.clock.now });
  expect(await publish(hotel)).toBe('conflict sequence');
  expect(await publish(stranger)).toBe('conflict sequence');
  expect(await publish(await next({ change: (m) => ({ ...m, root: stranger.root.publicKey }) }))).toBe(
    'manifest_invalid signature',
  );
  expect(await publish(await next({ change: (m) => ({ ...m, previous: stranger.hash }) }))).toBe('conflict sequence');
  expect(await publish(await next({ change: (m) => ({ ...m, receiptKey: stranger.card }) }))).toBe(
    'manifest_invalid receiptKey',
  );
  expect(await publish(await next({ change: (m) => ({ ...m, card: stranger.card }) }))).toBe('manifest_invalid card');
  expect(await publish(await next({ change: (m) => ({ ...m, epoch: 5 }) }))).toBe('manifest_invalid epoch');
  expect(await publish(await next({ validDays: -1 }))).toBe('manifest_invalid manifest_expired');
  const other = await next({ words: ' other' });
  const good = await next();
  expect(await publish({ ...good, notices: other.notices })).toBe('manifest_invalid notices.zh-Hans.hash');
  expect(await publish({ ...good, notices: {} })).toBe('manifest_invalid notices.zh-Hans');
  expect(await publish(good)).toBe('done');
  expect(await publish(good)).toBe('conflict sequence');
  const { json } = await server.send('property', { parameters: { property: hotel.property }, query: '?lang=en' });
  expect(json).toEqual({ manifest: good.jws, language: 'en', notice: good.notices.en });
});
