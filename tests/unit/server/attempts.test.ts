// What staff try and are refused is in the log, and nobody can fill the log with it.

import { afterEach, beforeEach, expect, test } from 'vitest';
import { peopleSchema } from '../../../src/protocol/api.ts';
import { logEntrySchema } from '../../../src/protocol/audit-log.ts';
import { guestExportBegunSchema } from '../../../src/protocol/guest-export.ts';
import { deskRequestSchema } from '../../../src/protocol/request.ts';
import type { RouteName } from '../../../src/protocol/routes.ts';
import { toInstant } from '../../../src/protocol/time.ts';
import type { TestHotel } from '../../support/hotel-fixtures.ts';
import { mostAttempts } from '../../../src/server/staff/attempts.ts';
import { arrivalBody, fixtureId, testGuest, type TestPerson, testPerson } from '../../support/server-fixtures.ts';
import { setUp, signIn, startTestServer, type TestServer } from '../../support/test-server.ts';
import { join } from '../../support/team-fixtures.ts';

let server: TestServer;
let hotel: TestHotel;
let owner: TestPerson;
let colleague: TestPerson;
let desk: string;
let deskId: string;
let registration: string;

beforeEach(async () => {
  server = await startTestServer();
  const made = await setUp(server);
  ({ hotel, owner } = made);
  const { authorization } = await signIn(server, hotel, owner);
  colleague = await testPerson(hotel, 'front-desk', 'wang', ['billing']);
  deskId = colleague.person.id;
  await join(server, hotel, authorization, colleague);
  desk = (await signIn(server, hotel, colleague)).authorization;
  const guest = await testGuest(hotel, { now: server.clock.now });
  await server.send('register', { parameters: { property: hotel.property }, body: guest.body });
  ({ registration } = guest.submission);
});

afterEach(() => server.end());

const tried = async () =>
  (await server.store.entries(hotel.property, 0, 1000))
    .map((entry) => logEntrySchema.parse(JSON.parse(entry)))
    .filter(({ action }) => action === 'opening-refused' || action === 'attempt-refused')
    .map(({ action, actor, registration: of, purpose, reason }) => ({
      action,
      actor,
      registration: of,
      purpose,
      reason,
    }));

const open = (purpose: string, of = registration) =>
  server.send('open', { authorization: desk, body: { registration: of, purpose, reason: 'bill' } });

test('an opening that was refused is an entry, with what was asked for and why', async () => {
  expect((await open('emergency')).code).toBe('not_granted');
  expect((await open('membership')).code).toBe('not_granted');
  expect((await open('emergency', fixtureId())).code).toBe('not_found');
  const by = { action: 'opening-refused', actor: deskId, reason: 'bill' };
  expect(await tried()).toEqual([
    { ...by, registration, purpose: 'emergency' },
    { ...by, registration, purpose: 'membership' },
    // No id that somebody made up gets into the log.
    { ...by, registration: null, purpose: 'emergency' },
  ]);
});

test('what a role may not do is an entry too, at the guest it would have concerned', async () => {
  expect((await server.send('people', { authorization: desk })).code).toBe('forbidden');
  const begin = { purpose: 'billing', reason: 'bill' };
  expect((await server.send('beginExport', { authorization: desk, body: begin })).code).toBe('forbidden');
  const by = { action: 'attempt-refused', actor: deskId, registration: null, purpose: null, reason: null };
  expect(await tried()).toEqual([by, by]);
});

test('the same attempt counts once in ten minutes, and after sixty in an hour there is a wait that writes nothing', async () => {
  for (let time = 0; time < 5; time++) expect((await open('emergency')).code).toBe('not_granted');
  expect(await tried()).toHaveLength(1);
  server.clock.now += 10 * 60_000;
  expect((await open('emergency')).code).toBe('not_granted');
  expect(await tried()).toHaveLength(2);
  for (let time = 2; time < mostAttempts; time++) expect((await open('emergency', fixtureId())).code).toBe('not_found');
  const before = (await tried()).length;
  expect(before).toBe(mostAttempts);
  for (const code of [(await open('emergency', fixtureId())).code, (await open('billing')).code])
    expect(code).toBe('too_many_attempts');
  expect(await tried()).toHaveLength(before);
  // That they have to wait, and until when, is told to the owner and in the log.
  const until = toInstant(server.clock.now - 10 * 60_000 + 60 * 60_000);
  const stopped = async () => {
    const { json } = await server.send('people', { authorization: (await signIn(server, hotel, owner)).authorization });
    return peopleSchema.parse(json).people.map((person) => person.stoppedUntil);
  };
  expect(await stopped()).toEqual([undefined, until]);
  const stops = (await server.store.entries(hotel.property, 0, 1000))
    .map((entry) => logEntrySchema.parse(JSON.parse(entry)))
    .filter(({ action }) => action === 'attempts-stopped');
  expect(stops.map(({ actor }) => actor)).toEqual([deskId]);
  server.clock.now += 50 * 60_000;
  expect(await stopped()).toEqual([undefined, undefined]);
  desk = (await signIn(server, hotel, colleague)).authorization;
  expect((await open('emergency')).code).toBe('not_granted');
});

