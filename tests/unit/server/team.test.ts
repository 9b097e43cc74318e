import { afterEach, beforeEach, expect, test } from 'vitest';
import { peopleSchema } from '../../../src/protocol/api.ts';
import { logEntrySchema } from '../../../src/protocol/audit-log.ts';
import type { RouteName } from '../../../src/protocol/routes.ts';
import type { Grant } from '../../../src/protocol/staff.ts';
import { type KeyRenewal, sessionsSchema } from '../../../src/protocol/team.ts';
import { sealingKey, testHotel, type TestHotel, text } from '../../support/hotel-fixtures.ts';
import { fixtureId, recoverySheet, testGuest, type TestPerson, testPerson } from '../../support/server-fixtures.ts';
import { join, memberOf, nextTeam, teamListAfter } from '../../support/team-fixtures.ts';
import { setUp, signIn, startTestServer, type TestServer } from '../../support/test-server.ts';

let server: TestServer;
let hotel: TestHotel;
let owner: TestPerson;
let desk: TestPerson;
let as: { owner: string; desk: string };

beforeEach(async () => {
  // No heartbeat within the test: what ends a stream is the end of its session.
  server = await startTestServer({ heartbeat: 3_600_000 });
  ({ hotel, owner } = await setUp(server));
  const authorization = (await signIn(server, hotel, owner)).authorization;
  desk = await testPerson(hotel, 'front-desk', 'wang', ['emergency', 'billing']);
  expect((await join(server, hotel, authorization, desk)).code).toBeNull();
  as = { owner: authorization, desk: (await signIn(server, hotel, desk)).authorization };
});

afterEach(() => server.end());

async function codeOf(name: RouteName, authorization: string, body: unknown, person = ''): Promise<string | null> {
  const { status, code } = await server.send(name, { authorization, body, parameters: { person } });
  expect(status < 300).toBe(code === null);
  return code;
}
const sessionsFor = async (authorization: string) =>
  sessionsSchema.parse((await server.send('sessions', { authorization })).json).sessions;
const actions = async () =>
  (await server.store.entries(hotel.property, 0, 1000)).map((entry) => logEntrySchema.parse(JSON.parse(entry)).action);
const alive = async (authorization: string) => (await server.send('rows', { authorization })).status === 200;
const person = async (id: string) => (await server.store.person(hotel.property, id))?.person ?? null;

/** The change stream of a session; resolves when the server ends it. */
async function stream(authorization: string): Promise<{ readonly ended: Promise<void> }> {
  const response = await fetch(`${server.url}/api/v1/staff/changes?since=0`, { headers: { authorization } });
  const reader = response.body?.getReader();
  // The first piece says that the server holds the line.
  await reader?.read();
  const ended = (async () => {
    for (let done = reader === undefined; !done; ) done = (await reader?.read())?.done ?? true;
  })();
  return { ended };
}

/** The next epoch's manifest, and every key of it for the people given. */
async function renewal(changes: Partial<KeyRenewal>, staying: readonly TestPerson[]): Promise<KeyRenewal> {
  const [card, emergency, billing, membership, offers, identity, minors, temporary] = await Promise.all(
    Array.from({ length: 8 }, () => sealingKey()),
  );
  const fresh = { card, emergency, billing, membership, offers, identity, minors, temporary };
  const key = (purpose: keyof typeof fresh) => fresh[purpose] ?? hotel.card;
  const next = await testHotel({
    previous: hotel,
    now: server.clock.now,
    change: (manifest) => ({
      ...manifest,
      epoch: 2,
      card: key('card'),
      purposes: manifest.purposes.map((purpose) => ({ ...purpose, ...key(purpose.id) })),
    }),
  });
  const grants = staying.flatMap(({ person: { id, role, grants: old } }) =>
    old
      .filter(({ purpose }) => role === 'owner' || !(changes.revoked ?? []).some((one) => one.purpose === purpose))
      .map(({ purpose }): KeyRenewal['grants'][number] => ({
        person: id,
        grant: { purpose, keyId: key(purpose).keyId, epoch: 2, sealed: { enc: text(65), ciphertext: text(64) } },
      })),
  );
  const publication = { profile: next.profile, manifest: next.jws, notices: next.notices };
  const people = staying.map((one) => {
    const member = memberOf(one.person);
    return {
      ...member,
      opens: member.opens.filter((id) => !(changes.revoked ?? []).some(({ purpose }) => purpose === id)),
    };
  });
  const team = await nextTeam(server, hotel, () => people, 2);
  return { removed: null, revoked: [], publication, grants, team, ...changes };
}

