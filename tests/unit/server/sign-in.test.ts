import { afterEach, beforeEach, expect, test } from 'vitest';
import { signInChallengeSchema } from '../../../src/protocol/api.ts';
import { logEntrySchema } from '../../../src/protocol/audit-log.ts';
import type { TestHotel } from '../../support/hotel-fixtures.ts';
import { type TestPerson, testPerson } from '../../support/server-fixtures.ts';
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

const minute = 60_000;
const actions = async () =>
  (await server.store.entries(hotel.property, 0, 1000)).map((entry) => logEntrySchema.parse(JSON.parse(entry)));

const tryProof = (handle: string, proof: string) =>
  server.send('signIn', { parameters: { property: hotel.property }, body: { handle, proof } });
const challenge = async (handle: string) => {
  const { json } = await server.send('signInStart', { parameters: { property: hotel.property }, body: { handle } });
  return signInChallengeSchema.parse(json);
};

test('a handle that doesn’t exist is asked the same as one that does, always the same way', async () => {
  const [real, fake, again, other] = await Promise.all(['li', 'nobody', 'nobody', 'somebody'].map(challenge));
  expect(real?.salt).toBe(owner.person.credential.salt);
  expect(fake?.salt).toHaveLength(real?.salt.length ?? 0);
  expect(fake).toEqual(again);
  expect(fake?.salt).not.toBe(other?.salt);
  expect(fake?.parameters).toEqual(real?.parameters);
  await server.stop();
  const { folder } = server;
  server = await startTestServer({ folder });
  expect(await challenge('nobody')).toEqual(fake);
});

test('a wrong proof and an unknown handle get the same answer; the log knows only of the one that exists', async () => {
  const proof = (await testPerson(hotel, 'owner', 'x')).proof;
  const known = await tryProof('li', proof);
  const unknown = await tryProof('nobody', proof);
  expect(known.text).toBe(unknown.text);
  expect(known.json).toMatchObject({ code: 'sign_in_failed', status: 401 });
  const failed = (await actions()).filter(({ action }) => action === 'sign-in-failed');
  expect(failed).toMatchObject([{ actor: owner.person.id }]);
});

test.each(['li', 'nobody'])('guessing at %s is slowed, and only there', async (handle) => {
  const { proof } = await testPerson(hotel, 'owner', 'x');
  const codes: (string | null)[] = [];
  for (let i = 0; i < 5; i++) codes.push((await tryProof(handle, proof)).code);
  expect(codes).toEqual([...Array.from({ length: 4 }, () => 'sign_in_failed'), 'too_many_attempts']);
  const { json, headers } = await tryProof(handle, owner.proof);
  expect(json).toMatchObject({ code: 'too_many_attempts', retryAfter: 2, status: 429 });
  expect(headers.get('retry-after')).toBe('2');
  expect((await tryProof(handle === 'li' ? 'nobody' : 'li', owner.proof)).status).toBe(handle === 'li' ? 401 : 200);
  server.clock.now += 2000;
  expect((await tryProof(handle, owner.proof)).status).toBe(handle === 'li' ? 200 : 401);
});

test('a session ends after twelve idle minutes, at twelve hours, and at sign-out', async () => {
  const alive = async (header = authorization) => (await server.send('rows', { authorization: header })).status === 200;
  for (let i = 0; i < 3; i++) {
    server.clock.now += 11 * minute;
    expect(await alive()).toBe(true);
  }
  await server.stop();
  const { folder, clock } = server;
  server = await startTestServer({ folder, now: clock.now + 11 * minute });
  expect(await alive()).toBe(true);
  server.clock.now += 12 * minute;
  expect(await alive()).toBe(false);
  const long = await signIn(server, hotel, owner);
  for (let i = 0; i < 71; i++) {
    server.clock.now += 10 * minute;
    expect(await alive(long.authorization)).toBe(true);
  }
  server.clock.now += 10 * minute;
  expect(await alive(long.authorization)).toBe(false);
  const short = await signIn(server, hotel, owner);
  expect((await server.send('signOut', { authorization: short.authorization })).status).toBe(204);
  expect(await alive(short.authorization)).toBe(false);
});

test('a property that isn’t there has nobody to sign in', async () => {
  const { code } = await server.send('signInStart', { parameters: { property: '0123456789' }, body: { handle: 'li' } });
  expect(code).toBe('unknown_property');
});
