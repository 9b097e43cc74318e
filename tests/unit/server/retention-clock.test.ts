// The time terms are counted by, on a whole server: nothing is erased by a clock that leaps, was wrong from the start or is a stranger's.

import { afterEach, beforeEach, expect, test } from 'vitest';
import { guestViewSchema, setupStartSchema } from '../../../src/protocol/api.ts';
import type { PurposeId } from '../../../src/protocol/purposes.ts';
import { retentionOverviewSchema, retentionStatusSchema } from '../../../src/protocol/retention-api.ts';
import { toInstant } from '../../../src/protocol/time.ts';
import { type TestHotel, testHotel } from '../../support/hotel-fixtures.ts';
import {
  arrivalBody,
  setupBody,
  testGuest,
  type TestGuest,
  type TestPerson,
  testPerson,
} from '../../support/server-fixtures.ts';
import { setUp, setupAuthorization, signIn, startTestServer, type TestServer } from '../../support/test-server.ts';
import { join } from '../../support/team-fixtures.ts';

const hour = 3_600_000;
let server: TestServer;
let hotel: TestHotel;
let owner: TestPerson;
/** By how much the wall clock has been moved, with no time passing. */
let off = 0;

beforeEach(async () => {
  off = 0;
  server = await startTestServer({ expireEvery: 20, elapsed: (now) => now - off });
  ({ hotel, owner } = await setUp(server));
});

afterEach(() => server.end());

const session = async (person = owner) => (await signIn(server, hotel, person)).authorization;

async function arrived(given: readonly PurposeId[]): Promise<TestGuest> {
  const guest = await testGuest(hotel, { now: server.clock.now, given });
  await server.send('register', { parameters: { property: hotel.property }, body: guest.body });
  const parameters = { registration: guest.submission.registration };
  const body = { ...arrivalBody(hotel), checkOut: '2026-11-25' };
  await server.send('arrive', { authorization: await session(), parameters, body });
  return guest;
}

const view = async ({ lookup, token }: TestGuest) =>
  guestViewSchema.parse((await server.send('guestView', { body: { lookup, token } })).json);
const overview = async () =>
  retentionOverviewSchema.parse((await server.send('retention', { authorization: await session() })).json);

test('a clock that leaps is not believed until the owner says so, and it is loud', async () => {
  const guest = await arrived(['emergency']);
  const status = async (person = owner) =>
    retentionStatusSchema.parse((await server.send('retentionStatus', { authorization: await session(person) })).json);
  const leap = 60 * 24 * hour;
  off += leap;
  server.clock.now += leap;
  const runs = (await status()).counted;
  await expect.poll(() => server.logged.join('')).toContain('"where":"clock","state":"held"');
  expect(await status()).toMatchObject({ clock: 'held', counted: runs, wall: '2027-01-20T18:00:00+08:00' });
  expect(await (await fetch(`${server.url}/metrics`)).text()).toContain('foyer_clock_doubtful 1');
  expect((await view(guest)).status.state).toBe('arrived');
  const supervisor = await testPerson(hotel, 'supervisor', 'wu');
  const desk = await testPerson(hotel, 'front-desk', 'wang');
  for (const { person } of [supervisor, desk]) await join(server, hotel, await session(), { person });
  expect(await status(supervisor)).toMatchObject({ clock: 'held' });
  // Everybody at the desk hears of it; what goes when is for supervisors and owners.
  expect(await status(desk)).toMatchObject({ clock: 'held' });
  expect((await server.send('retention', { authorization: await session(desk) })).code).toBe('forbidden');
  const confirm = async (person: TestPerson, wall: string) =>
    (await server.send('confirmClock', { authorization: await session(person), body: { wall } })).code;
  expect(await confirm(supervisor, '2027-01-20T18:00:00+08:00')).toBe('forbidden');
  expect(await confirm(owner, '2026-11-21T18:00:00+08:00')).toBe('conflict');
  expect((await view(guest)).status.state).toBe('arrived');
  expect(await confirm(owner, '2027-01-20T18:00:00+08:00')).toBeNull();
  await expect.poll(async () => (await view(guest)).status.state).toBe('erased');
  expect(await status()).toMatchObject({ clock: 'sound' });
});

/** Waits for a whole run that began after now: true time goes on a little, and the run says so. */
async function nextRun(): Promise<void> {
  server.clock.now += 1000;
  const authorization = await session();
  const status = async () =>
    retentionStatusSchema.parse((await server.send('retentionStatus', { authorization })).json);
  const { counted } = await status();
  await expect.poll(async () => (await status()).lastRun).toBe(counted);
}

test('no guest’s phone moves the time, whatever it signs: a wall clock that is wrong waits for the owner', async () => {
  const guest = await arrived(['emergency']);
  off += 300 * 24 * hour;
  server.clock.now += off;
  // Two strangers: one at the wall clock's own time, and one who says any.
  for (const now of [server.clock.now, Date.parse('2099-01-01T00:00:00Z')]) {
    const stranger = await testGuest(hotel, { now });
    const { status } = await server.send('register', { parameters: { property: hotel.property }, body: stranger.body });
    expect(status).toBe(201);
  }
  await nextRun();
  expect((await view(guest)).status.state).toBe('arrived');
  expect((await overview()).status).toMatchObject({ clock: 'held', counted: '2026-11-21T18:00:01+08:00' });
});

