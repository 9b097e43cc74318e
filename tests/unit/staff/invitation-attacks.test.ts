// A server that answers the owner's tablet with another invitation than the owner made.

import { expect, test } from 'vitest';
import { personKeyBytes } from '../../../src/crypto/grant.ts';
import { hpkeSeal } from '../../../src/crypto/hpke.ts';
import { sealInvitationSecret } from '../../../src/crypto/invitation.ts';
import { generateKeyPair, importKeyPair } from '../../../src/crypto/key-pair.ts';
import { randomBytes } from '../../../src/crypto/random-bytes.ts';
import type { Invitation, InvitationConfirmation } from '../../../src/protocol/invitation.ts';
import { makeAnswer } from '../../../src/staff/join/answer-invitation.ts';
import { confirmInvitation, isConfirmed } from '../../../src/staff/team/confirm-invitation.ts';
import { manifestsInMemory } from '../../../src/staff/session/seen-manifests.ts';
import { teamsInMemory } from '../../../src/staff/team/seen-teams.ts';
import { invitePerson, type PersonWishes, secretOf } from '../../../src/staff/team/invite-person.ts';
import { quickParameters } from '../../support/make-hotel.ts';
import { codeOf, teamSetting } from '../../support/team-setting.ts';

const s = teamSetting();
const tools = () => ({ now: s.server.clock.now, random: randomBytes, parameters: quickParameters });
const newcomer: PersonWishes = { handle: 'guo', displayName: '郭靖', role: 'front-desk', purposes: ['billing'] };

/** Invited and answered; gives what the server says of it. */
async function answered(wishes: PersonWishes): Promise<{ readonly said: Invitation; readonly secret: string }> {
  const id = await invitePerson(s.owner, wishes, tools());
  const waiting = async () => {
    const found = (await s.owner.api.invitations()).find((one) => one.id === id);
    if (found === undefined) throw new Error('no such invitation');
    return found;
  };
  const secret = await secretOf(s.owner, await waiting());
  const link = { fingerprint: s.hotel.fingerprint, secret };
  await s.door().answerInvitation(await makeAnswer(link, 'nine folded paper boats', tools(), wishes.again));
  return { said: await waiting(), secret };
}

const shown = (invitation: Invitation) => codeOf(secretOf(s.owner, invitation));
const confirmed = (invitation: Invitation) =>
  codeOf(confirmInvitation(s.door(), s.owner, invitation, { root: null, now: s.server.clock.now }));

test('a secret the server has chosen gives no code and no words: the owner’s key alone can have sealed it', async () => {
  const { said, secret } = await answered(newcomer);
  const { property, keyring, person } = s.owner;
  const chosen = Buffer.from(randomBytes(32)).toString('base64url');
  const text = JSON.stringify(['foyer', 2, 'invitation', property]);
  const aad = JSON.stringify([said.id, said.displayName, said.handle, said.role, said.purposes, null]);
  // Anybody can seal to the owner's public key.
  const toOwner = await hpkeSeal(personKeyBytes(person.publicKey), text, aad, new TextEncoder().encode(chosen));
  const { privateKey } = await importKeyPair(await generateKeyPair(), 'open');
  const mixed = { publicKey: keyring.person.publicKey, privateKey };
  const byStranger = await sealInvitationSecret({ property, invitation: said }, chosen, mixed);
  for (const sealedSecret of [toOwner, byStranger]) {
    expect(await shown({ ...said, sealedSecret })).toBe('cannot_open');
    expect(await confirmed({ ...said, sealedSecret })).toBe('cannot_open');
  }
  expect(await secretOf(s.owner, said)).toBe(secret);
  expect(await confirmed(said)).toBeNull();
});

test('words confirmed a second time, in another tab, are known to have been: by key, in the signed list', async () => {
  const huang = { ...newcomer, handle: 'huang', displayName: '黄蓉' };
  const { said } = await answered(huang);
  expect(await isConfirmed(s.owner, said)).toBe(false);
  expect(await confirmed(said)).toBeNull();
  expect(await confirmed(said)).toBe('conflict');
  expect(await isConfirmed(s.owner, said)).toBe(true);
  expect(await isConfirmed(s.owner, { ...said, publicKey: s.owner.person.publicKey })).toBe(false);
});

test('what an invitation gives, and why, is what the owner sealed with it', async () => {
  const { said } = await answered(newcomer);
  const again = { person: said.person ?? '', exposed: false };
  const lies: Partial<Invitation>[] = [
    { role: 'supervisor' },
    { purposes: ['billing', 'identity'] },
    { purposes: [] },
    { displayName: s.wang.displayName },
    { handle: 'other' },
    { again },
  ];
  for (const lie of lies) {
    expect([lie, await shown({ ...said, ...lie })]).toEqual([lie, 'cannot_open']);
    expect([lie, await confirmed({ ...said, ...lie })]).toEqual([lie, 'cannot_open']);
  }
});

test('that somebody’s keys may be in other hands can’t be taken out of their invitation', async () => {
  const again = { person: s.lin.id, exposed: true };
  const { handle, displayName } = s.lin;
  const { said } = await answered({ handle, displayName, role: 'front-desk', purposes: [], again });
  const unexposed = { ...said, again: { ...again, exposed: false } };
  expect(await shown(unexposed)).toBe('cannot_open');
  expect(await confirmed(unexposed)).toBe('cannot_open');
  expect(await confirmed({ ...said, again: undefined })).toBe('cannot_open');
});

test('whom the owner was told of as getting no new keys gets none, though the server names them by then', async () => {
  const { handle, displayName } = s.lin;
  const again = { person: s.lin.id, exposed: true };
  const { said } = await answered({ handle, displayName, role: 'front-desk', purposes: [], again });
  const sent: InvitationConfirmation[] = [];
  const api = {
    ...s.owner.api,
    confirmInvitation: async (_: string, one: InvitationConfirmation) => void sent.push(one),
  };
  const tell = (withheld: readonly string[]) =>
    confirmInvitation(
      s.door(),
      { ...s.owner, api, seenTeams: teamsInMemory(), seenManifests: manifestsInMemory() },
      said,
      {
        root: null,
        now: s.server.clock.now,
        withheld,
      },
    );
  await tell([]);
  await tell([s.wang.id]);
  const others = sent.map(({ renewal }) => new Set(renewal?.grants.map(({ person }) => person)));
  expect(others).toEqual([new Set([s.owner.person.id, s.wang.id]), new Set([s.owner.person.id])]);
});
