// Somebody of the team gets other keys in the place of those they forgot, broke or lost: with real keys, over the server's own routes.

import { afterEach, beforeEach, expect, test } from 'vitest';
import { randomBytes } from '../../../src/crypto/random-bytes.ts';
import { demoGuests } from '../../../src/demo/demo-guests.ts';
import { registerGuest } from '../../../src/demo/register-guest.ts';
import type { Hotel } from '../../../src/demo/set-up-hotel.ts';
import { createGuestApi } from '../../../src/guest/registration/guest-api.ts';
import { logEntrySchema } from '../../../src/protocol/audit-log.ts';
import type { Invitation, InvitationConfirmation } from '../../../src/protocol/invitation.ts';
import { staffDoor, type StaffApi } from '../../../src/staff/api/staff-api.ts';
import { makeAnswer, ownWords } from '../../../src/staff/join/answer-invitation.ts';
import { openOwnKeys, type Session, signIn } from '../../../src/staff/session/sign-in.ts';
import { readHotel } from '../../../src/staff/session/read-hotel.ts';
import { confirmInvitation } from '../../../src/staff/team/confirm-invitation.ts';
import { invitePerson, secretOf, wordsOf } from '../../../src/staff/team/invite-person.ts';
import { teamsInMemory } from '../../../src/staff/team/seen-teams.ts';
import { renewKeys } from '../../../src/staff/team/renew-keys.ts';
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

async function person(id: string) {
  const found = (await owner.api.people()).find((one) => one.id === id);
  if (found === undefined) throw new Error('not in the team');
  return found;
}

async function invitedAgain(id: string, exposed: boolean, by = owner) {
  const { handle, displayName, role, granted } = await person(id);
  const purposes = granted.flatMap((purpose) => (purpose === 'card' ? [] : [purpose]));
  const wishes = { handle, displayName, role, purposes, again: { person: id, exposed } };
  const invitation = await invitePerson(by, wishes, { now: server.clock.now, random: randomBytes });
  const link = { fingerprint: hotel.fingerprint, secret: await secretOf(by, await waiting(invitation, by)) };
  return { invitation, link };
}

async function waiting(id: string, by = owner): Promise<Invitation> {
  const found = (await by.api.invitations()).find((one) => one.id === id);
  if (found === undefined) throw new Error('no such invitation');
  return found;
}

async function answered(link: { fingerprint: string; secret: string }, again: Invitation['again']) {
  const tools = { now: server.clock.now, random: randomBytes, parameters: quickParameters };
  const answer = await makeAnswer(link, fresh, tools, again);
  await door().answerInvitation(answer);
  return answer;
}

const confirm = async (id: string, root: Parameters<typeof confirmInvitation>[3]['root'] = null, by = owner) =>
  confirmInvitation(door(), by, await waiting(id, by), { root, now: server.clock.now });

/** What the owner's device would send. */
async function confirmationOf(id: string): Promise<InvitationConfirmation> {
  const captured: InvitationConfirmation[] = [];
  const api: StaffApi = {
    ...owner.api,
    confirmInvitation: async (_, confirmation) => void captured.push(confirmation),
  };
  // What isn't sent is nothing the owner's own tablet has seen.
  const aside = { ...owner, api, seenTeams: teamsInMemory() };
  await confirmInvitation(door(), aside, await waiting(id), { root: null, now: server.clock.now });
  const [confirmation] = captured;
  if (confirmation === undefined) throw new Error('nothing would be sent');
  return confirmation;
}

const entries = async () =>
  (await server.store.entries(hotel.property, 0, 1000)).map((entry) => logEntrySchema.parse(JSON.parse(entry)));
const cardKey = async () => (await readHotel(owner)).manifest.manifest.card.keyId;
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error),
  );

