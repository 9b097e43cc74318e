// A server that lies to an owner's tablet about the team, with everything else real: keys, routes, store. Whatever it says, what it makes
// the tablet seal opens with no key of its own.

import { beforeEach, expect, test } from 'vitest';
import { openGrant } from '../../../src/crypto/grant.ts';
import { generateKeyPair, importKeyPair, type RawKeyPair } from '../../../src/crypto/key-pair.ts';
import { signTeamList } from '../../../src/crypto/team-list.ts';
import type { People } from '../../../src/protocol/api.ts';
import type { PropertyProfile } from '../../../src/protocol/property-profile.ts';
import type { Grant, Person } from '../../../src/protocol/staff.ts';
import type { StaffApi } from '../../../src/staff/api/staff-api.ts';
import { readHotel } from '../../../src/staff/session/read-hotel.ts';
import type { Session } from '../../../src/staff/session/sign-in.ts';
import { givePurpose } from '../../../src/staff/team/give-purpose.ts';
import { isConfirmed, readTeam } from '../../../src/staff/team/read-team.ts';
import { renewKeys } from '../../../src/staff/team/renew-keys.ts';
import { manifestsInMemory } from '../../../src/staff/session/seen-manifests.ts';
import { teamsInMemory } from '../../../src/staff/team/seen-teams.ts';
import { draftNotice, publishNotice } from '../../support/publish-notice.ts';
import { codeOf, colleague, teamSetting } from '../../support/team-setting.ts';

const s = teamSetting();
/** The server's own pair, and what it would have somebody be. */
let evil: RawKeyPair;
let evilKey: string;

beforeEach(async () => {
  evil = await generateKeyPair();
  evilKey = Buffer.from(evil.publicKey).toString('base64url');
});

/** How many grants the server could open with its pair, under any pseudonym it likes. */
async function openedBy(pair: RawKeyPair, grants: readonly Grant[], people: readonly string[]): Promise<number> {
  const key = await importKeyPair(pair, 'open');
  let opened = 0;
  for (const grant of grants) {
    for (const person of people)
      if ((await codeOf(openGrant({ property: s.hotel.property, person }, grant, key))) === null) opened++;
  }
  return opened;
}

const planted = (people: readonly Person[]): Person => ({
  ...colleague(people, s.wang.id),
  id: 'A'.repeat(22),
  handle: 'ghost',
  role: 'owner',
  publicKey: evilKey,
});
const swap = ({ people, team }: People): People => ({
  people: people.map((one) => (one.id === s.wang.id ? { ...one, publicKey: evilKey } : one)),
  team,
});

test('a colleague made up by the server gets no key: not with a new epoch, not by a grant, not with a new purpose', async () => {
  const lied = s.toldOtherwise(({ people, team }) => ({ people: [...people, planted(people)], team }));
  const renewal = await s.renewalOf(lied, s.lin.id);
  expect(new Set(renewal.grants.map(({ person }) => person))).toEqual(new Set([s.owner.person.id, s.wang.id]));
  const ghost = planted(await s.owner.api.people());
  const grants = renewal.grants.map(({ grant }) => grant);
  expect(await openedBy(evil, grants, [ghost.id, s.owner.person.id, s.wang.id])).toBe(0);
  expect(await codeOf(givePurpose(lied, ghost, 'offers', s.server.clock.now))).toBe('team_unlisted');
  // A use that was taken out of the notice and comes back has a new key, for owners.
  const offers = s.hotel.profile.purposes.filter(({ id }) => id === 'offers');
  const without = { ...s.hotel.profile, purposes: s.hotel.profile.purposes.filter(({ id }) => id !== 'offers') };
  await publishNotice(s.server.url, s.hotel.property, () => without, s.server.clock.now);
  const at = { door: s.door(), session: lied, hotel: await readHotel(s.owner) };
  const anew = (profile: PropertyProfile) => ({ ...profile, purposes: [...profile.purposes, ...offers] });
  const { publication } = await draftNotice(at, anew, s.server.clock.now);
  expect(publication.grants?.map(({ person }) => person)).toEqual([s.owner.person.id]);
  expect(isConfirmed(await readTeam(lied, s.hotel.manifest.manifest), ghost)).toBe(false);
});

test('a key swapped by the server gets nothing; nor does its holder, until their words are compared again', async () => {
  const lied = s.toldOtherwise(swap);
  const renewal = await s.renewalOf(lied, s.lin.id);
  expect(new Set(renewal.grants.map(({ person }) => person))).toEqual(new Set([s.owner.person.id]));
  const grants = renewal.grants.map(({ grant }) => grant);
  expect(await openedBy(evil, grants, [s.wang.id, s.owner.person.id])).toBe(0);
  const said = colleague((await lied.api.team()).people, s.wang.id);
  expect(isConfirmed(await readTeam(lied, s.hotel.manifest.manifest), said)).toBe(false);
  expect(await codeOf(givePurpose(lied, said, 'offers', s.server.clock.now))).toBe('team_unlisted');
});

