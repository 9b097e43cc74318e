// One server with two hotels on it, and in the first everything somebody could act on: guests in every state, requests, a sheet of
// paper, invitations, questions, a clock in doubt.

import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { randomBytes } from '../../../src/crypto/random-bytes.ts';
import { type DemoGuest, demoGuests } from '../../../src/demo/demo-guests.ts';
import { registerGuest } from '../../../src/demo/register-guest.ts';
import type { Hotel } from '../../../src/demo/set-up-hotel.ts';
import { createGuestApi } from '../../../src/guest/registration/guest-api.ts';
import { newId } from '../../../src/protocol/ids.ts';
import type { Role } from '../../../src/protocol/roles.ts';
import { addDays, toDate } from '../../../src/protocol/time.ts';
import { staffDoor } from '../../../src/staff/api/staff-api.ts';
import { confirmArrival } from '../../../src/staff/desk/confirm-arrival.ts';
import { makeAnswer } from '../../../src/staff/join/answer-invitation.ts';
import { signIn, type Session } from '../../../src/staff/session/sign-in.ts';
import { invitePerson, secretOf } from '../../../src/staff/team/invite-person.ts';
import { graftHotel } from '../../end-to-end/authorisation/graft-hotel.ts';
import { makeHotel, quickParameters } from '../../support/make-hotel.ts';
import { named } from '../../support/on-screen.ts';
import { type RunningServer, startServer } from '../../tools/start-server.ts';

/** Guests of the first hotel, by how they stand. */
const guests = {
  awaited: { name: '鲁迅', yes: ['emergency', 'billing'] },
  inHouse: { name: 'Ana O’Neill', document: ['IE', 'passport', 'PA1234567', '1988-02-29'] },
  child: { name: '冰心', child: { name: '冰小心', age: 'under-14', relation: '母亲' }, partySize: 2 },
  askedFor: { name: '沈从文', child: { name: '沈小文', age: 'under-14', relation: '父亲' }, partySize: 2 },
  deleted: { name: '丁香', yes: ['billing'] },
} as const satisfies Readonly<Record<string, Partial<DemoGuest>>>;
type GuestName = keyof typeof guests;

/** The people of the other hotel have the same names to sign in with, and not the same passphrases. */
const elsewhere = {
  'front-desk': 'four winds in the pines',
  supervisor: 'a lantern at the gate',
  owner: 'the bridge above the river',
} as const;

export interface World {
  readonly server: RunningServer;
  readonly own: Hotel;
  readonly foreign: Hotel;
  readonly registrations: Readonly<Record<GuestName, string>>;
  readonly requests: { readonly open: string; readonly done: string };
  /** Of the other hotel: nothing of it may be on a screen of the first. */
  readonly foreignGuest: { readonly name: string; readonly registration: string };
}

/** A passkey belongs to a name, so this server is reached by one and not by its number. */
const byName = { env: { PUBLIC_URL: '' } };

export async function makeWorld(): Promise<World> {
  const [first, second] = await Promise.all([startServer(byName), startServer(byName)]);
  const [own, foreign] = await Promise.all([
    makeHotel(first),
    makeHotel(second, { name: { 'zh-Hans': '松风客舍', en: 'Pine Wind Lodge' } }, elsewhere),
  ]);
  const registrations = {
    awaited: await arrives(first, own, guests.awaited),
    inHouse: await arrives(first, own, guests.inHouse),
    child: await arrives(first, own, guests.child),
    askedFor: await arrives(first, own, guests.askedFor),
    deleted: await arrives(first, own, guests.deleted),
  };
  const foreignGuest = { name: '张爱玲', registration: await arrives(second, foreign, { name: '张爱玲' }) };
  await Promise.all([first.stop({ keepData: true }), second.stop({ keepData: true })]);
  graftHotel(second.dataDir, first.dataDir);
  await rm(second.dataDir, { recursive: true });
  loseTrackOfTime(first.dataDir);
  // At the same address: it is in what was printed and kept.
  const server = await startServer({ ...byName, dataDir: first.dataDir, port: Number(new URL(first.url).port) });
  return { server, own, foreign, registrations, foreignGuest, requests: await work(server, own, registrations) };
}

async function arrives({ url }: RunningServer, hotel: Hotel, guest: Partial<DemoGuest>): Promise<string> {
  const [someone] = demoGuests;
  if (someone === undefined) throw new Error('the demo has guests');
  const { property, fingerprint } = hotel;
  const phone = {
    api: createGuestApi({ fetch, origin: url }),
    property,
    fingerprint,
    clock: Date.now,
    random: randomBytes,
  };
  return (await registerGuest(phone, { ...someone, ...guest })).registration;
}

/** As if the server's clock had been put three days back: nobody's device makes that good by signing in. */
function loseTrackOfTime(dataDir: string): void {
  const database = new DatabaseSync(join(dataDir, 'foyer.db'));
  database.prepare('UPDATE counted_time SET at = ?').run(Date.now() + 3 * 86_400_000);
  database.close();
}

/** A morning at the desk. Leaves each of the three signed in on another device. */
async function work(
  server: RunningServer,
  hotel: Hotel,
  registrations: World['registrations'],
): Promise<World['requests']> {
  const door = staffDoor((url, init) => fetch(url, init), server.url);
  const session = (role: Role): Promise<Session> => signIn(door, { property: hotel.property, ...hotel.people[role] });
  const [desk, supervisor, owner] = [await session('front-desk'), await session('supervisor'), await session('owner')];
  const { card } = hotel.manifest.manifest;
  const today = toDate(Date.now());
  const checkOut = addDays(today, 2);
  const noted = { room: '301', remarks: '', checkOut, abroad: true };
  await confirmArrival(desk, card, registrations.inHouse, noted);
  await desk.api.askApproval({ registration: registrations.askedFor, purpose: 'minors', reason: 'check-in' });
  const paper = { record: newId(Date.now(), randomBytes), purposes: ['emergency' as const], place: 'safe' as const };
  await desk.api.recordPaper({ ...paper, checkOut, departed: false });

  const wish = { kind: 'deletion' as const, origin: 'desk-in-person' as const, purpose: null };
  const open = await desk.api.openRequest({ ...wish, registration: registrations.awaited });
  const done = await desk.api.openRequest({ ...wish, registration: registrations.deleted });
  await supervisor.api.stepRequest(done.id, { step: 'verified' });
  await supervisor.api.stepRequest(done.id, { step: 'found', registration: registrations.deleted });
  await supervisor.api.stepRequest(done.id, { step: 'done' });

  const tools = { now: Date.now(), random: randomBytes };
  const asked = { role: 'front-desk' as const, purposes: [] };
  await invitePerson(owner, { ...asked, handle: 'zhou', displayName: named.waiting }, tools);
  const id = await invitePerson(owner, { ...asked, handle: 'lin', displayName: named.answered }, tools);
  const invitation = (await owner.api.invitations()).find((one) => one.id === id);
  if (invitation === undefined) throw new Error('the invitation isn’t there');
  const secret = await secretOf(owner, invitation);
  const { fingerprint } = hotel;
  await door.answerInvitation(
    await makeAnswer(
      { fingerprint, secret },
      'only for this test',
      { ...tools, parameters: quickParameters },
      undefined,
    ),
  );
  return { open: open.id, done: done.id };
}