test('what was missed while the server was off is made good by the first of the staff who signs in, as far as their device agrees', async () => {
  const guest = await arrived(['emergency']);
  const signInAt = async (time: number, proof = owner.proof) => {
    const body = { handle: owner.person.handle, proof, time: toInstant(time) };
    return (await server.send('signIn', { parameters: { property: hotel.property }, body })).code;
  };
  const pause = 30 * 24 * hour;
  off += pause;
  server.clock.now += pause;
  // A wrong passphrase says no time, and a device that is behind moves it no further than it is.
  expect(await signInAt(server.clock.now, 'A'.repeat(43))).toBe('sign_in_failed');
  expect(await signInAt(server.clock.now - pause + 2 * hour)).toBeNull();
  await nextRun();
  expect((await overview()).status).toMatchObject({ clock: 'held', counted: '2026-11-21T20:00:01+08:00' });
  expect((await view(guest)).status.state).toBe('arrived');
  expect(await signInAt(Date.parse('2099-01-01T00:00:00Z'))).toBeNull();
  await expect.poll(async () => (await view(guest)).status.state).toBe('erased');
  expect((await overview()).status).toMatchObject({ clock: 'sound', counted: '2026-12-21T18:00:01+08:00' });
});

test('a hotel set up under a wall clock ten years ahead counts from its owner’s device, and erases nothing when that is put right', async () => {
  const [real, ahead] = [server.clock.now, 3653 * 24 * hour];
  await server.end();
  off = ahead;
  const restart = { now: real + ahead, expireEvery: 20, elapsed: (now: number) => now - off };
  server = await startTestServer(restart);
  ({ hotel, owner } = await setUp(server, { ownTime: real }));
  expect((await overview()).status).toMatchObject({ clock: 'held', counted: '2026-11-21T18:00:00+08:00' });
  off = 0;
  server.clock.now = real;
  const guest = await arrived(['emergency']);
  await nextRun();
  expect((await overview()).status).toMatchObject({ clock: 'sound' });
  expect((await view(guest)).status.state).toBe('arrived');
});

test('where both clocks were wrong, or an owner confirmed a wrong one, nothing is erased until it is settled', async () => {
  const [real, ahead] = [server.clock.now, 3653 * 24 * hour];
  const guest = await arrived(['emergency']);
  const confirm = async (wall: number) => {
    const body = { wall: toInstant(wall) };
    expect((await server.send('confirmClock', { authorization: await session(), body })).code).toBeNull();
  };
  // What this confirmation erases is gone; who registers afterwards must not be.
  const far = await testGuest(hotel, { now: real });
  off = ahead;
  server.clock.now = real + ahead;
  await confirm(server.clock.now);
  await expect.poll(async () => (await view(guest)).status.state).toBe('erased');
  off = 0;
  server.clock.now = real;
  await expect.poll(() => server.logged.join('')).toContain('"where":"clock","state":"behind"');
  await server.send('register', { parameters: { property: hotel.property }, body: far.body });
  const authorization = await session();
  const status = async () =>
    retentionStatusSchema.parse((await server.send('retentionStatus', { authorization })).json);
  expect(await status()).toMatchObject({ clock: 'behind', late: false });
  // A day and more of that, and the server isn't ready: what was promised for today isn't done either.
  server.clock.now += 27 * hour;
  await expect.poll(async () => (await fetch(`${server.url}/readyz`)).text()).toContain('"retention"');
  expect((await view(far)).status.state).toBe('received');
  await confirm(server.clock.now);
  await nextRun();
  expect((await overview()).status).toMatchObject({ clock: 'sound', late: false });
  expect((await view(far)).status.state).toBe('received');
});

test('a hotel whose owner’s device said no time counts from a moment surely over, and waits for the owner to look at the clock', async () => {
  await server.end();
  server = await startTestServer({ expireEvery: 20, elapsed: (now) => now - off });
  const authorization = setupAuthorization(server);
  const start = setupStartSchema.parse((await server.send('setupStart', { authorization })).json);
  hotel = await testHotel(start);
  owner = await testPerson(hotel, 'owner', 'li');
  expect((await server.send('setup', { authorization, body: setupBody(hotel, owner) })).status).toBe(204);
  const guest = await arrived(['emergency']);
  server.clock.now += 20 * 24 * hour;
  await nextRun();
  expect((await overview()).status).toMatchObject({ clock: 'held' });
  expect((await view(guest)).status.state).toBe('arrived');
  const body = { wall: toInstant(server.clock.now) };
  expect((await server.send('confirmClock', { authorization: await session(), body })).code).toBeNull();
  await expect.poll(async () => (await view(guest)).status.state).toBe('erased');
});