test('everybody sees and ends their own sessions, an owner everybody’s; the line is cut at once', async () => {
  const other = (await signIn(server, hotel, desk)).authorization;
  const mine = await sessionsFor(as.desk);
  expect(mine.map((one) => one.person)).toEqual([desk.person.id, desk.person.id]);
  expect(mine.filter(({ current }) => current)).toHaveLength(1);
  expect(await sessionsFor(as.owner)).toHaveLength(3);
  const [ownerSession] = (await sessionsFor(as.owner)).filter(({ current }) => current);
  expect(await codeOf('endSessions', as.desk, { session: ownerSession?.id })).toBe('not_found');
  expect(await codeOf('endSessions', as.desk, { person: owner.person.id })).toBeNull();
  expect(await alive(as.owner)).toBe(true);

  const line = await stream(other);
  const session = mine.find(({ current }) => !current)?.id;
  expect(await codeOf('endSessions', as.desk, { session })).toBeNull();
  await line.ended;
  expect([await alive(other), await alive(as.desk)]).toEqual([false, true]);
  const last = await stream(as.desk);
  expect(await codeOf('endSessions', as.owner, { person: desk.person.id })).toBeNull();
  await last.ended;
  expect([await alive(as.desk), await alive(as.owner)]).toEqual([false, true]);
  expect((await actions()).filter((action) => action === 'session-ended')).toHaveLength(2);
});

test('a sign-in says what kind of device it is, from a closed list', async () => {
  const parameters = { property: hotel.property };
  const body = { handle: 'wang', proof: desk.proof, device: 'ipad' };
  expect((await server.send('signIn', { parameters, body })).status).toBe(200);
  expect((await sessionsFor(as.desk)).map(({ device }) => device).sort()).toEqual(['ipad', 'other']);
  expect((await server.send('signIn', { parameters, body: { ...body, device: 'Wang’s iPad' } })).code).toBe(
    'malformed',
  );
});

test('a role changes between front desk and supervisor, and counts with the next request; the root is nobody’s to give', async () => {
  const { id } = desk.person;
  expect((await server.send('people', { authorization: as.desk })).code).toBe('forbidden');
  expect(await codeOf('changeRole', as.owner, { role: 'supervisor' }, id)).toBeNull();
  expect((await server.send('people', { authorization: as.desk })).status).toBe(200);
  expect(await codeOf('changeRole', as.owner, { role: 'owner' }, id)).toBe('malformed');
  expect(await codeOf('changeRole', as.owner, { role: 'front-desk' }, owner.person.id)).toBe('forbidden');
  expect(await codeOf('changeRole', as.owner, { role: 'front-desk' }, fixtureId())).toBe('not_found');
});

test('a purpose is given with keys the giver holds and no others', async () => {
  const { id } = desk.person;
  const [grant] = owner.person.grants.filter(({ purpose }) => purpose === 'offers');
  if (grant === undefined) throw new TypeError('the owner has no such grant');
  const team = await nextTeam(server, hotel, (people) =>
    people.map((one) => (one.person === id ? { ...one, opens: [...one.opens, 'offers'] } : one)),
  );
  const give = (grants: readonly Grant[], list = team) => codeOf('giveGrants', as.owner, { grants, team: list }, id);
  expect(await give([{ ...grant, keyId: fixtureId() }])).toBe('unknown_key');
  expect(await give([{ ...grant, purpose: 'membership' }])).toBe('unknown_key');
  expect(await give([grant, grant])).toBe('malformed');
  expect((await person(id))?.granted).not.toContain('offers');
  // A list that doesn't say it, or isn't the next.
  expect(await give([grant], await nextTeam(server, hotel))).toBe('malformed');
  const people = (await server.store.people(hotel.property)).map(memberOf);
  const opening = people.map((one) => ({ ...one, opens: ['offers' as const] }));
  expect(await give([grant], await teamListAfter({ hotel, people: opening, before: null }))).toBe('conflict');
  expect(await give([grant])).toBeNull();
  expect((await person(id))?.granted).toContain('offers');
});

