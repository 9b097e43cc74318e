// An only owner with one grant that doesn't open: what needs that key is refused by name, everything else goes on, and new keys are the way out.

import { expect, test } from 'vitest';
import { randomBytes } from '../../../src/crypto/random-bytes.ts';
import type { Invitation } from '../../../src/protocol/invitation.ts';
import type { PurposeId } from '../../../src/protocol/purposes.ts';
import { makeAnswer } from '../../../src/staff/join/answer-invitation.ts';
import { keysForSheet, makeSheet, proveSheet } from '../../../src/staff/recovery/recovery-sheet.ts';
import { readHotel } from '../../../src/staff/session/read-hotel.ts';
import { grantedKeys, openOwnKeys, type Session, signIn } from '../../../src/staff/session/sign-in.ts';
import { confirmInvitation } from '../../../src/staff/team/confirm-invitation.ts';
import { givePurpose } from '../../../src/staff/team/give-purpose.ts';
import { invitePerson, secretOf } from '../../../src/staff/team/invite-person.ts';
import { renewKeys } from '../../../src/staff/team/renew-keys.ts';
import { passphrases, quickParameters } from '../../support/make-hotel.ts';
import { codeOf, colleague, teamSetting } from '../../support/team-setting.ts';

const s = teamSetting();
const tools = () => ({ now: s.server.clock.now, random: randomBytes });
const manifestOf = async (session: Session) => (await readHotel(session)).manifest.manifest;

/** The owner signs in, and the first epoch's key of a purpose comes damaged from the server. */
async function damagedOwner(purpose: PurposeId): Promise<Session> {
  const door = s.door(s.tablet, s.owner.seenManifests);
  const damaging: typeof door = {
    ...door,
    signIn: async (...asked) => {
      const answer = await door.signIn(...asked);
      const grants = answer.grants.map((grant) =>
        grant.purpose === purpose && grant.epoch === 1
          ? { ...grant, sealed: { ...grant.sealed, ciphertext: `AAAA${grant.sealed.ciphertext.slice(4)}` } }
          : grant,
      );
      return { ...answer, grants };
    },
  };
  return signIn(damaging, { property: s.hotel.property, handle: 'chen', passphrase: passphrases.owner });
}

async function letIn(owner: Session, handle: string, purposes: readonly PurposeId[]): Promise<unknown> {
  const wishes = { handle, displayName: handle, role: 'front-desk' as const, purposes };
  const id = await invitePerson(owner, { ...wishes, purposes: [...purposes] }, tools());
  const waiting = async (): Promise<Invitation> => {
    const found = (await owner.api.invitations()).find((one) => one.id === id);
    if (found === undefined) throw new Error('no such invitation');
    return found;
  };
  const link = { fingerprint: s.hotel.fingerprint, secret: await secretOf(owner, await waiting()) };
  const sent = { ...tools(), parameters: quickParameters };
  const answer = await makeAnswer(link, 'nine folded paper boats', sent, undefined);
  await s.door().answerInvitation(answer);
  return codeOf(confirmInvitation(s.door(), owner, await waiting(), { root: null, now: s.server.clock.now }));
}

test('only what needs the damaged key is refused, by its name', async () => {
  const owner = await damagedOwner('billing');
  expect(owner.keyring.unopened).toEqual(['billing']);
  const { now } = s.server.clock;
  const lin = colleague(await owner.api.people(), s.lin.id);
  expect(await codeOf(givePurpose(owner, lin, 'offers', now))).toBeNull();
  expect(await letIn(owner, 'zhao', ['offers'])).toBeNull();

  await expect(keysForSheet(owner, await manifestOf(owner))).rejects.toThrow('own_key_damaged: billing');
  const wang = colleague(await owner.api.people(), s.wang.id);
  await expect(givePurpose(owner, wang, 'billing', now)).rejects.toThrow('own_key_damaged: billing');
  expect(await letIn(owner, 'qian', ['billing'])).toBe('own_key_damaged');
  expect((await grantedKeys(owner)).some(({ purpose }) => purpose === 'billing')).toBe(false);
});

test('new keys without anybody leaving open all that is sealed from then on; the key of before stays damaged', async () => {
  const before = await damagedOwner('billing');
  const sealed = await manifestOf(before);
  await renewKeys(s.door(), before, { removed: null, revoked: [] }, s.server.clock.now);
  // Every session is over, and nobody has left.
  expect(await codeOf(before.api.people())).toBe('session_ended');
  const owner = await damagedOwner('billing');
  expect(owner.keyring.unopened).toEqual(['billing']);
  const manifest = await manifestOf(owner);
  expect(manifest.epoch).toBe(2);
  for (const { keyId } of [manifest.card, ...manifest.purposes]) expect(owner.keyring.holds(keyId)).toBe(true);
  const old = sealed.purposes.find(({ id }) => id === 'billing');
  expect(owner.keyring.holds(old?.keyId ?? '')).toBe(false);
  const desk = await s.signedIn('desk', passphrases['front-desk']);
  expect(desk.keyring.holds(manifest.card.keyId)).toBe(true);

  const wang = colleague(await owner.api.people(), s.wang.id);
  expect(await codeOf(givePurpose(owner, wang, 'billing', s.server.clock.now))).toBeNull();
  expect(await letIn(owner, 'qian', ['billing'])).toBeNull();
  const { root } = await openOwnKeys(s.door(), owner, passphrases.owner);
  const purposes = await keysForSheet(owner, manifest);
  expect(purposes.filter(({ purpose }) => purpose === 'billing').map(({ epoch }) => epoch)).toEqual([2]);
  const code = await makeSheet(owner, manifest.card, { root, purposes }, tools());
  expect(await codeOf(proveSheet(owner, code))).toBeNull();
});
