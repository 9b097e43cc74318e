import { afterEach, beforeEach, expect, test } from 'vitest';
import { logEntrySchema } from '../../../src/protocol/audit-log.ts';
import { defaultSettings } from '../../../src/protocol/hotel-settings.ts';
import { type Route, type RouteName, routes } from '../../../src/protocol/routes.ts';
import { stepUpSeconds } from '../../../src/protocol/step-up.ts';
import { testHotel, type TestHotel } from '../../support/hotel-fixtures.ts';
import { fixtureId, type TestPerson, testPerson } from '../../support/server-fixtures.ts';
import { setUp, signIn, startTestServer, type TestServer } from '../../support/test-server.ts';

let server: TestServer;
let hotel: TestHotel;
let owner: TestPerson;
let authorization: string;

beforeEach(async () => {
  server = await startTestServer();
  ({ hotel, owner } = await setUp(server));
  ({ authorization } = await signIn(server, hotel, owner));
});

afterEach(() => server.end());

const isRouteName = (name: string): name is RouteName => name in routes;
const guarded = Object.keys(routes)
  .filter(isRouteName)
  .filter((name) => {
    const route: Route = routes[name];
    return route.stepUp === true;
  });

const actions = async () =>
  (await server.store.entries(hotel.property, 0, 1000)).map((entry) => logEntrySchema.parse(JSON.parse(entry)).action);
const stepUp = (proof: string, by = authorization) =>
  server.send('stepUp', { authorization: by, body: { way: 'passphrase', proof } });
const exportAs = async (by = authorization) => (await server.send('exportLog', { authorization: by, body: {} })).code;

test.each(guarded)('%s is refused five minutes after the sign-in, before anything is read of it', async (name) => {
  const ask = () =>
    server.send(name, {
      parameters: {
        property: hotel.property,
        registration: fixtureId(),
        request: fixtureId(),
        poster: fixtureId(),
        invitation: fixtureId(),
        person: fixtureId(),
        approval: fixtureId(),
        export: fixtureId(),
        passkey: fixtureId(),
        record: fixtureId(),
      },
      authorization,
      ...(routes[name].method === 'GET' ? {} : { body: '{"nothing":1}' }),
    });
  server.clock.now += stepUpSeconds * 1000 - 1;
  expect((await ask()).code).not.toBe('step_up_needed');
  server.clock.now += 1;
  const { status, code } = await ask();
  expect([status, code]).toEqual([403, 'step_up_needed']);
  expect((await stepUp(owner.proof)).status).toBe(204);
  expect((await ask()).code).not.toBe('step_up_needed');
});

test('a step-up counts for its own session, after a restart too, and is in the log', async () => {
  const other = await signIn(server, hotel, owner);
  server.clock.now += stepUpSeconds * 1000;
  expect(await exportAs()).toBe('step_up_needed');
  expect((await stepUp(owner.proof)).status).toBe(204);
  expect(await exportAs(other.authorization)).toBe('step_up_needed');
  await server.stop();
  const { folder, clock } = server;
  server = await startTestServer({ folder, now: clock.now });
  expect(await exportAs()).toBeNull();
  expect((await actions()).filter((action) => action === 'stepped-up')).toHaveLength(1);
  // A clock that is set back lengthens nothing: by it no time has passed at the end.
  server.clock.now -= stepUpSeconds * 1000;
  expect(await exportAs()).toBeNull();
  server.clock.now += stepUpSeconds * 1000 - 1;
  expect(await exportAs()).toBeNull();
  server.clock.now += 1;
  expect(await exportAs()).toBe('step_up_needed');
});

test('a wrong passphrase is refused, logged and slowed, and keeps nobody from signing in', async () => {
  const { proof } = await testPerson(hotel, 'owner', 'x');
  server.clock.now += stepUpSeconds * 1000;
  const codes: (string | null)[] = [];
  for (let i = 0; i < 5; i++) codes.push((await stepUp(proof)).code);
  expect(codes).toEqual([...Array.from({ length: 4 }, () => 'sign_in_failed'), 'too_many_attempts']);
  expect(await exportAs()).toBe('step_up_needed');
  expect((await actions()).filter((action) => action === 'step-up-failed')).toHaveLength(4);
  expect((await stepUp(owner.proof)).code).toBe('too_many_attempts');
  expect((await signIn(server, hotel, owner)).authorization).toMatch(/^Bearer /);
  server.clock.now += 2000;
  expect((await stepUp(owner.proof)).status).toBe(204);
  expect(await exportAs()).toBeNull();
});

test('new words are published without a step-up, new keys are not', async () => {
  server.clock.now += stepUpSeconds * 1000;
  const put = async (next: TestHotel) =>
    (
      await server.send('publish', {
        authorization,
        body: { profile: next.profile, manifest: next.jws, notices: next.notices },
      })
    ).code;
  const now = server.clock.now;
  const words = await testHotel({ previous: hotel, words: ' (new)', now });
  expect(await put(words)).toBeNull();
  const epoch = await testHotel({ previous: words, now, change: (manifest) => ({ ...manifest, epoch: 2 }) });
  expect(await put(epoch)).toBe('step_up_needed');
});

test('settings are saved without a step-up, but for a shorter wait, which destroys what guests have sent', async () => {
  server.clock.now += stepUpSeconds * 1000;
  const save = async (unconfirmedHours: number, revision: number) => {
    const body = { settings: { ...defaultSettings, unconfirmedHours }, revision };
    return (await server.send('saveSettings', { authorization, body })).code;
  };
  expect(await save(96, 0)).toBeNull();
  expect(await save(95, 1)).toBe('step_up_needed');
  expect(await server.store.settings(hotel.property)).toMatchObject({
    settings: { unconfirmedHours: 96 },
    revision: 1,
  });
  expect(await save(96, 1)).toBeNull();
  expect((await stepUp(owner.proof)).status).toBe(204);
  expect(await save(95, 2)).toBeNull();
});

test('what was tried without a step-up is in the log, once in ten minutes for each act, and stops nobody from proving themselves', async () => {
  server.clock.now += stepUpSeconds * 1000;
  const refused = async () => (await actions()).filter((action) => action === 'attempt-refused').length;
  for (let tried = 0; tried < 3; tried++) expect(await exportAs()).toBe('step_up_needed');
  expect(await refused()).toBe(1);
  const plain = () => server.send('plainPosters', { authorization, body: { accepted: false } });
  expect((await plain()).code).toBe('step_up_needed');
  expect(await refused()).toBe(2);
  server.clock.now += 10 * 60_000;
  expect(await exportAs()).toBe('step_up_needed');
  expect(await refused()).toBe(3);
  expect((await stepUp(owner.proof)).status).toBe(204);
  expect(await exportAs()).toBeNull();
  const [entry] = (await server.store.entries(hotel.property, 0, 1000)).filter((one) =>
    one.includes('attempt-refused'),
  );
  expect(logEntrySchema.parse(JSON.parse(entry ?? ''))).toMatchObject({ actor: owner.person.id, role: 'owner' });
});
