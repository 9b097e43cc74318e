import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Submission } from '../../../src/protocol/submission.ts';
import { randomBytes } from '../../../src/crypto/random-bytes.ts';
import { expireOverdue } from '../../../src/server/jobs/expire.ts';
import { defaultSettings } from '../../../src/protocol/hotel-settings.ts';
import { Committer } from '../../../src/server/commit/committer.ts';
import { Hotels } from '../../../src/server/hotel/hotels.ts';
import { StorageUnavailable } from '../../../src/server/store/store.ts';
import type { TestHotel } from '../../support/hotel-fixtures.ts';
import { arrivalBody, testGuest, type TestPerson } from '../../support/server-fixtures.ts';
import { runJobs } from '../../support/run-jobs.ts';
import { setUp, signIn, startTestServer, type TestServer } from '../../support/test-server.ts';

const hour = 3_600_000;
let server: TestServer;
let hotel: TestHotel;
let owner: TestPerson;
let fault: Error | null = null;

beforeEach(async () => {
  fault = null;
  server = await startTestServer({
    expireEvery: 20,
    beforeCommit: () => {
      if (fault !== null) throw fault;
    },
  });
  ({ hotel, owner } = await setUp(server));
});

afterEach(() => server.end());

async function register(change?: (submission: Submission) => Submission) {
  const guest = await testGuest(hotel, { now: server.clock.now, ...(change ? { change } : {}) });
  await server.send('register', { parameters: { property: hotel.property }, body: guest.body });
  return guest;
}

const states = async () => (await server.store.rows(hotel.property, 0, 100)).map(({ row }) => row.state);

test('what hasn’t arrived 48 hours after its day is destroyed to the last byte; what has, stays', async () => {
  const { authorization } = await signIn(server, hotel, owner);
  const [lost, kept] = [await register(), await register()];
  const parameters = { registration: kept.submission.registration };
  await server.send('arrive', { authorization, parameters, body: arrivalBody(hotel) });
  server.clock.now = Date.parse('2026-11-24T00:00:00+08:00') - 1;
  const young = await register();
  expect(await states()).toEqual(['received', 'arrived', 'received']);
  server.clock.now += 1;
  await expect.poll(states).toEqual(['arrived', 'received', 'expired']);
  const again = await signIn(server, hotel, owner);
  const send = async (name: 'open' | 'arrive', body: object) => {
    const options = {
      authorization: again.authorization,
      parameters: { registration: lost.submission.registration },
      body,
    };
    return (await server.send(name, options)).json;
  };
  const opening = { registration: lost.submission.registration, purpose: 'emergency', reason: 'emergency' };
  expect(await send('open', opening)).toMatchObject({ code: 'gone', status: 410 });
  expect(await send('arrive', arrivalBody(hotel))).toMatchObject({ code: 'gone' });
  const repeated = await server.send('register', { parameters: { property: hotel.property }, body: lost.body });
  expect(repeated.json).toMatchObject({ code: 'gone' });
  const { lookup, token } = lost;
  expect((await server.send('guestStatus', { body: { lookup, token } })).json).toMatchObject({ state: 'expired' });
  expect((await server.send('guestView', { body: { lookup, token } })).json).toMatchObject({ self: null });
  await expect.poll(() => foundOnDisk(lost.submission.envelopes.map((e) => e.ciphertext))).toBe(0);
  expect(await foundOnDisk(young.submission.envelopes.map((e) => e.ciphertext))).toBe(
    young.submission.envelopes.length,
  );
  const entries = await server.store.entries(hotel.property, 0, 100);
  expect(entries.filter((entry) => entry.includes('"expired"'))).toHaveLength(1);
});

test('an owner who waits longer, or less long, is obeyed', async () => {
  const { authorization } = await signIn(server, hotel, owner);
  const wait = async (unconfirmedHours: number, revision: number) => {
    const body = { settings: { ...defaultSettings, unconfirmedHours }, revision };
    expect((await server.send('saveSettings', { authorization, body })).status).toBe(200);
  };
  await register();
  await wait(96, 0);
  server.clock.now = Date.parse('2026-11-26T00:00:00+08:00') - 1;
  await runJobs(server, server.clock.now);
  expect(await states()).toEqual(['received']);
  server.clock.now += 1;
  await expect.poll(states).toEqual(['expired']);
});

