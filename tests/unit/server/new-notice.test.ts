import { afterEach, beforeEach, expect, test } from 'vitest';
import { agreedToOlderWords, retentionAgreed } from '../../../src/protocol/agreed-words.ts';
import type { Hotel } from '../../../src/demo/set-up-hotel.ts';
import { type Manifest, manifestSchema } from '../../../src/protocol/manifest.ts';
import { Refusal } from '../../../src/protocol/problems.ts';
import type { PropertyProfile } from '../../../src/protocol/property-profile.ts';
import { digest } from '../../../src/crypto/sha256.ts';
import { verifyManifest } from '../../../src/crypto/verify-manifest.ts';
import { openPurpose } from '../../../src/staff/desk/open-purpose.ts';
import { GuestPhone, realHotel, sampleDetails } from '../../support/guest-phone.ts';
import { draftNotice, keepOffersFor, ownerAtWork, publishNotice } from '../../support/publish-notice.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';

let server: TestServer;
let hotel: Hotel;

beforeEach(async () => {
  server = await startTestServer();
  hotel = await realHotel(server);
});

afterEach(() => server.end());

const publish = (edit: (profile: PropertyProfile) => PropertyProfile) =>
  publishNotice(server.url, hotel.property, edit, server.clock.now);

const codeOf = async (attempt: Promise<unknown>) => {
  try {
    await attempt;
    return 'done';
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
};

async function row({ registration }: GuestPhone) {
  const rows = await server.store.rows(hotel.property, 0, 100);
  const found = rows.find((one) => one.row.registration === registration)?.row;
  if (found === undefined) throw new TypeError('no row');
  return found;
}

async function manifestOf(sequence: number) {
  const jws = (await server.store.manifest(hotel.property, sequence)) ?? '';
  return manifestSchema.parse(JSON.parse(Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString()));
}

/** What the retention job is told: how long each purpose is kept, by the notice it was agreed to under. */
async function terms(phone: GuestPhone) {
  const stored = await server.store.registration(phone.registration);
  return Promise.all(
    (stored?.agreed ?? []).map(async (agreed) => [
      agreed.purpose,
      agreed.version,
      retentionAgreed(agreed, await manifestOf(agreed.version)),
    ]),
  );
}

const withoutOffers = (profile: PropertyProfile) => ({
  ...profile,
  purposes: profile.purposes.filter(({ id }) => id !== 'offers'),
});

test('a longer time for the offers holds for whoever agrees to it, and for nobody before', async () => {
  const answers = await GuestPhone.register(server, hotel, ['billing', 'offers']);
  const silent = await GuestPhone.register(server, hotel, ['billing', 'offers']);
  const { manifest } = (await publish(keepOffersFor(36))).manifest;
  const short = { kind: 'until-withdrawn', monthsAfterStay: 12 };
  const bill = { kind: 'after-departure', workingDays: 7 };
  expect(manifest.sequence).toBe(2);
  const versions = Object.fromEntries(manifest.purposes.map(({ id, versions: of }) => [id, of?.en]));
  expect(versions).toEqual({ emergency: 1, billing: 1, membership: 1, offers: 2, identity: 1, minors: 1 });

  // Asked nothing yet, and a correction is no answer: it is sealed under today's notice and agreed to under the old one.
  await silent.change({ details: { ...sampleDetails, phone: '+8613900139000' } });
  expect(await terms(silent)).toEqual([
    ['billing', 1, bill],
    ['offers', 1, short],
  ]);
  const corrected = (await silent.open()).receipts.at(-1)?.receipt;
  const offers = corrected?.purposes.find(({ id }) => id === 'offers');
  expect(corrected?.notice.version).toBe(2);
  expect(offers?.retention).toContain('12 months');
  expect(offers?.agreed).toMatchObject({ version: 1, language: 'en' });
  expect(corrected?.purposes.find(({ id }) => id === 'billing')).not.toHaveProperty('agreed');

  const { verified } = await answers.change({ give: ['offers'] });
  expect(verified.receipt.purposes.find(({ id }) => id === 'offers')?.retention).toContain('36 months');
  expect(await terms(answers)).toEqual([
    ['billing', 1, bill],
    ['offers', 2, { kind: 'until-withdrawn', monthsAfterStay: 36 }],
  ]);
  const older = async (phone: GuestPhone) =>
    ((await row(phone)).agreed ?? []).filter((one) => agreedToOlderWords(one, manifest)).map(({ purpose }) => purpose);
  expect(await older(silent)).toEqual(['offers']);
  expect(await older(answers)).toEqual([]);
});

test('every version stays readable, word for word, to whoever agreed to it', async () => {
  const phone = await GuestPhone.register(server, hotel, ['offers']);
  await publish(keepOffersFor(36));
  await publish(keepOffersFor(24));
  const { view, receipts } = await phone.open();
  const agreedTo = receipts[0]?.receipt.notice.hash;
  expect(view.notices).toEqual([{ hash: agreedTo, text: hotel.notices.en }]);
  expect(await digest(view.notices[0]?.text ?? '')).toBe(agreedTo);
});

test('another telephone number of the officer asks nobody, and keeps every purpose’s words', async () => {
  const phone = await GuestPhone.register(server, hotel, ['offers']);
  const { manifest } = (
    await publish((profile) => ({ ...profile, officer: { ...profile.officer, contact: '020-5550 0999' } }))
  ).manifest;
  expect(manifest.notices.en?.version).toBe(2);
  expect(manifest.purposes.map(({ wording }) => wording)).toEqual(
    hotel.manifest.manifest.purposes.map(({ wording }) => wording),
  );
  expect(((await row(phone)).agreed ?? []).some((one) => agreedToOlderWords(one, manifest))).toBe(false);
});

test('a retired purpose stays readable and can be taken back, and nobody can give it anew', async () => {
  const phone = await GuestPhone.register(server, hotel, ['billing', 'offers']);
  await publish(withoutOffers);
  const owner = await ownerAtWork(server.url, hotel.property);
  expect(await openPurpose(owner.session, await row(phone), 'offers', 'guest-asked')).toMatchObject({
    name: sampleDetails.name,
  });
  expect(await codeOf(GuestPhone.register(server, hotel, ['offers']))).toBe('manifest_outdated');
  await phone.change({ takeBack: ['offers'] });
  expect(await codeOf(phone.change({ give: ['offers'] }))).toBe('consent_invalid');
  // Offered once more it has a key of its own: a server could have put one it can open among the grants of a key nobody uses.
  const again = await publish(() => hotel.profile);
  expect(again.newKeys).toEqual(['offers']);
  const keysOf = ({ purposes }: Manifest) => new Map(purposes.map(({ id, keyId }) => [id, keyId]));
  const [now, then] = [keysOf(again.manifest.manifest), keysOf(hotel.manifest.manifest)];
  expect([...now].filter(([id, keyId]) => then.get(id) !== keyId).map(([id]) => id)).toEqual(['offers']);
  expect(again.manifest.manifest.purposes.find(({ id }) => id === 'offers')?.versions?.en).toBe(3);
});

test('a purpose offered for the first time brings a key its owners can open, and asks for another recovery sheet', async () => {
  await server.end();
  server = await startTestServer();
  hotel = await realHotel(server, withoutOffers(hotel.profile));
  expect((await ownerAtWork(server.url, hotel.property)).hotel.recoveryProven).toBe(true);
  const { newKeys, publication } = await publish((profile) => ({
    ...profile,
    purposes: [...profile.purposes, { id: 'offers', retention: { kind: 'until-withdrawn', monthsAfterStay: 6 } }],
  }));
  expect(newKeys).toEqual(['offers']);
  const grown = { ...hotel, ...(await published(publication.manifest)), notices: publication.notices };
  const phone = await GuestPhone.register(server, grown, ['offers']);
  const owner = await ownerAtWork(server.url, hotel.property);
  expect(await openPurpose(owner.session, await row(phone), 'offers', 'guest-asked')).toMatchObject({
    name: sampleDetails.name,
  });
  expect(owner.hotel).toMatchObject({ recoveryProven: false, recoveryLapsed: true });
});

async function published(jws: string) {
  const { property, fingerprint } = hotel;
  return { manifest: await verifyManifest(jws, { property, fingerprint, now: server.clock.now, lastSequence: 0 }) };
}

test('a yes to words that were replaced meanwhile is refused, and registering under today’s goes through', async () => {
  const opened = await GuestPhone.register(server, hotel, ['billing', 'offers']);
  const before = await opened.open();
  const stale = await opened.compose(before, { give: ['membership', 'offers'] });
  const { publication } = await publish(keepOffersFor(36));
  expect(await codeOf(opened.send(before, stale))).toBe('manifest_outdated');
  expect(await codeOf(GuestPhone.register(server, hotel, ['offers']))).toBe('manifest_outdated');
  // What didn't change is taken as it was sealed: nobody is asked twice for the bill.
  expect(await codeOf(GuestPhone.register(server, hotel, ['billing']))).toBe('done');
  expect((await opened.open()).view.events).toHaveLength(1);
  const today = { ...hotel, ...(await published(publication.manifest)), notices: publication.notices };
  expect(await codeOf(GuestPhone.register(server, today, ['offers']))).toBe('done');
});

test('of two owners who publish at once the second is told, and what the first published stays', async () => {
  const owner = await ownerAtWork(server.url, hotel.property);
  const first = await draftNotice(owner, keepOffersFor(36), server.clock.now);
  const second = await draftNotice(owner, keepOffersFor(6), server.clock.now);
  await owner.session.api.publish(first.publication);
  expect(await codeOf(owner.session.api.publish(second.publication))).toBe('conflict');
  expect((await ownerAtWork(server.url, hotel.property)).hotel.manifest.hash).toBe(first.manifest.hash);
});

test('what a notice may not be is refused before and at the server', async () => {
  const owner = await ownerAtWork(server.url, hotel.property);
  const draft = (edit: (profile: PropertyProfile) => PropertyProfile) =>
    codeOf(draftNotice(owner, edit, server.clock.now));
  const worded = (plain: string, languages: ('zh-Hans' | 'en')[]) => (profile: PropertyProfile) => ({
    ...profile,
    purposes: profile.purposes.map((purpose) =>
      purpose.id === 'offers'
        ? { ...purpose, words: Object.fromEntries(languages.map((one) => [one, { plain, rule: 'Rule.' }])) }
        : purpose,
    ),
  });
  expect(await draft(worded('Plain.', ['zh-Hans', 'en']))).toBe('done');
  expect(await draft(worded('Plain.', ['en']))).toBe('malformed');
  expect(await draft(worded('x'.repeat(401), ['zh-Hans', 'en']))).toBe('malformed');
  expect(await draft((profile) => ({ ...profile, languages: [] }))).toBe('malformed');
  expect(await draft((profile) => ({ ...profile, complaints: [] }))).toBe('malformed');
  const { publication } = await draftNotice(owner, keepOffersFor(36), server.clock.now);
  const bent = (edit: (text: string) => string) => ({
    ...publication,
    notices: { ...publication.notices, en: edit(publication.notices.en ?? '') },
  });
  const sent = (body: typeof publication) => codeOf(owner.session.api.publish(body));
  expect(await sent(bent((text) => text.replace('36 months', '24 months')))).toBe('manifest_invalid');
  const stranger = publication.grants ?? [];
  expect(stranger).toEqual([]);
  const grant = owner.session.grants[0];
  if (grant === undefined) throw new TypeError('no grant');
  expect(await sent({ ...publication, grants: [{ person: owner.session.person.id, grant }] })).toBe('unknown_key');
  expect(await sent({ ...publication, grants: [{ person: 'A'.repeat(22), grant }] })).toBe('malformed');
  expect(await sent(publication)).toBe('done');
});
