// Somebody whose keys may be in other hands is out until somebody says otherwise: no clock lets them in, and nobody's leaving does.

import { afterEach, beforeEach, expect, test } from 'vitest';
import { randomBytes } from '../../../src/crypto/random-bytes.ts';
import type { Hotel } from '../../../src/demo/set-up-hotel.ts';
import { type Invitation, invitationLasts, type NewInvitation } from '../../../src/protocol/invitation.ts';
import { staffDoor } from '../../../src/staff/api/staff-api.ts';
import { makeAnswer } from '../../../src/staff/join/answer-invitation.ts';
import { readHotel } from '../../../src/staff/session/read-hotel.ts';
import { openOwnKeys, type Session, signIn } from '../../../src/staff/session/sign-in.ts';
import { confirmInvitation } from '../../../src/staff/team/confirm-invitation.ts';
import { invitePerson, secretOf } from '../../../src/staff/team/invite-person.ts';
import { readTeam } from '../../../src/staff/team/read-team.ts';
import { renewKeys } from '../../../src/staff/team/renew-keys.ts';
import { membersToSealTo } from '../../../src/staff/team/shut-out-people.ts';
import { hotelOnTestServer } from '../../support/hotel-on-test-server.ts';
import { passphrases, quickParameters } from '../../support/make-hotel.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';

let server: TestServer;
let hotel: Hotel;
let owner: Session;
const fresh = 'nine folded paper boats';
const door = () => staffDoor((url, init) => fetch(url, init), server.url);
const signedIn = (handle: string, passphrase: string) =>
  signIn(door(), { property: hotel.property, handle, passphrase });

beforeEach(async () => {
  server = await startTestServer({ now: Date.now() });
  hotel = await hotelOnTestServer(server);
  owner = await signedIn('chen', passphrases.owner);
});
afterEach(() => server.end());

async function invitedAgain(id: string, exposed: boolean, by = owner): Promise<string> {
  const person = (await owner.api.people()).find((one) => one.id === id);
  if (person === undefined) throw new Error('not in the team');
  const { handle, displayName, role } = person;
  const wishes = { handle, displayName, role, purposes: [], again: { person: id, exposed } };
  return invitePerson(by, wishes, { now: server.clock.now, random: randomBytes });
}

async function waiting(id: string): Promise<Invitation> {
  const found = (await owner.api.invitations()).find((one) => one.id === id);
  if (found === undefined) throw new Error('no such invitation');
  return found;
}

async function answered(id: string, again?: NewInvitation['again']) {
  const link = { fingerprint: hotel.fingerprint, secret: await secretOf(owner, await waiting(id)) };
  const tools = { now: server.clock.now, random: randomBytes, parameters: quickParameters };
  const answer = await makeAnswer(link, fresh, tools, again);
  await door().answerInvitation(answer);
  return answer;
}

const confirm = async (id: string, root: Parameters<typeof confirmInvitation>[3]['root'] = null) =>
  confirmInvitation(door(), owner, await waiting(id), { root, now: server.clock.now });

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error),
  );
const oldPassphrase = () => codeOf(signedIn('wang', passphrases.supervisor));