test('a forgotten passphrase: other keys for the same person, and nobody else notices', async () => {
  const api = createGuestApi({ fetch, origin: server.url });
  const phone = { api, property: hotel.property, fingerprint: hotel.fingerprint, clock: Date.now, random: randomBytes };
  const [guest] = demoGuests;
  if (guest === undefined) throw new Error('the demo has guests');
  const { registration } = await registerGuest(phone, { ...guest, yes: ['emergency'] });
  const opening = { registration, purpose: 'emergency', reason: 'emergency' } as const;
  const { id } = hotel.people['front-desk'];
  const desk = await signedIn('desk', passphrases['front-desk']);
  await desk.api.open(opening);

  const { invitation, link } = await invitedAgain(id, false);
  // The old passphrase is good until the new keys are there.
  expect(await codeOf(desk.api.property())).toBeNull();
  const again = { person: id, exposed: false };
  const answer = await answered(link, again);
  expect(answer.id).toBe(id);
  expect(await ownWords(link, { person: id, publicKey: answer.publicKey })).toEqual(
    await wordsOf(owner, await waiting(invitation)),
  );
  const before = await person(id);
  await confirm(invitation);
  expect(await codeOf(desk.api.property())).toBe('session_ended');
  expect(await codeOf(signedIn('desk', passphrases['front-desk']))).toBe('sign_in_failed');
  const back = await signedIn('desk', fresh);
  expect(back.person).toEqual({ ...before, publicKey: answer.publicKey });
  expect(back.keyring.holds(await cardKey())).toBe(true);
  await back.api.open(opening);
  // The guest's timeline names the same somebody before and after; the owner's session and the sheet are as they were.
  const log = await entries();
  expect(log.filter(({ action }) => action === 'opened').map(({ actor }) => actor)).toEqual([id, id]);
  expect(log.filter(({ action }) => /again|rejoined/.test(action)).map(({ action }) => action)).toEqual([
    'person-invited-again',
    'person-rejoined',
  ]);
  expect(await owner.api.property()).toMatchObject({ recoveryProven: true });
});

test('in other hands: shut out at once, and with the new keys a new epoch in the same commit', async () => {
  const { id } = hotel.people.supervisor;
  const taken = await signedIn('wang', passphrases.supervisor);
  const old = await cardKey();
  const { invitation, link } = await invitedAgain(id, true);
  expect(await codeOf(taken.api.property())).toBe('session_ended');
  expect(await codeOf(signedIn('wang', passphrases.supervisor))).toBe('sign_in_failed');
  expect((await entries()).at(-1)).toMatchObject({ actor: id, action: 'sign-in-failed' });
  await answered(link, { person: id, exposed: true });
  const size = (await entries()).length;
  await confirm(invitation);
  const written = ['team-signed', 'person-rejoined', 'manifest-published'];
  expect((await entries()).slice(size).map(({ action }) => action)).toEqual(written);
  expect(await codeOf(owner.api.property())).toBe('session_ended');
  owner = await signedIn('chen', passphrases.owner);
  const today = await cardKey();
  expect(today).not.toBe(old);
  const back = await signedIn('wang', fresh);
  expect([back.person.id, back.person.role]).toEqual([id, 'supervisor']);
  expect([today, old].map((key) => back.keyring.holds(key))).toEqual([true, true]);
  expect(taken.keyring.holds(today)).toBe(false);
  // What they may open is what they could open.
  expect([...back.person.granted].sort()).toEqual([...hotel.people.supervisor.granted].sort());
  expect((await signedIn('desk', passphrases['front-desk'])).keyring.holds(today)).toBe(true);
  expect(await owner.api.property()).toMatchObject({ recoveryProven: false });
});

test('an owner who lost everything is brought back by the second, with the root', async () => {
  const wishes = { displayName: '周明', handle: 'zhou', role: 'owner' as const, purposes: [] };
  const id = await invitePerson(owner, wishes, { now: server.clock.now, random: randomBytes });
  const link = { fingerprint: hotel.fingerprint, secret: await secretOf(owner, await waiting(id)) };
  await answered(link, undefined);
  const { root } = await openOwnKeys(door(), owner, passphrases.owner);
  await confirm(id, root);
  const zhou = await signedIn('zhou', fresh);
  const lost = owner.person.id;
  for (const exposed of [false, true]) {
    const by = exposed ? await signedIn('zhou', fresh) : zhou;
    const again = await invitedAgain(lost, exposed, by);
    await answered(again.link, { person: lost, exposed });
    expect(await codeOf(confirm(again.invitation, null, by))).toBe('wrong_passphrase');
    await confirm(again.invitation, (await openOwnKeys(door(), by, fresh)).root, by);
    owner = await signedIn('chen', fresh);
    expect(owner.person).toMatchObject({ id: lost, role: 'owner' });
    expect(owner.keyring.root?.publicKey).toEqual(root?.publicKey);
    expect(owner.keyring.holds(await cardKey())).toBe(true);
  }
});

