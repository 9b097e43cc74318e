// The signed team list as it is written: whom a confirmation is for, what each change leaves, how a hotel comes to its first list.

import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { generateKeyPair } from '../../../src/crypto/key-pair.ts';
import { sealInvitationSecret } from '../../../src/crypto/invitation.ts';
import { randomBytes } from '../../../src/crypto/random-bytes.ts';
import { signTeamList } from '../../../src/crypto/team-list.ts';
import { digest } from '../../../src/crypto/sha256.ts';
import { logEntrySchema } from '../../../src/protocol/audit-log.ts';
import type { Invitation } from '../../../src/protocol/invitation.ts';
import type { Member } from '../../../src/protocol/team-list.ts';
import { makeAnswer } from '../../../src/staff/join/answer-invitation.ts';
import { readHotel } from '../../../src/staff/session/read-hotel.ts';
import { confirmInvitation } from '../../../src/staff/team/confirm-invitation.ts';
import { givePurpose } from '../../../src/staff/team/give-purpose.ts';
import { invitePerson, secretOf } from '../../../src/staff/team/invite-person.ts';
import { beginTeamAnew, isConfirmed, joinTeamList, readTeam } from '../../../src/staff/team/read-team.ts';
import { renewKeys } from '../../../src/staff/team/renew-keys.ts';
import { teamsInMemory } from '../../../src/staff/team/seen-teams.ts';
import { passphrases, quickParameters } from '../../support/make-hotel.ts';
import { codeOf, colleague, teamSetting } from '../../support/team-setting.ts';

const s = teamSetting();
const fresh = 'nine folded paper boats';

test('a confirmation is for whom the owner thinks it is: no pseudonym of another, no other name or standing', async () => {
  const again = { person: s.lin.id, exposed: false };
  const { handle, displayName } = colleague(await s.owner.api.people(), s.lin.id);
  const wishes = { handle, displayName, role: 'front-desk' as const, purposes: [], again };
  const id = await invitePerson(s.owner, wishes, { now: s.server.clock.now, random: randomBytes });
  const waiting = async (): Promise<Invitation> => {
    const found = (await s.owner.api.invitations()).find((one) => one.id === id);
    if (found === undefined) throw new Error('no such invitation');
    return found;
  };
  const link = { fingerprint: s.hotel.fingerprint, secret: await secretOf(s.owner, await waiting()) };
  await s
    .door()
    .answerInvitation(
      await makeAnswer(
        link,
        fresh,
        { now: s.server.clock.now, random: randomBytes, parameters: quickParameters },
        again,
      ),
    );
  const said = await waiting();
  const confirm = (invitation: Invitation) =>
    codeOf(confirmInvitation(s.door(), s.owner, invitation, { root: null, now: s.server.clock.now }));
  const other = { person: s.wang.id, exposed: false };
  expect(await confirm({ ...said, person: s.wang.id })).toBe('conflict');
  // What the server says of the invitation now is not what this owner sealed.
  expect(await confirm({ ...said, person: s.wang.id, again: other })).toBe('cannot_open');
  expect(await confirm({ ...said, again: undefined })).toBe('cannot_open');
  expect(await confirm({ ...said, purposes: ['offers', 'membership'] })).toBe('cannot_open');
  // The owner may have been shown somebody under another's name when they invited.
  const sealedAs = async (wrong: Partial<Invitation>): Promise<Invitation> => {
    const invitation = { ...said, ...wrong };
    const { property, keyring } = s.owner;
    return {
      ...invitation,
      sealedSecret: await sealInvitationSecret({ property, invitation }, link.secret, keyring.person),
    };
  };
  expect(await confirm(await sealedAs({ displayName: s.wang.displayName }))).toBe('team_unlisted');
  expect(await confirm(await sealedAs({ person: s.wang.id, again: other }))).toBe('team_unlisted');
  expect(await confirm(await sealedAs({ again: undefined }))).toBe('conflict');
  // What they may open is what was signed.
  expect(await confirm(await sealedAs({ purposes: ['offers', 'membership'] }))).toBeNull();
  expect(new Set((await s.signedIn('desk', fresh)).person.granted)).toEqual(new Set(s.lin.granted));
});

