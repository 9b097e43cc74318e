// Whoever is to leave gets nothing more, whatever the server calls them; nobody can be kept from being removed; and no number of its making
// keeps a list from being begun anew.

import { expect, test } from 'vitest';
import { generateKeyPair, importKeyPair } from '../../../src/crypto/key-pair.ts';
import { randomBytes } from '../../../src/crypto/random-bytes.ts';
import { signTeamList, verifyTeamList } from '../../../src/crypto/team-list.ts';
import type { People } from '../../../src/protocol/api.ts';
import type { InvitationConfirmation } from '../../../src/protocol/invitation.ts';
import type { Member } from '../../../src/protocol/team-list.ts';
import type { KeyRenewal } from '../../../src/protocol/team.ts';
import { makeAnswer } from '../../../src/staff/join/answer-invitation.ts';
import { readHotel } from '../../../src/staff/session/read-hotel.ts';
import type { Session } from '../../../src/staff/session/sign-in.ts';
import { confirmInvitation } from '../../../src/staff/team/confirm-invitation.ts';
import { invitePerson, secretOf } from '../../../src/staff/team/invite-person.ts';
import { beginTeamAnew, readTeam, unnamedOf } from '../../../src/staff/team/read-team.ts';
import { renewKeys } from '../../../src/staff/team/renew-keys.ts';
import { teamsInMemory } from '../../../src/staff/team/seen-teams.ts';
import { opensOf } from '../../../src/staff/team/use-team.ts';
import { quickParameters } from '../../support/make-hotel.ts';
import { codeOf, colleague, teamSetting } from '../../support/team-setting.ts';

const s = teamSetting();
const fake = 'A'.repeat(22);

const calledOtherwise = ({ people, team }: People): People => ({
  people: people.map((one) => (one.id === s.wang.id ? { ...one, id: fake } : one)),
  team,
});
const leftOut = ({ people, team }: People): People => ({ people: people.filter(({ id }) => id !== s.wang.id), team });

async function peopleOf(renewal: KeyRenewal, property: string): Promise<string[]> {
  const { root } = s.owner.keyring;
  if (root === null) throw new Error('the owner has the root');
  const { list } = await verifyTeamList(renewal.team, root.publicKey, { property, epoch: 2, seen: null });
  expect(new Set(renewal.grants.map(({ person }) => person))).toEqual(new Set(list.people.map(({ person }) => person)));
  return list.people.map(({ person }) => person);
}

test('removed under an id of the server’s making, somebody gets no key of the new epoch and leaves the list', async () => {
  const renewal = await s.renewalOf(s.toldOtherwise(calledOtherwise), fake);
  expect(await peopleOf(renewal, s.hotel.property)).toEqual([s.owner.person.id, s.lin.id]);
});

test('whom the server leaves out is seen, can be removed, and gets nothing when somebody else is', async () => {
  const lied = s.toldOtherwise(leftOut);
  const team = await readTeam(lied, s.hotel.manifest.manifest);
  expect(unnamedOf(team, s.owner.person.id).map(({ name }) => name)).toEqual([s.wang.displayName]);
  expect(await peopleOf(await s.renewalOf(lied, s.lin.id), s.hotel.property)).toEqual([s.owner.person.id]);
  await renewKeys(s.door(), lied, { removed: s.wang.id, revoked: [] }, s.server.clock.now);
  const now = await s.ownerSignsIn();
  expect((await now.api.people()).map(({ id }) => id).sort()).toEqual([s.owner.person.id, s.lin.id].sort());
});

test('whom the owner was told to be without gets nothing, also where the server names them by then; the owner always does', async () => {
  const sent: KeyRenewal[] = [];
  const api = { ...s.owner.api, renewKeys: async (renewal: KeyRenewal) => void sent.push(renewal) };
  const parting = { removed: s.lin.id, revoked: [], withheld: [s.wang.id, s.owner.person.id] };
  await renewKeys(s.door(), { ...s.owner, api }, parting, s.server.clock.now);
  const [renewal] = sent;
  if (renewal === undefined) throw new Error('nothing was sent');
  expect(await peopleOf(renewal, s.hotel.property)).toEqual([s.owner.person.id]);
});

