// A server that shows the manifest of before a removal, with the card key its person still holds: no tablet that knows better believes it,
// seals to it or signs it again. And the way on where an older copy of the database was really put back.

import { cp, rm } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { randomBytes } from '../../../src/crypto/random-bytes.ts';
import type { ManifestPublication } from '../../../src/protocol/api.ts';
import { newPropertyId } from '../../../src/protocol/ids.ts';
import { type StaffApi, staffDoor } from '../../../src/staff/api/staff-api.ts';
import { deviceMemory } from '../../../src/staff/app/device-memory.ts';
import { readHotel } from '../../../src/staff/session/read-hotel.ts';
import { currentHotel } from '../../../src/staff/session/renew-manifest.ts';
import { manifestsInMemory, rememberedManifests } from '../../../src/staff/session/seen-manifests.ts';
import { type Session, signIn } from '../../../src/staff/session/sign-in.ts';
import { beginTeamAnew, readTeam } from '../../../src/staff/team/read-team.ts';
import { renewKeys } from '../../../src/staff/team/renew-keys.ts';
import { teamsInMemory } from '../../../src/staff/team/seen-teams.ts';
import { hotelOnTestServer } from '../../support/hotel-on-test-server.ts';
import { passphrases } from '../../support/make-hotel.ts';
import { codeOf, teamSetting } from '../../support/team-setting.ts';
import { startTestServer } from '../../support/test-server.ts';

const s = teamSetting();
const day = 86_400_000;

const remove = (person: string) => renewKeys(s.door(), s.owner, { removed: person, revoked: [] }, s.server.clock.now);

/** A session with a server that shows this manifest; what would be published is kept aside. */
function shown(session: Session, manifest: string) {
  const published: ManifestPublication[] = [];
  const api: StaffApi = {
    ...session.api,
    property: async () => ({ ...(await session.api.property()), manifest }),
    publish: async (publication) => void published.push(publication),
  };
  return { session: { ...session, api }, published };
}

test('a desk’s tablet that has read the manifest of after a removal never believes the one of before', async () => {
  const before = await s.owner.api.property();
  await remove(s.wang.id);
  const desk = await s.signedIn('desk', passphrases['front-desk']);
  const { manifest } = await readHotel(desk);
  expect(manifest.manifest.epoch).toBe(2);
  expect(await codeOf(readHotel(shown(desk, before.manifest).session))).toBe('manifest_older');
  // Where it signs in again too, as long as it remembers.
  const again = await s.signedIn('desk', passphrases['front-desk'], teamsInMemory(), desk.seenManifests);
  expect(await codeOf(readHotel(shown(again, before.manifest).session))).toBe('manifest_older');
  expect((await readHotel(again)).manifest.hash).toBe(manifest.hash);
});

test('nor another one of the same number', async () => {
  const other = await s.renewalOf(s.owner, s.lin.id);
  await remove(s.wang.id);
  const desk = await s.signedIn('desk', passphrases['front-desk']);
  const lied = shown(desk, other.publication.manifest);
  // Signed by the root, and the next after the first: on a tablet that has seen neither it is believed.
  expect((await readHotel({ ...lied.session, seenManifests: manifestsInMemory() })).manifest.manifest.sequence).toBe(2);
  await readHotel(desk);
  expect(await codeOf(readHotel(lied.session))).toBe('manifest_older');
});

test('what an owner’s tablet has published it has seen, also where it asks for nothing afterwards', async () => {
  const before = await s.owner.api.property();
  await remove(s.wang.id);
  const owner = await s.ownerSignsIn();
  expect(await codeOf(readHotel(shown(owner, before.manifest).session))).toBe('manifest_older');
});

test('an owner’s tablet that knows of a removal by its team list signs no manifest of before it again', async () => {
  const before = await s.owner.api.property();
  await remove(s.wang.id);
  // Its memory of manifests is gone, that of the team isn't.
  const owner = { ...(await s.ownerSignsIn()), seenManifests: manifestsInMemory() };
  const { session, published } = shown(owner, before.manifest);
  const later = s.server.clock.now + 380 * day;
  expect((await currentHotel(s.door(), session, later)).renewal).toBe('team-refused');
  expect(published).toEqual([]);
  // And one that has seen neither is shown the list of after with the manifest of before.
  const fresh = { ...session, seenTeams: teamsInMemory(), seenManifests: manifestsInMemory() };
  expect((await currentHotel(s.door(), fresh, later)).renewal).toBe('team-refused');
  expect(published).toEqual([]);
  const { hotel, renewal } = await currentHotel(s.door(), await s.ownerSignsIn(), later);
  expect([renewal, hotel.manifest.manifest.epoch, hotel.manifest.manifest.sequence]).toEqual(['renewed', 2, 3]);
});

