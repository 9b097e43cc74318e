// What somebody has to look into, and what somebody waits for, is there again after the process was killed.

import { afterEach, expect, test } from 'vitest';
import { randomBytes } from '../../../src/crypto/random-bytes.ts';
import { demoGuests } from '../../../src/demo/demo-guests.ts';
import { registerGuest } from '../../../src/demo/register-guest.ts';
import type { Hotel } from '../../../src/demo/set-up-hotel.ts';
import { createGuestApi } from '../../../src/guest/registration/guest-api.ts';
import type { Role } from '../../../src/protocol/roles.ts';
import { problemOf } from '../../../src/staff/api/call.ts';
import { type StaffApi, staffDoor } from '../../../src/staff/api/staff-api.ts';
import { makeHotel } from '../../support/make-hotel.ts';
import { staffSession } from '../../support/staff-session.ts';
import { type RunningServer, startServer } from '../../tools/start-server.ts';

let server: RunningServer;
afterEach(() => server.stop());

const signIn = async (hotel: Hotel, role: Role): Promise<StaffApi> =>
  staffDoor(fetch, server.url).staff(await staffSession(server.url, hotel, role));

async function killed(): Promise<void> {
  const { dataDir, url } = server;
  await server.stop({ keepData: true, signal: 'SIGKILL' });
  server = await startServer({ dataDir, port: Number(new URL(url).port) });
}

test('an emergency nobody has looked into, a question and its answer outlive a kill', async () => {
  server = await startServer();
  const hotel = await makeHotel(server);
  const api = createGuestApi({ fetch, origin: server.url });
  const phone = { api, property: hotel.property, fingerprint: hotel.fingerprint, clock: Date.now, random: randomBytes };
  const family = demoGuests.find(({ child }) => child !== null);
  if (family === undefined) throw new TypeError('no family among the guests');
  const { registration } = await registerGuest(phone, family);

  const desk = await signIn(hotel, 'front-desk');
  await desk.open({ registration, purpose: 'minors', reason: 'emergency' });
  const asked = await desk.askApproval({ registration, purpose: 'minors', reason: 'check-in' });
  await killed();

  // The desk's session and its question are the same; an owner who signs in only now sees both.
  const owner = await signIn(hotel, 'owner');
  const seen = await owner.approvals();
  expect(seen.map(({ state }) => state)).toEqual(['waiting', 'emergency']);
  expect(seen[0]).toEqual(asked);
  expect(await desk.askApproval({ registration, purpose: 'minors', reason: 'check-in' })).toEqual(asked);
  await owner.decideApproval(asked.id, 'approved');
  await killed();

  expect((await desk.open({ registration, purpose: 'minors', reason: 'check-in' })).envelope.purpose).toBe('minors');
  const emergency = (await owner.approvals()).find(({ state }) => state === 'emergency');
  await owner.decideApproval(emergency?.id ?? '', 'reviewed');
  await killed();

  expect((await owner.approvals()).map(({ state }) => state)).toEqual(['approved', 'reviewed']);
  expect(await owner.decideApproval(emergency?.id ?? '', 'reviewed').then(() => null, problemOf)).toBe('conflict');
});