test('removing somebody is one commit: person, sessions, grants and keys; the sheet has to be made again', async () => {
  const { upload, value } = await recoverySheet(hotel);
  expect(await codeOf('makeRecovery', as.owner, upload)).toBeNull();
  expect(await codeOf('proveRecovery', as.owner, { value })).toBeNull();
  const late = await testGuest(hotel, { now: server.clock.now });
  const post = (guest: typeof late) =>
    server.send('register', { parameters: { property: hotel.property }, body: guest.body });
  const line = await stream(as.desk);
  expect(await codeOf('renewKeys', as.owner, await renewal({ removed: desk.person.id }, [owner]))).toBeNull();
  await line.ended;
  expect([await alive(as.desk), await alive(as.owner)]).toEqual([false, false]);
  expect((await post(late)).code).toBe('manifest_outdated');
  expect((await server.store.recovery(hotel.property))?.provenAt).toBeNull();
  const { authorization } = await signIn(server, hotel, owner);
  const { people } = peopleSchema.parse((await server.send('people', { authorization })).json);
  expect(people.map(({ id }) => id)).toEqual([owner.person.id]);
  expect((await server.store.person(hotel.property, owner.person.id))?.grants).toHaveLength(14);
  expect((await actions()).slice(-3)).toEqual(['person-removed', 'manifest-published', 'signed-in']);
});

test('what was taken from somebody doesn’t open any more, the old records neither', async () => {
  const { id } = desk.person;
  const guest = await testGuest(hotel, { now: server.clock.now });
  await server.send('register', { parameters: { property: hotel.property }, body: guest.body });
  const open = async (purpose: string) => {
    const { authorization } = await signIn(server, hotel, desk);
    const body = { registration: guest.submission.registration, purpose, reason: 'guest-asked' };
    return (await server.send('open', { authorization, body })).code;
  };
  expect(await open('billing')).toBeNull();
  const revoked = [{ person: id, purpose: 'billing' as const }];
  expect(await codeOf('renewKeys', as.owner, await renewal({ revoked }, [owner, desk]))).toBeNull();
  expect(await open('billing')).toBe('not_granted');
  expect(await open('emergency')).toBeNull();
});

test('a renewal that isn’t whole changes nothing', async () => {
  const removed = desk.person.id;
  const whole = await renewal({ removed }, [owner]);
  const other = await testPerson(hotel, 'supervisor', 'zhao', []);
  const same = await testHotel({ previous: hotel, now: server.clock.now });
  const cases: readonly (readonly [string, KeyRenewal])[] = [
    ['last_owner', await renewal({ removed: owner.person.id }, [desk])],
    ['not_found', { ...whole, removed: other.person.id }],
    // Nobody who stays may be left without keys, and nobody who goes gets any.
    ['conflict', { ...whole, grants: whole.grants.slice(1) }],
    ['conflict', { ...whole, grants: (await renewal({ removed }, [owner])).grants.slice(0, 0) }],
    ['unknown_key', { ...whole, grants: (await renewal({ removed }, [owner])).grants }],
    ['conflict', await renewal({ removed }, [owner, desk])],
    [
      'manifest_invalid',
      { ...whole, publication: { profile: same.profile, manifest: same.jws, notices: same.notices } },
    ],
  ];
  const before = [await server.store.people(hotel.property), await actions()];
  for (const [code, body] of cases) expect([code, await codeOf('renewKeys', as.owner, body)]).toEqual([code, code]);
  expect([await server.store.people(hotel.property), await actions()]).toEqual(before);
  expect([await alive(as.desk), await alive(as.owner)]).toEqual([true, true]);
  expect(await codeOf('renewKeys', as.owner, whole)).toBeNull();
  const { authorization } = await signIn(server, hotel, owner);
  expect(await codeOf('renewKeys', authorization, whole)).toBe('conflict');
});

test('what was checked before a new epoch and comes to be written after it is not taken in', async () => {
  const guest = await testGuest(hotel, { now: server.clock.now });
  const body = await renewal({ removed: desk.person.id }, [owner]);
  // Both at once: whichever is written first, no registration under the old keys stands behind the new manifest.
  const [sent, renewed] = await Promise.all([
    server.send('register', { parameters: { property: hotel.property }, body: guest.body }),
    server.send('renewKeys', { authorization: as.owner, body, parameters: {} }),
  ]);
  expect(renewed.status).toBe(204);
  const log = await actions();
  const before = log.indexOf('registered') < log.lastIndexOf('manifest-published');
  expect(sent.status === 201 ? before : sent.code === 'manifest_outdated').toBe(true);
});
