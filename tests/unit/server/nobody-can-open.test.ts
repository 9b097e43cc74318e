// A hotel whose keys nobody holds any more takes nothing it couldn't open, and says so before anybody types.

import { afterEach, beforeEach, expect, test } from 'vitest';
import { pages } from '../../../src/protocol/pages.ts';
import { sealingKey, type TestHotel, testHotel } from '../../support/hotel-fixtures.ts';
import { testGuest, type TestPerson, testPerson } from '../../support/server-fixtures.ts';
import { setUp, signIn, startTestServer, type TestServer } from '../../support/test-server.ts';
import { join } from '../../support/team-fixtures.ts';

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

/** New keys that were sealed to nobody. */
async function loseKeys(): Promise<TestHotel> {
  const card = await sealingKey();
  const keys = { ...hotel.keys, billing: await sealingKey() };
  const next = await testHotel({
    previous: { ...hotel, card, keys },
    now: server.clock.now,
    change: (manifest) => ({ ...manifest, epoch: 2 }),
  });
  const body = { profile: next.profile, manifest: next.jws, notices: next.notices };
  expect((await server.send('publish', { authorization, body })).status).toBe(204);
  return next;
}

const register = async (to: TestHotel) => {
  const { body } = await testGuest(to, { now: server.clock.now });
  return { body, ...(await server.send('register', { parameters: { property: hotel.property }, body })) };
};
const asked = (query: string) => server.send('property', { parameters: { property: hotel.property }, query });
const page = async () => (await fetch(`${server.url}${pages.guest(hotel.property)}`)).text();

test('what nobody could open is not taken; what was taken before is still confirmed', async () => {
  const before = await register(hotel);
  expect(before.status).toBe(201);
  expect(await page()).toContain('Welcome &amp;');
  expect((await asked('?poster=')).status).toBe(200);
  const next = await loseKeys();
  expect(await register(next)).toMatchObject({ status: 409, code: 'nobody_can_open' });
  expect((await server.store.rows(hotel.property, 0, 10)).map(({ row }) => row.registration)).toHaveLength(1);
  const again = await server.send('register', { parameters: { property: hotel.property }, body: before.body });
  expect(again.status).toBe(200);
});

test('phones hear of it beforehand: the page carries no form, and asking about registering is refused', async () => {
  await loseKeys();
  expect(await page()).not.toContain('Welcome &amp;');
  expect((await asked('?poster=')).code).toBe('nobody_can_open');
  expect((await asked('?poster=lobby')).code).toBe('nobody_can_open');
  // The desk, and guests who only read, get the rules as ever.
  expect((await asked('')).status).toBe(200);
});

test('one colleague who holds every key is enough, from the moment they are added', async () => {
  const next = await loseKeys();
  const some = await testPerson(next, 'front-desk', 'lin', ['emergency']);
  await join(server, next, authorization, some);
  expect((await register(next)).code).toBe('nobody_can_open');
  const all = await testPerson(next, 'supervisor', 'wang');
  await join(server, next, authorization, all);
  expect((await register(next)).status).toBe(201);
});
