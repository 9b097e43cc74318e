// The whole way of an invitation with real keys, over the server's own routes; and a server that swaps the key.

import { afterEach, beforeEach, expect, test } from 'vitest';
import { invitationToken } from '../../../src/crypto/invitation.ts';
import { generateKeyPair } from '../../../src/crypto/key-pair.ts';
import { randomBytes } from '../../../src/crypto/random-bytes.ts';
import type { Hotel } from '../../../src/demo/set-up-hotel.ts';
import { type Invitation, invitationLasts, invitationUrl } from '../../../src/protocol/invitation.ts';
import { logEntrySchema } from '../../../src/protocol/audit-log.ts';
import type { Role } from '../../../src/protocol/roles.ts';
import { staffDoor } from '../../../src/staff/api/staff-api.ts';
import { readHotel } from '../../../src/staff/session/read-hotel.ts';
import { makeAnswer, ownWords } from '../../../src/staff/join/answer-invitation.ts';
import type { RawKeyPair } from '../../../src/crypto/key-pair.ts';
import { openOwnKeys, type Session, signIn } from '../../../src/staff/session/sign-in.ts';
import { confirmInvitation } from '../../../src/staff/team/confirm-invitation.ts';
import { invitePerson, secretOf, wordsOf } from '../../../src/staff/team/invite-person.ts';
import { renewKeys } from '../../../src/staff/team/renew-keys.ts';
import { fourWords } from '../../../src/ui/seal/four-words.ts';
import { fingerprintWordsEn } from '../../../src/ui/seal/fingerprint-words-en.ts';
import { hotelOnTestServer } from '../../support/hotel-on-test-server.ts';
import { passphrases, quickParameters } from '../../support/make-hotel.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';

let server: TestServer;
let hotel: Hotel;
let owner: Session;
const door = () => staffDoor((url, init) => fetch(url, init), server.url);
const own = 'eight paper lanterns';

beforeEach(async () => {
  server = await startTestServer({ now: Date.now() });
  hotel = await hotelOnTestServer(server);
  owner = await signedIn('chen', passphrases.owner);
});
afterEach(() => server.end());

const signedIn = (handle: string, passphrase: string) =>
  signIn(door(), { property: hotel.property, handle, passphrase });

async function invited(role: Role = 'front-desk', handle = 'lin') {
  const wishes = { displayName: '林晓', handle, role, purposes: ['billing'] as const };
  const id = await invitePerson(owner, wishes, { now: server.clock.now, random: randomBytes });
  const link = { fingerprint: hotel.fingerprint, secret: await secretOf(owner, await waiting(id)) };
  return { id, link };
}

async function waiting(id: string): Promise<Invitation> {
  const found = (await owner.api.invitations()).find((one) => one.id === id);
  if (found === undefined) throw new Error('no such invitation');
  return found;
}

async function answered(link: { fingerprint: string; secret: string }) {
  const tools = { now: server.clock.now, random: randomBytes, parameters: quickParameters };
  const answer = await makeAnswer(link, own, tools, undefined);
  await door().answerInvitation(answer);
  return answer;
}

const confirm = (invitation: Invitation, root: RawKeyPair | null) =>
  confirmInvitation(door(), owner, invitation, { root, now: server.clock.now });
const stateOf = async (secret: string) => (await door().viewInvitation(await invitationToken(secret))).state;
const actions = async () =>
  (await server.store.entries(hotel.property, 0, 1000)).map((entry) => logEntrySchema.parse(JSON.parse(entry)).action);
const wordsOn = (bytes: Uint8Array | null) => fourWords(bytes ?? new Uint8Array(), fingerprintWordsEn).join(' ');

test('who is invited makes their own keys, both read the same words, and only then they are somebody', async () => {
  const { id, link } = await invited();
  expect(invitationUrl('https://h.example', link.fingerprint, link.secret)).toMatch(
    /\/staff\/join#[\w-]{22}\.[\w-]{43}$/,
  );
  expect(await stateOf(link.secret)).toBe('open');
  const answer = await answered(link);
  expect(await stateOf(link.secret)).toBe('answered');
  await expect(signedIn('lin', own)).rejects.toMatchObject({ code: 'sign_in_failed' });
  const theirs = await ownWords(link, { person: answer.id, publicKey: answer.publicKey });
  expect(wordsOn(await wordsOf(owner, await waiting(id)))).toBe(wordsOn(theirs));
  await confirm(await waiting(id), null);
  expect(await stateOf(link.secret)).toBe('confirmed');
  const lin = await signedIn('lin', own);
  expect(lin.person).toMatchObject({ id: answer.id, role: 'front-desk', granted: ['card', 'billing'] });
  const billing = hotel.manifest.manifest.purposes.find((purpose) => purpose.id === 'billing');
  expect(lin.keyring.holds(billing?.keyId ?? '')).toBe(true);
  expect(lin.keyring.fingerprint).toBe(hotel.fingerprint);
  expect((await actions()).filter((action) => /invit|person/.test(action)).slice(7)).toEqual([
    'person-invited',
    'invitation-answered',
    'person-added',
  ]);
});

