// Posters one by one, and a hotel nobody holds the keys of.

import { afterEach, beforeEach, expect, test } from 'vitest';
import { logEntrySchema } from '../../../src/protocol/audit-log.ts';
import { type Poster, posterSchema, postersSchema } from '../../../src/protocol/poster.ts';
import type { Submission } from '../../../src/protocol/submission.ts';
import { sha256, type TestHotel } from '../../support/hotel-fixtures.ts';
import { fixtureId, testGuest, type TestPerson, testPerson } from '../../support/server-fixtures.ts';
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

const parameters = () => ({ property: hotel.property });

async function made(channel: string): Promise<Poster> {
  const { json, status } = await server.send('makePoster', { authorization, body: { channel } });
  expect(status).toBe(201);
  return posterSchema.parse(json);
}

const listed = async () => postersSchema.parse((await server.send('posters', { authorization })).json);

async function register(change: Partial<Submission>) {
  const guest = await testGuest(hotel, { now: server.clock.now, change: (written) => ({ ...written, ...change }) });
  return { body: guest.body, ...(await server.send('register', { parameters: parameters(), body: guest.body })) };
}

const ahead = async (claim: string) =>
  (await server.send('property', { parameters: parameters(), query: `?poster=${encodeURIComponent(claim)}` })).code;

test('each poster of a place has a number and counts its own guests, once each', async () => {
  const [one, two, room] = [await made('lobby'), await made('lobby'), await made('room')];
  expect([one, two, room].map(({ number }) => number)).toEqual([1, 2, 1]);
  const first = await register({ channel: 'lobby', poster: one.poster });
  expect(first.status).toBe(201);
  expect((await server.send('register', { parameters: parameters(), body: first.body })).status).toBe(200);
  expect((await register({ channel: 'lobby', poster: one.poster })).status).toBe(201);
  expect((await register({ channel: 'room', poster: room.poster })).status).toBe(201);
  const counts = new Map((await listed()).posters.map(({ poster, registrations }) => [poster, registrations]));
  expect([one, two, room].map(({ poster }) => counts.get(poster))).toEqual([2, 0, 1]);
});

test('a revoked poster takes nobody, says so beforehand, and leaves the others alone', async () => {
  const [one, two] = [await made('lobby'), await made('lobby')];
  const before = await register({ channel: 'lobby', poster: one.poster });
  expect(await ahead(`lobby~${one.poster}`)).toBeNull();
  const revoke = () => server.send('revokePoster', { authorization, parameters: { poster: one.poster }, body: {} });
  expect((await revoke()).status).toBe(204);
  const { length } = await server.store.entries(hotel.property, 0, 100);
  expect((await revoke()).status).toBe(204);
  expect(await server.store.entries(hotel.property, 0, 100)).toHaveLength(length);
  expect(await register({ channel: 'lobby', poster: one.poster })).toMatchObject({
    status: 403,
    code: 'poster_not_in_use',
  });
  expect(await ahead(`lobby~${one.poster}`)).toBe('poster_not_in_use');
  // What was taken before keeps its receipt.
  expect((await server.send('register', { parameters: parameters(), body: before.body })).status).toBe(200);
  expect((await register({ channel: 'lobby', poster: two.poster })).status).toBe(201);
  expect((await register({ channel: 'lobby' })).status).toBe(201);
  const entries = (await server.store.entries(hotel.property, 0, 100)).map((text) =>
    logEntrySchema.parse(JSON.parse(text)),
  );
  expect(entries.find(({ action }) => action === 'poster-revoked')).toMatchObject({
    actor: owner.person.id,
    digest: sha256(one.poster),
  });
});

test('a token nobody made, or of another place, is no poster of this hotel', async () => {
  const one = await made('lobby');
  expect((await register({ channel: 'lobby', poster: fixtureId() })).code).toBe('poster_not_in_use');
  expect((await register({ channel: 'room', poster: one.poster })).code).toBe('poster_not_in_use');
  expect(await ahead(`lobby~${fixtureId()}`)).toBe('poster_not_in_use');
  expect(await ahead(`room~${one.poster}`)).toBe('poster_not_in_use');
  expect(await ahead('')).toBeNull();
});

test('posters without a token are taken until the owner ends that; companions and the desk never need one', async () => {
  const one = await made('reception');
  const plain = (accepted: boolean) => server.send('plainPosters', { authorization, body: { accepted } });
  expect((await register({ channel: 'reception' })).status).toBe(201);
  expect((await plain(false)).status).toBe(204);
  expect((await listed()).plain).toBe(false);
  expect((await register({ channel: 'reception' })).code).toBe('poster_not_in_use');
  expect(await ahead('reception')).toBe('poster_not_in_use');
  expect((await register({ channel: 'reception', poster: one.poster })).status).toBe(201);
  expect((await register({ channel: 'reception', party: fixtureId() })).status).toBe(201);
  expect((await register({ channel: 'desk' })).status).toBe(201);
  expect((await register({ channel: 'typed' })).status).toBe(201);
  await plain(true);
  expect((await register({ channel: 'reception' })).status).toBe(201);
});

test('what is on a poster opens nothing at the desk', async () => {
  const one = await made('lobby');
  const header = `Bearer ${one.poster}`;
  expect((await server.send('posters', { authorization: header })).code).toBe('session_ended');
  const desk = await testPerson(hotel, 'front-desk', 'wang');
  await join(server, hotel, authorization, desk);
  const wang = await signIn(server, hotel, desk);
  const revoked = await server.send('revokePoster', {
    authorization: wang.authorization,
    parameters: { poster: one.poster },
    body: {},
  });
  expect(revoked.code).toBe('forbidden');
  expect((await server.send('posters', { authorization: wang.authorization })).code).toBe('forbidden');
});
