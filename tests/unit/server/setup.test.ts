import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Setup, setupStartSchema } from '../../../src/protocol/api.ts';
import { problemSchema } from '../../../src/protocol/problems.ts';
import { type HotelDraft, sha256, type TestHotel, testHotel } from '../../support/hotel-fixtures.ts';
import { fixtureId, setupBody, type TestPerson, testPerson } from '../../support/server-fixtures.ts';
import { setupAuthorization, signIn, startTestServer, type TestServer } from '../../support/test-server.ts';

let server: TestServer;
let authorization: string;
let draft: HotelDraft;
let hotel: TestHotel;
let owner: TestPerson;

beforeEach(async () => {
  server = await startTestServer({ publicUrl: 'https://inn.example' });
  authorization = setupAuthorization(server);
  draft = setupStartSchema.parse((await server.send('setupStart', { authorization })).json);
  hotel = await testHotel(draft);
  owner = await testPerson(hotel, 'owner', 'li');
});

afterEach(() => server.end());

async function tryWith(body: unknown): Promise<string> {
  const { status, json } = await server.send('setup', { authorization, body });
  const problem = problemSchema.safeParse(json).data;
  return status === 204 ? 'done' : `${problem?.code} ${problem?.detail}`;
}

test('the link is for the printed token only, and is new at each start', async () => {
  expect(server.server.setupLink).toMatch(/^https:\/\/inn\.example\/staff\/setup#[\w-]{43}$/);
  expect(server.server.staffLink).toBeNull();
  for (const header of [undefined, 'Setup', `Setup ${sha256('x')}`, authorization.replace('Setup', 'Bearer')]) {
    const { code } = await server.send('setupStart', header === undefined ? {} : { authorization: header });
    expect(code).toBe('setup_link_invalid');
  }
  await server.stop();
  const { folder } = server;
  server = await startTestServer({ folder });
  expect((await server.send('setupStart', { authorization })).code).toBe('setup_link_invalid');
});

test('the property, key and address stay the same for the life of the link', async () => {
  const again = setupStartSchema.parse((await server.send('setupStart', { authorization })).json);
  expect(again).toEqual(draft);
  expect(again.publicUrl).toBe('https://inn.example');
});

const stranger = () => testHotel({ receiptKey: draft.receiptKey ?? hotel.receiptKey });
const other = (change: HotelDraft['change']) => testHotel({ ...draft, ...(change === undefined ? {} : { change }) });
const ownedBy = async (of: TestHotel): Promise<Setup> => setupBody(of, await testPerson(of, 'owner', 'li'));

const refusals: Record<string, [() => Promise<unknown>, string]> = {
  'a manifest of another property': [async () => ownedBy(await stranger()), 'manifest_invalid manifest_property'],
  'a manifest that isn’t a first one': [
    async () => ownedBy(await other((m) => ({ ...m, sequence: 2 }))),
    'manifest_invalid sequence',
  ],
  'a manifest that names another receipt key': [
    async () => ownedBy(await testHotel({ ...draft, receiptKey: (await stranger()).card })),
    'manifest_invalid receiptKey',
  ],
  'a manifest whose key ids aren’t its keys’': [
    async () => ownedBy(await other((m) => ({ ...m, card: { ...m.card, keyId: fixtureId() } }))),
    'manifest_invalid keyId',
  ],
  'a manifest without a language’s wording': [
    async () => ownedBy(await other((m) => ({ ...m, purposes: m.purposes.map((p) => ({ ...p, wording: {} })) }))),
    'manifest_invalid purposes.emergency.wording.zh-Hans',
  ],
  'a manifest with another wording than its notice’s': [
    async () =>
      ownedBy(
        await other((m) => ({
          ...m,
          purposes: m.purposes.map((p) => ({ ...p, wording: { 'zh-Hans': sha256('x'), en: sha256('y') } })),
        })),
      ),
    'manifest_invalid notices.zh-Hans.purposes.emergency.wording',
  ],
  'a consent dressed up as law': [
    async () =>
      ownedBy(await other((m) => ({ ...m, purposes: m.purposes.map((p) => ({ ...p, basis: 'law' as const })) }))),
    'manifest_invalid purposes.emergency',
  ],
  'a text that isn’t a manifest': [
    async () => ({ ...setupBody(hotel, owner), manifest: 'a.b.c' }),
    'manifest_invalid manifest',
  ],
  'a flipped bit in the signature': [
    async () => ({ ...setupBody(hotel, owner), manifest: hotel.jws.replace(/.{5}$/, 'AAAAA') }),
    'manifest_invalid signature',
  ],
  'a notice that isn’t the hashed one': [
    async () => ({ ...setupBody(hotel, owner), notices: { ...hotel.notices, en: `${hotel.notices.en} ` } }),
    'manifest_invalid notices.en.hash',
  ],
  'a missing notice': [
    async () => ({ ...setupBody(hotel, owner), notices: { en: hotel.notices.en } }),
    'manifest_invalid notices.zh-Hans',
  ],
  'an owner who is none': [
    async () => setupBody(hotel, await testPerson(hotel, 'supervisor', 'li')),
    'malformed owner.role',
  ],
  'a grant for a key nobody has': [
    async () => setupBody(hotel, await testPerson(await stranger(), 'owner', 'li')),
    'unknown_key grants.card',
  ],
  'a profile with a field too many': [
    async () => ({ ...setupBody(hotel, owner), profile: { ...hotel.profile, extra: 1 } }),
    'malformed profile',
  ],
};

test.each(Object.entries(refusals))(
  '%s is refused, nothing is made, and the link still works',
  async (_, [body, words]) => {
    expect(await tryWith(await body())).toBe(words);
    expect(await server.store.properties()).toEqual([]);
    expect(await tryWith(setupBody(hotel, owner))).toBe('done');
  },
);

test('two owners at the same moment make one hotel', async () => {
  const both = await Promise.all([tryWith(setupBody(hotel, owner)), tryWith(await ownedBy(hotel))]);
  expect(both.toSorted((a, b) => a.localeCompare(b))).toEqual(['done', 'setup_done undefined']);
  expect(await server.store.people(hotel.property)).toHaveLength(1);
});

test('the owner signs in at once with what was sent', async () => {
  await tryWith(setupBody(hotel, owner));
  const { person, wrapped, grants } = await signIn(server, hotel, owner);
  expect(person).toMatchObject({ id: owner.person.id, role: 'owner', handle: 'li' });
  expect(wrapped).toEqual(owner.person.credential.wrapped);
  expect(grants).toEqual(owner.person.grants);
});

test('the hotel is there and the owner is told so, also where the time of their device can’t be kept', async () => {
  const onDatabase = (statement: string) => {
    const database = new DatabaseSync(join(server.folder, 'foyer.db'));
    database.exec(`PRAGMA busy_timeout = 5000; ${statement}`);
    database.close();
  };
  onDatabase("CREATE TRIGGER full BEFORE INSERT ON counted_time BEGIN SELECT RAISE(ABORT, 'no space left'); END");
  const body = setupBody(hotel, owner, server.clock.now);
  expect((await server.send('setup', { authorization, body })).status).toBe(204);
  expect(server.logged.filter((line) => line.includes('"setup"'))).toHaveLength(1);
  onDatabase('DROP TRIGGER full');
  await signIn(server, hotel, owner);
});