test('somebody the server calls an owner gets nothing, nor does a changed name; who it says may open more gets what was signed', async () => {
  const saying = (said: Partial<Person>) =>
    s.toldOtherwise(({ people, team }) => ({
      people: people.map((one) => (one.id === s.lin.id ? { ...one, ...said } : one)),
      team,
    }));
  const givenTo = async (session: Session) =>
    (await s.renewalOf(session, s.wang.id)).grants.filter(({ person }) => person === s.lin.id);
  const more = await givenTo(saying({ granted: s.owner.person.granted }));
  expect(new Set(more.map(({ grant }) => grant.purpose))).toEqual(new Set(s.lin.granted));
  const promoted = saying({ role: 'owner' });
  expect(await givenTo(promoted)).toEqual([]);
  const owner = colleague(await promoted.api.people(), s.lin.id);
  expect(await codeOf(givePurpose(promoted, owner, 'offers', s.server.clock.now))).toBe('team_unlisted');
  const renamed = saying({ displayName: s.wang.displayName });
  expect(await givenTo(renamed)).toEqual([]);
  const called = colleague(await renamed.api.people(), s.lin.id);
  expect(await codeOf(givePurpose(renamed, called, 'offers', s.server.clock.now))).toBe('team_unlisted');
});

test('the list from before a removal is refused: by number on a tablet that saw the newer, by the epoch on any other', async () => {
  const before = await s.owner.api.team();
  await renewKeys(s.door(), s.owner, { removed: s.wang.id, revoked: [] }, s.server.clock.now);
  for (const seen of [s.tablet, teamsInMemory()]) {
    const lied = s.toldOtherwise(() => before, await s.ownerSignsIn(seen));
    expect(await codeOf(renewKeys(s.door(), lied, { removed: s.lin.id, revoked: [] }, s.server.clock.now))).toBe(
      'team_older',
    );
  }
  // Brought back together with the manifest of that time: refused where the newer list was seen.
  const now = await s.ownerSignsIn();
  const api: StaffApi = {
    ...now.api,
    team: async () => before,
    property: async () => ({ ...(await now.api.property()), manifest: s.hotel.manifest.jws }),
  };
  for (const [seenManifests, refused] of [
    [now.seenManifests, 'manifest_older'],
    [manifestsInMemory(), 'team_older'],
  ] as const) {
    const back = { ...now, api, seenManifests };
    const lin = colleague(before.people, s.lin.id);
    expect(await codeOf(givePurpose(back, lin, 'offers', s.server.clock.now))).toBe(refused);
  }
});

test('a removal the server took and didn’t keep is noticed: nothing is sealed after it', async () => {
  const dropped: Session = { ...s.owner, api: { ...s.owner.api, renewKeys: async () => undefined } };
  await renewKeys(s.door(), dropped, { removed: s.wang.id, revoked: [] }, s.server.clock.now);
  const someone = colleague(await s.owner.api.people(), s.lin.id);
  for (const [seenManifests, refused] of [
    [s.owner.seenManifests, 'manifest_older'],
    [manifestsInMemory(), 'team_older'],
  ] as const) {
    const owner = { ...s.owner, seenManifests };
    expect(await codeOf(givePurpose(owner, someone, 'offers', s.server.clock.now))).toBe(refused);
    expect(await codeOf(s.renewalOf(owner, s.lin.id))).toBe(refused);
  }
});

test('a list that is gone, another’s, or no list at all is refused', async () => {
  const { manifest } = await readHotel(s.owner);
  const { signed, members } = await readTeam(s.owner, manifest.manifest);
  const root = s.owner.keyring.root;
  if (root === null || signed === null) throw new Error('the owner has the root and the list');
  const signingKey = (await importKeyPair(evil, 'sign')).privateKey;
  const draft = {
    property: s.hotel.property,
    root,
    previous: signed.hash,
    after: signed.list.sequence,
    epoch: 1,
    people: members,
    by: s.owner.person.id,
    now: s.server.clock.now,
  };
  const [first, ...rest] = members;
  if (first === undefined) throw new Error('the owner is in it');
  const cases: readonly (readonly [string, string | null])[] = [
    ['team_older', null],
    ['team_invalid', (await signTeamList({ ...draft, root: { publicKey: evil.publicKey, signingKey } })).jws],
    ['team_invalid', (await signTeamList({ ...draft, property: '0000000000' })).jws],
    ['team_invalid', (await signTeamList({ ...draft, people: [...members, first] })).jws],
    ['team_invalid', (await signTeamList({ ...draft, people: [first, { ...first, person: s.wang.id }] })).jws],
    ['team_invalid', manifest.jws],
    ['team_invalid', 'a.b.c'],
    ['team_invalid', ''],
    ['team_older', (await signTeamList({ ...draft, after: signed.list.sequence - 1, people: [first] })).jws],
    ['team_older', (await signTeamList({ ...draft, epoch: 2, people: [first, ...rest] })).jws],
  ];
  for (const [code, team] of cases) {
    const lied = s.toldOtherwise(({ people }) => ({ people, team }));
    expect([code, await codeOf(s.renewalOf(lied, s.lin.id))]).toEqual([code, code]);
  }
});