test('a purpose the server is silent on can still be taken away', async () => {
  const { members } = await readTeam(s.owner, s.hotel.manifest.manifest);
  const said = { ...colleague(await s.owner.api.people(), s.wang.id), granted: [] };
  const signed = members.find(({ person }) => person === s.wang.id)?.opens ?? [];
  expect(signed.length).toBeGreaterThan(0);
  expect(new Set(opensOf(members, said))).toEqual(new Set(signed));
});

async function begunOn(session: Session): Promise<number> {
  const { manifest } = await readHotel(session);
  const sent: string[] = [];
  const api = { ...session.api, signTeam: async (jws: string) => void sent.push(jws) };
  await beginTeamAnew({ ...session, api, seenTeams: teamsInMemory() }, manifest.manifest, s.server.clock.now);
  const { root } = session.keyring;
  if (root === null) throw new Error('the owner has the root');
  const expected = { property: s.hotel.property, epoch: manifest.manifest.epoch, seen: null };
  return (await verifyTeamList(sent[0] ?? '', root.publicKey, expected)).list.sequence;
}

test('a list is begun anew above the number of the one there, where the root has signed it, and of no other', async () => {
  const { signed, members } = await readTeam(s.owner, s.hotel.manifest.manifest);
  if (signed === null) throw new Error('there is a list');
  expect(signed.list.sequence).toBeGreaterThan(1);
  expect(await begunOn(s.owner)).toBe(signed.list.sequence + 1);
  const evil = await generateKeyPair();
  const forged = await signTeamList({
    property: s.hotel.property,
    root: { publicKey: evil.publicKey, signingKey: (await importKeyPair(evil, 'sign')).privateKey },
    previous: null,
    after: Number.MAX_SAFE_INTEGER - 2,
    epoch: 1,
    people: members,
    by: s.owner.person.id,
    now: s.server.clock.now,
  });
  expect(await begunOn(s.toldOtherwise(({ people }) => ({ people, team: forged.jws })))).toBe(1);
  expect(await begunOn(s.toldOtherwise(({ people }) => ({ people, team: 'a.b.c' })))).toBe(1);
});

test('the server takes no first confirmation whose list lacks the new colleague, or has them under another key', async () => {
  const wishes = { handle: 'li', displayName: '李 Li', role: 'front-desk' as const, purposes: [] };
  const tools = { now: s.server.clock.now, random: randomBytes };
  const id = await invitePerson(s.owner, wishes, tools);
  const waiting = async () => {
    const found = (await s.owner.api.invitations()).find((one) => one.id === id);
    if (found === undefined) throw new Error('no such invitation');
    return found;
  };
  const link = { fingerprint: s.hotel.fingerprint, secret: await secretOf(s.owner, await waiting()) };
  const parameters = quickParameters;
  await s
    .door()
    .answerInvitation(await makeAnswer(link, 'nine folded paper boats', { ...tools, parameters }, undefined));
  const { signed, members } = await readTeam(s.owner, s.hotel.manifest.manifest);
  const { root } = s.owner.keyring;
  if (root === null || signed === null) throw new Error('the owner has the root and the list');
  const invitation = await waiting();
  const evilKey = Buffer.from((await generateKeyPair()).publicKey).toString('base64url');
  const joins = { person: invitation.person ?? '', name: wishes.displayName, owner: false, opens: [] };
  const confirmWith = async (people: readonly Member[] | null) => {
    const draft = { property: s.hotel.property, root, previous: signed.hash, after: signed.list.sequence, epoch: 1 };
    const by = s.owner.person.id;
    const other = people && (await signTeamList({ ...draft, people, by, now: s.server.clock.now }));
    const send = async (to: string, confirmation: InvitationConfirmation) =>
      s.owner.api.confirmInvitation(to, { ...confirmation, team: other?.jws ?? confirmation.team });
    const session = { ...s.owner, api: { ...s.owner.api, confirmInvitation: send } };
    return codeOf(confirmInvitation(s.door(), session, invitation, { root: null, now: s.server.clock.now }));
  };
  expect(await confirmWith(members)).toBe('malformed');
  expect(await confirmWith([...members, { ...joins, publicKey: evilKey }])).toBe('malformed');
  expect(await confirmWith(null)).toBeNull();
});