test('no clock ends being shut out: called off, the old passphrase is good again, and run out it is not', async () => {
  const { id } = hotel.people.supervisor;
  const first = await invitedAgain(id, true);
  expect(await codeOf(invitedAgain(id, false))).toBe('conflict');
  await owner.api.callOffInvitation(first);
  expect(await oldPassphrase()).toBeNull();
  const second = await invitedAgain(id, true);
  const answer = await answered(second, { person: id, exposed: true });
  server.clock.now += invitationLasts;
  expect(await oldPassphrase()).toBe('sign_in_failed');
  owner = await signedIn('chen', passphrases.owner);
  // The owner sees them so, and can do nothing with the invitation but call it off.
  expect(await owner.api.invitations()).toMatchObject([{ id: second, state: 'expired' }]);
  expect(await codeOf(confirm(second))).toBe('gone');
  expect(await codeOf(door().answerInvitation(answer))).toBe('gone');
  for (const days of [400, -800]) {
    server.clock.now += days * 86_400_000;
    owner = await signedIn('chen', passphrases.owner);
    expect(await oldPassphrase()).toBe('sign_in_failed');
  }
  server.clock.now += 400 * 86_400_000;
  owner = await signedIn('chen', passphrases.owner);
  // Invited again, "forgotten" would let whoever has the passphrase in by the way.
  expect(await codeOf(invitedAgain(id, false))).toBe('conflict');
  const third = await invitedAgain(id, true);
  expect(await owner.api.invitations()).toMatchObject([{ id: third, state: 'open' }]);
  server.clock.now += invitationLasts;
  owner = await signedIn('chen', passphrases.owner);
  await owner.api.callOffInvitation(third);
  expect(await oldPassphrase()).toBeNull();
});

test('who is shut out stays so when the owner who did it leaves, and the last owner who can come in stays', async () => {
  const wishes = { displayName: '周明', handle: 'zhou', role: 'owner' as const, purposes: [] };
  const id = await invitePerson(owner, wishes, { now: server.clock.now, random: randomBytes });
  await answered(id);
  await confirm(id, (await openOwnKeys(door(), owner, passphrases.owner)).root);
  const zhou = await signedIn('zhou', fresh);
  const wang = hotel.people.supervisor.id;
  const invitation = await invitedAgain(wang, true, zhou);
  const shutOut = await invitedAgain(zhou.person.id, true);
  expect(await codeOf(renewKeys(door(), owner, { removed: owner.person.id, revoked: [] }, server.clock.now))).toBe(
    'last_owner',
  );
  // No key of a purpose that is new goes to them either.
  const { manifest } = (await readHotel(owner)).manifest;
  const sealedTo = await membersToSealTo(owner, manifest);
  expect(sealedTo.map(({ person }) => person)).toEqual([owner.person.id, hotel.people['front-desk'].id]);
  await owner.api.callOffInvitation(shutOut);
  await renewKeys(door(), owner, { removed: zhou.person.id, revoked: [] }, server.clock.now);
  owner = await signedIn('chen', passphrases.owner);
  expect(await owner.api.invitations()).toMatchObject([{ id: invitation, state: 'expired' }]);
  expect(await oldPassphrase()).toBe('sign_in_failed');
  await renewKeys(door(), owner, { removed: wang, revoked: [] }, server.clock.now);
  owner = await signedIn('chen', passphrases.owner);
  expect(await owner.api.invitations()).toEqual([]);
});

test('new keys made meanwhile are sealed to nobody who is shut out, and are theirs once they come in anew', async () => {
  const { id } = hotel.people.supervisor;
  const again = { person: id, exposed: true };
  const invitation = await invitedAgain(id, true);
  const before = (await owner.api.people()).find((one) => one.id === id)?.granted;
  const removed = hotel.people['front-desk'].id;
  await renewKeys(door(), owner, { removed, revoked: [] }, server.clock.now);
  owner = await signedIn('chen', passphrases.owner);
  const { manifest } = (await readHotel(owner)).manifest;
  expect(await server.store.grantedKeys(id, 'card')).toEqual([hotel.manifest.manifest.card.keyId]);
  const { members } = await readTeam(owner, manifest);
  expect(members.map(({ person }) => person)).toContain(id);
  await answered(invitation, again);
  await confirm(invitation);
  const wang = await signedIn('wang', fresh);
  const { card, purposes } = (await readHotel(wang)).manifest.manifest;
  expect(wang.keyring.holds(card.keyId)).toBe(true);
  expect(new Set(wang.person.granted)).toEqual(new Set(before));
  const opened = purposes.filter(({ id: purpose }) => before?.includes(purpose));
  expect(opened.every(({ keyId }) => wang.keyring.holds(keyId))).toBe(true);
});