test('a shorter wait destroys nobody at once whom the owner wasn’t shown', async () => {
  await register();
  await register((written) => ({ ...written, checkIn: '2026-11-28', checkOut: '2026-11-30' }));
  server.clock.now = Date.parse('2026-11-22T12:00:00+08:00') + 1;
  const again = (await signIn(server, hotel, owner)).authorization;
  const shown = async (hours: number) =>
    (await server.send('settings', { authorization: again, query: `?hours=${hours}` })).json;
  expect(await shown(48)).toMatchObject({ revision: 0, shorter: { atOnce: 0, earlier: 0 } });
  expect(await shown(13)).toMatchObject({ shorter: { atOnce: 0, earlier: 2 } });
  expect(await shown(12)).toMatchObject({ shorter: { atOnce: 1, earlier: 1 } });
  expect(await shown(11)).toMatchObject({ code: 'malformed' });
  const save = async (ends: object) => {
    const body = { settings: { ...defaultSettings, unconfirmedHours: 12 }, revision: 0, ...ends };
    return (await server.send('saveSettings', { authorization: again, body })).code;
  };
  expect(await save({})).toBe('conflict');
  expect(await save({ ends: 0 })).toBe('conflict');
  expect(await states()).toEqual(['received', 'received']);
  expect(await save({ ends: 1 })).toBeNull();
  await expect.poll(states).toEqual(['received', 'expired']);
});

test('who registers a week ahead is waited for until 48 hours after that day', async () => {
  const early = await register((written) => ({ ...written, checkIn: '2026-11-28', checkOut: '2026-11-30' }));
  const due = await register();
  server.clock.now = Date.parse('2026-12-01T00:00:00+08:00') - 1;
  await expect.poll(states).toEqual(['received', 'expired']);
  expect(await server.store.envelopes(early.submission.registration)).toEqual(early.submission.envelopes);
  expect(await server.store.envelopes(due.submission.registration)).toEqual([]);
  server.clock.now += 1;
  await expect.poll(states).toEqual(['expired', 'expired']);
  expect(await server.store.envelopes(early.submission.registration)).toEqual([]);
});

/** How many of these ciphertexts are anywhere in the data folder. */
async function foundOnDisk(ciphertexts: readonly string[]): Promise<number> {
  const files = await readdir(server.folder);
  const contents = await Promise.all(files.map((file) => readFile(join(server.folder, file))));
  return ciphertexts.filter((text) =>
    contents.some((bytes) => bytes.includes(Buffer.from(text, 'base64url').subarray(0, 32))),
  ).length;
}

test('a failure is loud: the server says it isn’t ready, and does the work when it can', async () => {
  await register();
  fault = new StorageUnavailable('full');
  server.clock.now += 55 * hour;
  const ready = async () => (await fetch(`${server.url}/readyz`)).text();
  await expect.poll(ready).toContain('"expiry"');
  expect(server.logged.join('')).toContain('"where":"expiry"');
  fault = null;
  await expect.poll(states).toEqual(['expired']);
  await expect.poll(ready).toBe('{"ready":true,"reasons":[]}');
});

test('more than one commit’s worth is done in one go', async () => {
  await Promise.all(Array.from({ length: 7 }, () => register()));
  server.clock.now += 53 * hour;
  const { store } = server;
  const hotels = new Hotels(store, () => server.clock.now);
  const batches: number[] = [];
  const broken: string[] = [];
  const committer = new Committer({
    store,
    moment: () => server.clock.now,
    onRows: () => {},
    onCommit: (changes) => batches.push(changes),
  });
  // The server’s own job still waits.
  const clock = () => server.clock.now + 2 * hour;
  const parts = {
    store,
    hotels,
    committer,
    clock,
    random: randomBytes,
    step: 5,
    onBroken: (one: string) => broken.push(one),
  };
  expect(await expireOverdue(parts)).toBe(7);
  expect(batches).toEqual([5, 2]);
  expect(await expireOverdue(parts)).toBe(0);
  expect(broken).toEqual([]);
});