test('a server that swaps the key shows the owner other words, and nothing is sealed to it unseen', async () => {
  const { id, link } = await invited();
  const answer = await answered(link);
  const theirs = wordsOn(await ownWords(link, { person: answer.id, publicKey: answer.publicKey }));
  const { publicKey } = await generateKeyPair();
  const swapped = { ...(await waiting(id)), publicKey: Buffer.from(publicKey).toString('base64url') };
  expect(wordsOn(await wordsOf(owner, swapped))).not.toBe(theirs);
  const another = { ...(await waiting(id)), person: hotel.people.supervisor.id };
  expect(wordsOn(await wordsOf(owner, another))).not.toBe(theirs);
  // Without the link's secret the words can't be looked for: with another one the same key has others.
  const guess = { ...link, secret: Buffer.from(randomBytes(32)).toString('base64url') };
  expect(wordsOn(await ownWords(guess, { person: answer.id, publicKey: answer.publicKey }))).not.toBe(theirs);
  await expect(confirm(swapped, null)).rejects.toMatchObject({ code: 'conflict' });
});

test('a link is answered once; the very same answer again is taken as done', async () => {
  const { link } = await invited();
  const size = (await actions()).length;
  const answer = await answered(link);
  await door().answerInvitation(answer);
  await expect(answered(link)).rejects.toMatchObject({ code: 'conflict' });
  expect((await actions()).slice(size)).toEqual(['invitation-answered']);
});

test('half an hour, and it is over: for the link, for the owner and for whoever answered in time', async () => {
  const { id, link } = await invited();
  await answered(link);
  const before = await waiting(id);
  server.clock.now += invitationLasts;
  owner = await signedIn('chen', passphrases.owner);
  expect(await door().viewInvitation(await invitationToken(link.secret))).toMatchObject({
    state: 'expired',
    invited: null,
  });
  await expect(answered(link)).rejects.toMatchObject({ code: 'gone' });
  expect(await owner.api.invitations()).toEqual([]);
  await expect(confirm(before, null)).rejects.toMatchObject({ code: 'gone' });
  await invited('front-desk', 'lin');
});

test('called off, it opens nothing, and the server keeps no name of it', async () => {
  const { id, link } = await invited();
  await owner.api.callOffInvitation(id);
  await owner.api.callOffInvitation(id);
  expect(await stateOf(link.secret)).toBe('called-off');
  await expect(answered(link)).rejects.toMatchObject({ code: 'gone' });
  const token = Buffer.from(await crypto.subtle.digest('SHA-256', Buffer.from(await invitationToken(link.secret))));
  expect(await server.store.invitationByToken(token.toString('base64url'))).toMatchObject({
    invited: null,
    answer: null,
  });
});

test('a name that is taken, or promised, is not promised again', async () => {
  await invited('front-desk', 'lin');
  for (const handle of ['lin', 'chen']) {
    await expect(invited('front-desk', handle)).rejects.toMatchObject({ code: 'conflict' });
  }
});

test('another owner gets the root, sealed to their own key', async () => {
  const { id, link } = await invited('owner', 'zhou');
  await answered(link);
  const { root } = await openOwnKeys(door(), owner, passphrases.owner);
  await expect(confirm(await waiting(id), null)).rejects.toMatchObject({ code: 'wrong_passphrase' });
  await confirm(await waiting(id), root);
  const zhou = await signedIn('zhou', own);
  expect(zhou.keyring.root?.publicKey).toEqual(root?.publicKey);
  expect((await openOwnKeys(door(), zhou, own)).root).toEqual(root);
  expect(zhou.person.granted).toEqual(['card', ...hotel.manifest.manifest.purposes.map((purpose) => purpose.id)]);
  // Only the one who invited knows the secret.
  const next = await invited('front-desk', 'lin');
  await expect(secretOf(zhou, await waiting(next.id))).rejects.toMatchObject({ code: 'cannot_open' });
});

test('a new epoch while an invitation waits: the owner signs in once more, and confirms with today’s keys', async () => {
  const { id, link } = await invited();
  const before = owner;
  await answered(link);
  const answeredBefore = await waiting(id);
  await renewKeys(door(), owner, { removed: hotel.people.supervisor.id, revoked: [] }, server.clock.now);
  await expect(
    confirmInvitation(door(), before, answeredBefore, { root: null, now: server.clock.now }),
  ).rejects.toMatchObject({ code: 'session_ended' });
  owner = await signedIn('chen', passphrases.owner);
  expect(await stateOf(link.secret)).toBe('answered');
  await confirm(await waiting(id), null);
  const lin = await signedIn('lin', own);
  const { manifest } = (await readHotel(owner)).manifest;
  expect(manifest.epoch).toBe(2);
  for (const { card, purposes } of [manifest, hotel.manifest.manifest]) {
    const keys = [card, purposes.find((purpose) => purpose.id === 'billing')];
    expect(keys.map((key) => lin.keyring.holds(key?.keyId ?? ''))).toEqual([true, true]);
  }
});

test('who is removed takes the invitations they made with them', async () => {
  const first = await invited('owner', 'zhou');
  await answered(first.link);
  const { root } = await openOwnKeys(door(), owner, passphrases.owner);
  await confirm(await waiting(first.id), root);
  const zhou = await signedIn('zhou', own);
  const { id, link } = await invited();
  await answered(link);
  await renewKeys(door(), zhou, { removed: owner.person.id, revoked: [] }, server.clock.now);
  expect(await stateOf(link.secret)).toBe('called-off');
  const again = await signedIn('zhou', own);
  expect(await again.api.invitations()).toEqual([]);
  const late = { publicKey: zhou.person.publicKey, grants: [], team: 'A' };
  await expect(again.api.confirmInvitation(id, late)).rejects.toMatchObject({ code: 'gone' });
});