test('nobody invites themselves again, and nobody is invited as somebody they are not', async () => {
  const own = owner.person.id;
  expect(await codeOf(invitedAgain(own, true))).toBe('forbidden');
  const { id } = hotel.people['front-desk'];
  const { handle, displayName } = await person(id);
  const invite = (changes: object) =>
    codeOf(
      invitePerson(
        owner,
        { handle, displayName, role: 'front-desk', purposes: [], again: { person: id, exposed: false }, ...changes },
        { now: server.clock.now, random: randomBytes },
      ),
    );
  expect(await invite({ role: 'supervisor' })).toBe('conflict');
  expect(await invite({ handle: 'wang' })).toBe('conflict');
  expect(await invite({ displayName: '别人' })).toBe('conflict');
  expect(await invite({ purposes: ['offers'] })).toBe('conflict');
  expect(await invite({ again: { person: 'A'.repeat(22), exposed: false } })).toBe('not_found');
  expect(await owner.api.invitations()).toEqual([]);
});

test('an answer is for that person alone, and a confirmation brings nothing they couldn’t open', async () => {
  const { id } = hotel.people['front-desk'];
  const { invitation, link } = await invitedAgain(id, false);
  expect(await codeOf(answered(link, undefined))).toBe('conflict');
  expect(await codeOf(answered(link, { person: hotel.people.supervisor.id, exposed: false }))).toBe('conflict');
  await answered(link, { person: id, exposed: false });
  const whole = await confirmationOf(invitation);
  const offers = owner.grants.filter(({ purpose }) => purpose === 'offers');
  const publication = { profile: hotel.profile, manifest: hotel.manifest.jws, notices: hotel.notices };
  const cases: readonly (readonly [string, InvitationConfirmation])[] = [
    ['conflict', { ...whole, grants: [...whole.grants, ...offers] }],
    ['conflict', { ...whole, grants: whole.grants.filter(({ purpose }) => purpose !== 'card') }],
    ['conflict', { ...whole, publicKey: owner.person.publicKey }],
    ['conflict', { ...whole, sealedRoot: whole.grants[0]?.sealed }],
    ['malformed', { ...whole, renewal: { publication, grants: [] } }],
  ];
  for (const [code, body] of cases)
    expect([code, await codeOf(owner.api.confirmInvitation(invitation, body))]).toEqual([code, code]);
  await signedIn('desk', passphrases['front-desk']);
  await owner.api.confirmInvitation(invitation, whole);
  expect(await codeOf(owner.api.confirmInvitation(invitation, whole))).toBe('gone');
});

test('in other hands, keys of before are not enough, nor any sealed to the key that goes', async () => {
  const { id } = hotel.people['front-desk'];
  const { invitation, link } = await invitedAgain(id, true);
  await answered(link, { person: id, exposed: true });
  const { renewal, ...whole } = await confirmationOf(invitation);
  if (renewal === undefined) throw new Error('no renewal');
  const [fresh1] = whole.grants.filter(({ epoch }) => epoch === 2);
  if (fresh1 === undefined) throw new Error('no key of the new epoch');
  const cases: readonly (readonly [string, InvitationConfirmation])[] = [
    ['malformed', whole],
    ['conflict', { ...whole, grants: whole.grants.filter(({ epoch }) => epoch === 1), renewal }],
    ['conflict', { ...whole, renewal: { ...renewal, grants: renewal.grants.slice(1) } }],
    ['malformed', { ...whole, renewal: { ...renewal, grants: [...renewal.grants, { person: id, grant: fresh1 }] } }],
  ];
  const before = await entries();
  for (const [code, body] of cases)
    expect([code, await codeOf(owner.api.confirmInvitation(invitation, body))]).toEqual([code, code]);
  expect(await entries()).toEqual(before);
  await owner.api.confirmInvitation(invitation, { ...whole, renewal });
});

test('a new epoch while they answer: confirmed with its keys; whoever is removed meanwhile doesn’t come back', async () => {
  const desk = hotel.people['front-desk'].id;
  const { invitation, link } = await invitedAgain(desk, false);
  await answered(link, { person: desk, exposed: false });
  const late = await confirmationOf(invitation);
  await renewKeys(door(), owner, { removed: hotel.people.supervisor.id, revoked: [] }, server.clock.now);
  owner = await signedIn('chen', passphrases.owner);
  expect(await codeOf(owner.api.confirmInvitation(invitation, late))).toBe('conflict');
  await confirm(invitation);
  expect((await signedIn('desk', fresh)).keyring.holds(await cardKey())).toBe(true);

  const next = await invitedAgain(desk, false);
  await answered(next.link, { person: desk, exposed: false });
  await renewKeys(door(), owner, { removed: desk, revoked: [] }, server.clock.now);
  owner = await signedIn('chen', passphrases.owner);
  expect(await owner.api.invitations()).toEqual([]);
  expect(await codeOf(signedIn('desk', fresh))).toBe('sign_in_failed');
});
