// One record is damaged on the disk: nobody behind it waits, the server is ready and starts, and its own details go with the longest term.

import { copyFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { randomBytes } from '../../../src/crypto/random-bytes.ts';
import { parseCertificate } from '../../../src/protocol/erasure-certificate.ts';
import { retentionStatusSchema } from '../../../src/protocol/retention-api.ts';
import { Committer } from '../../../src/server/commit/committer.ts';
import { Hotels } from '../../../src/server/hotel/hotels.ts';
import { expireOverdue } from '../../../src/server/jobs/expire.ts';
import type { TestHotel } from '../../support/hotel-fixtures.ts';
import { arrivalBody, testGuest, type TestPerson } from '../../support/server-fixtures.ts';
import { setUp, signIn, startTestServer, type TestServer } from '../../support/test-server.ts';

const day = 86_400_000;
let server: TestServer;
let hotel: TestHotel;
let owner: TestPerson;
let authorization: string;

beforeEach(async () => {
  server = await startTestServer({ expireEvery: 20 });
  ({ hotel, owner } = await setUp(server, { retentions: { identity: { kind: 'statutory', months: 2 } } }));
  ({ authorization } = await signIn(server, hotel, owner));
});
afterEach(() => server.end());

async function register(): Promise<string> {
  const { submission, body } = await testGuest(hotel, {
    now: server.clock.now,
    given: ['emergency', 'membership'],
    statutory: ['identity'],
  });
  await server.send('register', { parameters: { property: hotel.property }, body });
  return submission.registration;
}

async function inHouse(): Promise<string> {
  const registration = await register();
  await server.send('arrive', { authorization, parameters: { registration }, body: arrivalBody(hotel) });
  return registration;
}

function damage(id: string, set: string, folder = server.folder): void {
  const database = new DatabaseSync(join(folder, 'foyer.db'));
  const { changes } = database
    .prepare(`UPDATE registrations SET ${set} WHERE registration = ?`)
    .run(Buffer.from(id, 'base64url'));
  database.close();
  expect(changes).toBe(1);
}

/** Lets days pass, each with somebody at the desk, until a date. */
async function until(date: string): Promise<void> {
  server.clock.now = Date.parse(`${date}T12:00:00+08:00`);
  ({ authorization } = await signIn(server, hotel, owner));
}

const nameRow = z.object({ name: z.string() });

/** What the database still has of a registration, also of one the server can't read. */
async function names(id: string): Promise<string[]> {
  const database = new DatabaseSync(join(server.folder, 'foyer.db'), { readOnly: true });
  const found = database
    .prepare(
      `SELECT coalesce(e.purpose, e.kind) AS name FROM envelopes e JOIN registrations r ON e.id / 16 = r.id
        WHERE r.registration = ? ORDER BY e.id`,
    )
    .all(Buffer.from(id, 'base64url'));
  database.close();
  return found.map((row) => nameRow.parse(row).name);
}

const state = async (id: string) =>
  (await server.store.rows(hotel.property, 0, 100)).find(({ row }) => row.registration === id)?.row.state;
const ready = async () => (await fetch(`${server.url}/readyz`)).text();
const isNamed = (id: string) => server.logged.join('').includes(`"where":"broken record","registration":"${id}"`);
const status = async () => retentionStatusSchema.parse((await server.send('retentionStatus', { authorization })).json);

test('of two guests a law still holds something of, a damaged one keeps neither the other’s day nor the server', async () => {
  const [broken, other] = [await inHouse(), await inHouse()];
  await until('2026-12-20');
  for (const id of [broken, other]) await expect.poll(() => server.store.sealedOff(id)).toHaveLength(1);
  damage(broken, "agreed = 'nonsense'");
  // The planned check-out is the 24th.
  await until('2027-01-25');
  await expect.poll(() => names(other)).not.toContain('identity');
  await expect.poll(() => isNamed(broken)).toBe(true);
  expect(await names(broken)).toContain('identity');
  expect((await server.send('retention', { authorization })).status).toBe(200);
  await expect.poll(ready).toBe('{"ready":true,"reasons":[]}');
  const newest = async () => {
    const [last] = await server.store.certificates(hotel.property, 1);
    return last === undefined ? [] : parseCertificate(last.text).classes;
  };
  await expect.poll(newest).toContainEqual({ class: 'identity', outcome: 'erased', count: 1 });
});

test('a damaged registration nobody came for leaves the server ready, and those around it expire', async () => {
  const [first, broken] = [await register(), await register()];
  damage(broken, "purposes = 'nonsense'");
  await until('2026-11-25');
  await expect.poll(() => state(first)).toBe('expired');
  await expect.poll(() => isNamed(broken)).toBe(true);
  await expect.poll(async () => (await status()).failing).toBe(true);
  expect(await ready()).toBe('{"ready":true,"reasons":[]}');
});

test('a whole page of damaged ones keeps nobody behind it', async () => {
  await server.stop();
  const folder = server.folder;
  server = await startTestServer({ folder, now: server.clock.now });
  const ids: string[] = [];
  for (let count = 0; count < 4; count++) ids.push(await register());
  const behind = ids.pop() ?? '';
  for (const id of ids) damage(id, "purposes = 'nonsense'");
  const broken: string[] = [];
  const { store } = server;
  const clock = () => server.clock.now + 5 * day;
  const committer = new Committer({ store, moment: clock, onRows: () => undefined, onCommit: () => undefined });
  const parts = { store, committer, hotels: new Hotels(store, clock), clock, random: randomBytes, step: 2 };
  expect(await expireOverdue({ ...parts, onBroken: (id) => broken.push(id) })).toBe(1);
  expect(await state(behind)).toBe('expired');
  expect(broken).toEqual(ids);
});

const left = [
  ['purposes', "purposes = 'nonsense'"],
  ['agreed words', "agreed = 'nonsense'"],
  ['state', "state = 'nonsense'"],
  ['receipt', "receipt_parts = 'nonsense'"],
  ['check-out', "check_out = 'tomorrow', desk_check_out = NULL"],
  ['check-in of a guest who never came', "check_in = 'tomorrow', state = 'received'"],
] as const;

test.each(left)('what a damaged %s hid goes once no term is left, and not before', async (_, set) => {
  const broken = await inHouse();
  damage(broken, set);
  // Membership is kept longest: 24 months.
  await until('2028-11-20');
  await expect.poll(async () => (await status()).lastRun).toContain('2028-11-20');
  expect(await names(broken)).toContain('membership');
  await until('2028-11-26');
  await expect.poll(() => names(broken)).toEqual([]);
  await expect.poll(async () => (await status()).failing).toBe(false);
  expect(await state(broken)).toBe('erased');
  expect(await server.store.erasuresOf(broken)).toMatchObject([{ byTerm: true }]);
  const entries = await server.store.entries(hotel.property, 0, 10_000);
  expect(entries.filter((text) => text.includes(broken) && text.includes('"membership"'))).toHaveLength(1);
});

test('an older copy with a damaged record starts, and what was erased of it since is destroyed without being read', async () => {
  const [partly, expired, other] = [await inHouse(), await register(), await inHouse()];
  await server.stop();
  const { folder } = server;
  const older = join(folder, 'older.db');
  await copyFile(join(folder, 'foyer.db'), older);
  server = await startTestServer({ folder, now: server.clock.now, expireEvery: 20 });
  await until('2026-12-20');
  for (const id of [partly, other]) await expect.poll(() => server.store.sealedOff(id)).toHaveLength(1);
  await expect.poll(() => state(expired)).toBe('expired');
  await server.stop();
  for (const name of ['foyer.db-wal', 'foyer.db-shm']) await rm(join(folder, name), { force: true });
  await copyFile(older, join(folder, 'foyer.db'));
  for (const id of [partly, expired]) damage(id, "purposes = 'offers,nonsense'", folder);
  server = await startTestServer({ folder, now: server.clock.now });
  expect(await names(expired)).toEqual([]);
  expect(await state(expired)).toBe('expired');
  expect(await names(partly)).toEqual(await names(other));
  expect(await names(partly)).not.toContain('emergency');
  expect(await server.store.lostErasures(hotel.property)).toEqual([]);
  expect(isNamed(partly)).toBe(true);
  // Also where the ledger was lost, and is written anew from what the database has.
  await server.stop();
  await rm(join(folder, 'foyer.erasures'));
  server = await startTestServer({ folder, now: server.clock.now });
  expect(await server.store.lostErasures(hotel.property)).toEqual([]);
});