test('an answer that another tab has overtaken is not taken for an older one', async () => {
  const desk = await s.signedIn('desk', passphrases['front-desk']);
  const before = await desk.api.property();
  const api: StaffApi = {
    ...desk.api,
    property: async () => {
      await remove(s.wang.id);
      await readHotel(await s.signedIn('desk', passphrases['front-desk'], teamsInMemory(), desk.seenManifests));
      return before;
    },
  };
  expect((await readHotel({ ...desk, api })).manifest.manifest.sequence).toBe(1);
  expect(desk.seenManifests.of(s.hotel.property)?.sequence).toBe(2);
});

test('an older copy of the database put back: refused, until an owner goes on knowingly, and the leaver is out again', async () => {
  const first = await startTestServer({ now: Date.now() });
  const hotel = await hotelOnTestServer(first);
  const { property } = hotel;
  const seen = { teams: teamsInMemory(), manifests: manifestsInMemory() };
  const doorOf = (url: string) => ({
    ...staffDoor((path, init) => fetch(path, init), url),
    seenTeams: seen.teams,
    seenManifests: seen.manifests,
  });
  const ownerAt = (url: string) => signIn(doorOf(url), { property, handle: 'chen', passphrase: passphrases.owner });
  const backup = `${first.folder}-backup`;
  await first.store.scrub();
  await cp(first.folder, backup, { recursive: true });
  const parting = { removed: hotel.people.supervisor.id, revoked: [] };
  await renewKeys(doorOf(first.url), await ownerAt(first.url), parting, first.clock.now);
  await readHotel(await ownerAt(first.url));
  await first.end();
  const second = await startTestServer({ folder: backup, now: Date.now() });
  try {
    const owner = await ownerAt(second.url);
    const leaver = await signIn(
      staffDoor((path, init) => fetch(path, init), second.url),
      {
        property,
        handle: hotel.people.supervisor.handle,
        passphrase: passphrases.supervisor,
      },
    );
    expect(await codeOf(readHotel(owner))).toBe('manifest_older');
    owner.seenManifests.forget(property);
    const { manifest } = (await readHotel(owner)).manifest;
    expect(manifest.epoch).toBe(1);
    // The team list is an older one too: what the owner does next is what its page says.
    expect(await codeOf(readTeam(owner, manifest))).toBe('team_older');
    await beginTeamAnew(owner, manifest, second.clock.now);
    await renewKeys(doorOf(second.url), owner, parting, second.clock.now);
    const today = (await readHotel(await ownerAt(second.url))).manifest.manifest;
    expect([today.epoch, today.sequence]).toEqual([2, 2]);
    expect(leaver.keyring.holds(today.card.keyId)).toBe(false);
    expect(await codeOf(leaver.api.property())).toBe('session_ended');
  } finally {
    await second.end();
    await rm(backup, { recursive: true, force: true });
  }
});

test('the tablet’s own storage keeps it over the closing of the page', () => {
  const kept = new Map<string, string>();
  const storage = () => ({
    length: kept.size,
    clear: () => kept.clear(),
    key: () => null,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  });
  const [hash, other] = ['A'.repeat(43), 'E'.repeat(43)];
  const [one, two] = [newPropertyId(randomBytes), newPropertyId(randomBytes)];
  const seen = rememberedManifests(deviceMemory(storage));
  seen.keep(one, { sequence: 3, hash });
  seen.keep(two, { sequence: 1, hash: other });
  seen.keep(one, { sequence: 2, hash: other });
  const later = rememberedManifests(deviceMemory(storage));
  expect(later.of(one)).toEqual({ sequence: 3, hash });
  later.forget(one);
  expect([later.of(one), later.of(two)]).toEqual([null, { sequence: 1, hash: other }]);
});