test('a print of what is about a guest is in the log before it prints', async () => {
  expect((await server.send('printed', { authorization: desk, body: { registration } })).status).toBe(204);
  expect((await server.send('printed', { authorization: desk, body: { registration: fixtureId() } })).code).toBe(
    'not_found',
  );
  const newest = (await server.store.entries(hotel.property, 0, 1000)).slice(-2);
  expect(newest.map((entry) => logEntrySchema.parse(JSON.parse(entry)))).toMatchObject([
    { action: 'printed', actor: deskId, registration },
    { action: 'attempt-refused', actor: deskId, registration: null },
  ]);
});

test('honest work leaves no attempt: what was one’s own and is gone, and a guest of the hotel’s with nothing to find', async () => {
  const { authorization } = await signIn(server, hotel, owner);
  const gone = async (name: RouteName, parameters: Record<string, string>, body: object = {}) =>
    (await server.send(name, { authorization, parameters, body })).code;
  // An export from before a restart, a passkey and a colleague removed in another tab, a question from yesterday.
  expect(await gone('exportPage', { export: fixtureId() }, { after: 0 })).toBe('not_found');
  expect(await gone('removePasskey', { passkey: fixtureId() })).toBe('not_found');
  expect(await gone('changeRole', { person: fixtureId() }, { role: 'supervisor' })).toBe('not_found');
  const asked = { authorization, body: { kind: 'deletion', origin: 'desk-in-person', registration, purpose: null } };
  const { id: request } = deskRequestSchema.parse((await server.send('openRequest', asked)).json);
  expect((await server.send('requestProof', { authorization, parameters: { request } })).code).toBe('not_found');
  expect(await tried()).toEqual([]);
  const madeUp = { authorization, parameters: { request: fixtureId() } };
  expect((await server.send('requestProof', madeUp)).code).toBe('not_found');
  expect(await tried()).toHaveLength(1);
});

test('what is named on any route and isn’t the hotel’s counts with the rest, and stops nobody’s own work', async () => {
  const arrive = async (of: string) =>
    (await server.send('arrive', { authorization: desk, parameters: { registration: of }, body: arrivalBody(hotel) }))
      .code;
  const seen = async (of: readonly string[]) =>
    (await server.send('seen', { authorization: desk, body: { registrations: of } })).code;
  const made = fixtureId();
  for (let time = 0; time < 3; time++) expect(await arrive(made)).toBe('not_found');
  expect(await tried()).toHaveLength(1);
  // One attempt, however many are named; the own one is seen all the same.
  expect(await seen([registration, ...Array.from({ length: 40 }, fixtureId)])).toBeNull();
  expect((await server.store.registration(registration))?.state).toBe('seen');
  expect(await tried()).toHaveLength(2);
  for (let time = 2; time < mostAttempts; time++) expect(await arrive(fixtureId())).toBe('not_found');
  const entries = async () => (await server.store.entries(hotel.property, 0, 1000)).length;
  const before = await entries();
  for (let time = 0; time < 3; time++) expect(await arrive(fixtureId())).toBe('too_many_attempts');
  expect(await entries()).toBe(before);
  expect(await arrive(registration)).toBeNull();
});

test('who has to wait takes nothing out in a file either, and a file begun before goes no further', async () => {
  const strict = await startTestServer({ mostAttempts: 3 });
  try {
    const made = await setUp(strict);
    const { authorization } = await signIn(strict, made.hotel, made.owner);
    const guest = await testGuest(made.hotel, { now: strict.clock.now, given: ['offers'], statutory: ['identity'] });
    await strict.send('register', { parameters: { property: made.hotel.property }, body: guest.body });
    const { registration: inHouse } = guest.submission;
    const parameters = { registration: inHouse };
    await strict.send('arrive', { authorization, parameters, body: arrivalBody(made.hotel) });
    const supervisor = await testPerson(made.hotel, 'supervisor', 'zhao', ['identity', 'offers']);
    await join(strict, made.hotel, authorization, supervisor);
    const theirs = (await signIn(strict, made.hotel, supervisor)).authorization;
    const begin = () =>
      strict.send('beginExport', { authorization: theirs, body: { purpose: 'offers', reason: 'contact-guest' } });
    const file = () => strict.send('registerFile', { authorization: theirs, body: { registrations: [inHouse] } });
    const { export: id } = guestExportBegunSchema.parse((await begin()).json);
    expect((await file()).status).toBe(200);
    for (let time = 0; time < 3; time++) {
      const body = { registration: fixtureId(), purpose: 'offers', reason: 'contact-guest' };
      expect((await strict.send('open', { authorization: theirs, body })).code).toBe('not_found');
    }
    const before = (await strict.store.entries(made.hotel.property, 0, 1000)).length;
    const page = await strict.send('exportPage', {
      authorization: theirs,
      parameters: { export: id },
      body: { after: 0 },
    });
    expect([page.code, (await begin()).code, (await file()).code]).toEqual(Array(3).fill('too_many_attempts'));
    expect(await strict.store.entries(made.hotel.property, 0, 1000)).toHaveLength(before);
  } finally {
    await strict.end();
  }
});