test('each change is a list that names the one before, and an entry that pins it', async () => {
  const { manifest } = s.hotel.manifest;
  const read = async () => (await readTeam(s.owner, manifest)).signed;
  const before = await read();
  const someone = colleague(await s.owner.api.people(), s.lin.id);
  await givePurpose(s.owner, someone, 'offers', s.server.clock.now);
  const after = await read();
  expect(after?.list).toMatchObject({
    sequence: (before?.list.sequence ?? 0) + 1,
    previous: before?.hash,
    epoch: 1,
    by: s.owner.person.id,
  });
  expect(after?.list.people.find(({ person }) => person === s.lin.id)?.opens).toContain('offers');
  await joinTeamList(s.owner, manifest, s.server.clock.now);
  expect((await read())?.hash).toBe(after?.hash);
  const entries = (await s.server.store.entries(s.hotel.property, 0, 100)).map((text) =>
    logEntrySchema.parse(JSON.parse(text)),
  );
  // The owner's first, two who joined, and what was given; who is in the list already signs no other.
  const pinned = entries.filter(({ action }) => action === 'team-signed').map((entry) => entry.digest);
  expect(pinned).toHaveLength(4);
  expect(pinned.slice(-2)).toEqual([before?.hash, after?.hash]);
});

test('a hotel from before there were lists: the owner alone is in the first, and everybody else comes in by four words', async () => {
  const database = new DatabaseSync(join(s.server.folder, 'foyer.db'));
  database.exec('PRAGMA busy_timeout = 5000; DELETE FROM team_lists');
  database.close();
  const { manifest } = s.hotel.manifest;
  expect(await codeOf(readTeam(s.owner, manifest))).toBe('team_older');
  const elsewhere = await s.ownerSignsIn(teamsInMemory());
  const desk = await s.signedIn('desk', passphrases['front-desk']);
  await joinTeamList(elsewhere, manifest, s.server.clock.now);
  const team = await readTeam(elsewhere, manifest);
  expect(team.signed?.list.people.map(({ person }) => person)).toEqual([s.owner.person.id]);
  expect(team.people.filter((person) => !isConfirmed(team, person))).toHaveLength(2);
  // The first tablet has seen more than that: it begins anew above what it has seen.
  expect(await codeOf(readTeam(s.owner, manifest))).toBe('team_older');
  await beginTeamAnew(s.owner, manifest, s.server.clock.now);
  expect((await readTeam(elsewhere, manifest)).signed?.list.people).toHaveLength(1);
  // Work goes on; somebody can be removed at once, and who isn't confirmed stays without the new keys.
  await desk.api.property();
  await renewKeys(s.door(), s.owner, { removed: s.wang.id, revoked: [] }, s.server.clock.now);
  const today = (await readHotel(await s.ownerSignsIn())).manifest.manifest.card.keyId;
  expect((await s.signedIn('desk', passphrases['front-desk'])).keyring.holds(today)).toBe(false);
  expect((await s.ownerSignsIn()).keyring.holds(today)).toBe(true);
});

test('the server takes of a list alone nothing but its owner, and no list that isn’t signed or the next', async () => {
  const { manifest } = s.hotel.manifest;
  const evilKey = Buffer.from((await generateKeyPair()).publicKey).toString('base64url');
  const { signed, members } = await readTeam(s.owner, manifest);
  const { root } = s.owner.keyring;
  if (root === null || signed === null) throw new Error('the owner has the root and the list');
  const sign = async (people: readonly Member[], changes: { previous?: string; epoch?: number } = {}) => {
    const draft = { property: s.hotel.property, root, after: signed.list.sequence, by: s.owner.person.id };
    return (
      await signTeamList({ ...draft, previous: signed.hash, epoch: 1, people, now: s.server.clock.now, ...changes })
    ).jws;
  };
  const [own, ...others] = members;
  if (own === undefined) throw new Error('the owner is in it');
  const send = async (team: Promise<string> | string) => codeOf(s.owner.api.signTeam(await team));
  expect(await send(sign(others))).toBe('malformed');
  expect(await send(sign([own, ...others.slice(1)]))).toBe('malformed');
  expect(await send(sign([{ ...own, publicKey: evilKey }, ...others]))).toBe('malformed');
  expect(await send(sign([own, ...others, { ...own, person: 'A'.repeat(22), publicKey: evilKey }]))).toBe('malformed');
  expect(await send(sign(members, { previous: await digest('another') }))).toBe('conflict');
  expect(await send(sign(members, { epoch: 2 }))).toBe('conflict');
  expect(await send(s.hotel.manifest.jws)).toBe('malformed');
  expect(await send(sign(members))).toBeNull();
});
