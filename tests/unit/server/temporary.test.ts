// A temporary purpose from the owner's rule to the day it is gone, over HTTP, with real keys.

import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Hotel } from '../../../src/demo/set-up-hotel.ts';
import type { GuestDetails } from '../../../src/pii/details.ts';
import { parseCertificate } from '../../../src/protocol/erasure-certificate.ts';
import { Refusal } from '../../../src/protocol/problems.ts';
import type { ProfilePurpose } from '../../../src/protocol/property-profile.ts';
import type { PurposeId } from '../../../src/protocol/purposes.ts';
import { restsOnRule } from '../../../src/protocol/temporary-rule.ts';
import { submissionSchema } from '../../../src/protocol/submission.ts';
import { openPurpose } from '../../../src/staff/desk/open-purpose.ts';
import { endedNow } from '../../../src/staff/notice/temporary-answers.ts';
import { leftOnDisk } from '../../support/found-on-disk.ts';
import { GuestPhone, realHotel, sampleDetails } from '../../support/guest-phone.ts';
import { keepOffersFor, ownerAtWork, publishNotice } from '../../support/publish-notice.ts';
import { emptyEnvelope } from '../../support/server-fixtures.ts';
import { askTemporarily, sampleAnswers, temporaryPurpose } from '../../support/temporary-purpose.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';

const day = 86_400_000;
let server: TestServer;
let hotel: Hotel;
/** Time that passed while the machine was off. */
let off = 0;

beforeEach(async () => {
  off = 0;
  server = await startTestServer({ expireEvery: 20, elapsed: (now) => now - off });
  hotel = await realHotel(server);
});

afterEach(() => server.end());

/** The hotel with another notice in force. */
async function ask(purpose: ProfilePurpose | null): Promise<void> {
  const { manifest, publication } = await publishNotice(
    server.url,
    hotel.property,
    askTemporarily(purpose),
    server.clock.now,
  );
  hotel = { ...hotel, manifest, notices: publication.notices };
}

const detailOf = async (attempt: Promise<unknown>) => {
  try {
    await attempt;
    return 'done';
  } catch (error) {
    if (error instanceof Refusal) return `${error.code} ${error.detail ?? ''}`;
    throw error;
  }
};

const told = { ...sampleDetails, temporary: { ...sampleAnswers, places: [...sampleAnswers.places] } };
const register = (yes: readonly PurposeId[], details: GuestDetails = told) =>
  GuestPhone.register(server, hotel, yes, details);
const owner = () => ownerAtWork(server.url, hotel.property);
const standings = async (phone: GuestPhone) => (await phone.open()).view.purposes;
const at = (date: string) => {
  server.clock.now = Date.parse(`${date}T00:00:00+08:00`);
};

async function arrive({ registration }: GuestPhone, checkOut: string): Promise<void> {
  const { session } = await owner();
  const desk = emptyEnvelope('desk', null, hotel.manifest.manifest.card.keyId);
  await session.api.arrive(registration, { checkOut, desk });
}

const ciphertexts = ({ sealed }: GuestPhone, ...purposes: readonly PurposeId[]) =>
  submissionSchema
    .parse(JSON.parse(sealed.body))
    .envelopes.filter(({ purpose }) => purpose !== null && purposes.includes(purpose))
    .map(({ ciphertext }) => ciphertext);

test('asked as law under its own key, opened with a reason, gone by itself on its day and in no file', async () => {
  await ask(temporaryPurpose('2026-11-30', 2));
  const phone = await register(['emergency']);
  await arrive(phone, '2026-12-20');
  expect(await standings(phone)).toEqual([
    { purpose: 'emergency', state: 'held', until: '2026-12-29' },
    { purpose: 'temporary', state: 'held', until: '2026-12-03' },
  ]);
  const [receipt] = (await phone.open()).receipts;
  expect(receipt?.receipt.purposes.find(({ id }) => id === 'temporary')).toMatchObject({
    legal_basis: 'law',
    event: { decision: 'provided-by-law', consent_type: null },
  });
  const { session } = await owner();
  const row = { registration: phone.registration };
  expect(await openPurpose(session, row, 'temporary', 'legal-duty')).toEqual({
    purpose: 'temporary',
    ...sampleAnswers,
  });
  expect((await phone.log()).kind).toBe('verified');
  at('2026-12-03');
  server.clock.now -= 1;
  const later = (await owner()).session;
  await expect.poll(async () => (await later.api.retention()).status.lastRun).toContain('2026-12-02');
  expect((await standings(phone))[1]).toMatchObject({ state: 'held' });
  server.clock.now += 1;
  await expect
    .poll(async () => (await standings(phone))[1])
    .toEqual({ purpose: 'temporary', state: 'expired', until: null, went: '2026-12-03' });
  expect((await standings(phone))[0]).toMatchObject({ state: 'held' });
  const sealed = ciphertexts(phone, 'emergency', 'temporary');
  expect(await leftOnDisk(server, sealed)).toEqual(ciphertexts(phone, 'emergency'));
  const certificates = (await later.api.retention()).certificates.map(({ text }) => parseCertificate(text));
  expect(certificates.flatMap(({ classes }) => classes)).toContainEqual({
    class: 'temporary',
    outcome: 'erased',
    count: 1,
  });
  expect(await detailOf(openPurpose(later, row, 'temporary', 'legal-duty'))).toContain('not_found');
});

test('a guest who is still awaited has it erased on its day as well, and nothing else', async () => {
  await ask(temporaryPurpose('2026-11-25'));
  const later = { ...told, checkIn: '2026-12-20', checkOut: '2026-12-22' };
  const phone = await register(['offers'], later);
  const alone = await register([], later);
  at('2026-11-26');
  await expect.poll(async () => (await standings(phone))[1]).toMatchObject({ purpose: 'temporary', state: 'expired' });
  await expect.poll(async () => (await standings(alone))[0]).toMatchObject({ purpose: 'temporary', state: 'expired' });
  expect((await phone.open()).view.status.state).toBe('received');
  expect(await leftOnDisk(server, ciphertexts(phone, 'offers', 'temporary'))).toEqual(ciphertexts(phone, 'offers'));
  expect((await alone.open()).view.status.state).toBe('received');
});

test('after its last day nothing is taken for it, by registration or by change, and a clock that leaps erases nothing early', async () => {
  await ask(temporaryPurpose('2026-11-25', 5));
  const early = await register(['emergency']);
  await arrive(early, '2026-11-29');
  const without = await register(['emergency'], sampleDetails);
  await arrive(without, '2026-11-29');
  at('2026-11-25');
  server.clock.now += day - 1000;
  const opened = await without.open();
  const late = await without.compose(opened, { details: told });
  expect(ciphertexts(await register(['billing']), 'temporary')).toHaveLength(1);
  server.clock.now += 1000;
  expect(await detailOf(without.send(opened, late))).toBe('manifest_outdated statutory.temporary');
  // A phone whose own clock is behind seals it all the same: the hotel's counts.
  const slow = { ...server, url: server.url, clock: { now: server.clock.now - day } };
  expect(await detailOf(GuestPhone.register(slow, hotel, ['billing'], told))).toBe(
    'manifest_outdated statutory.temporary',
  );
  const sent = await GuestPhone.register(server, hotel, ['billing'], told);
  expect(ciphertexts(sent, 'temporary')).toEqual([]);
  off += 400 * day;
  server.clock.now += 400 * day;
  const { session } = await owner();
  expect((await session.api.retention()).status.clock).toBe('held');
  expect((await standings(early))[1]).toMatchObject({ state: 'held' });
});

test('deleted before its end it is sealed off, with the rule and the date, and erased then', async () => {
  await ask(temporaryPurpose('2026-11-30'));
  const phone = await register(['emergency']);
  await arrive(phone, '2026-11-23');
  const { verified } = await phone.delete();
  const sealedOff = verified.receipt.deletion?.classes.find((one) => one.class === 'temporary');
  expect(sealedOff).toMatchObject({ outcome: 'sealed-off', until: '2026-12-01' });
  expect(sealedOff?.ground).toContain('30 November 2026');
  expect(sealedOff?.article).toContain('Notice on registering places visited Art. 3');
  at('2026-12-01');
  await expect
    .poll(async () => (await standings(phone)).at(-1))
    .toMatchObject({ purpose: 'temporary', state: 'erased' });
  expect(await leftOnDisk(server, ciphertexts(phone, 'temporary'))).toEqual([]);
});

test('a rule can end earlier and lasts longer only as another rule; it stays in the manifest until its details are gone', async () => {
  await ask(temporaryPurpose('2026-11-30', 1));
  const phone = await register(['emergency']);
  const place = 'manifest_invalid purposes.temporary';
  expect(await detailOf(ask(temporaryPurpose('2026-12-10', 1)))).toBe(`${place}.retention.asked`);
  expect(await detailOf(ask(temporaryPurpose('2026-11-30', 9)))).toBe(`${place}.retention.asked`);
  expect(await detailOf(ask(null))).toBe(place);
  await ask(temporaryPurpose('2026-11-24', 1));
  expect((await standings(phone))[1]).toMatchObject({ until: '2026-11-26' });
  const other = { name: { 'zh-Hans': '关于延长登记的通告', en: 'Notice on going on' }, issuedOn: '2026-11-20' };
  await ask(temporaryPurpose('2026-12-31', 0, other));
  // Whoever told before keeps the day they read.
  expect((await standings(phone))[1]).toMatchObject({ until: '2026-12-02' });
  expect(await detailOf(ask(temporaryPurpose('2028-01-01', 0, { issuedOn: '2026-11-21' })))).toBe(
    `${place}.retention.asked`,
  );
  at('2027-01-01');
  await ask(null);
  expect(hotel.manifest.manifest.purposes.map(({ id }) => id)).not.toContain('temporary');
});

test('ended at once it is published as ended first, and left out of what is published once its details are gone', async () => {
  await ask(temporaryPurpose('2026-11-30'));
  const phone = await register(['emergency']);
  const { profile } = (await owner()).hotel;
  await ask(endedNow(profile, profile, '2026-11-21').purposes.find(({ id }) => id === 'temporary') ?? null);
  expect(hotel.manifest.manifest.purposes.find(({ id }) => id === 'temporary')?.retention).toEqual({
    kind: 'until-date',
    asked: '2026-11-20',
    erased: '2026-11-21',
  });
  expect(ciphertexts(await register(['billing']), 'temporary')).toEqual([]);
  at('2026-11-22');
  await expect.poll(async () => (await standings(phone))[1]).toMatchObject({ purpose: 'temporary', state: 'expired' });
  await publishNotice(server.url, hotel.property, keepOffersFor(9), server.clock.now);
  expect((await owner()).hotel.manifest.manifest.purposes.map(({ id }) => id)).not.toContain('temporary');
});

test('what is sealed off goes with a rule that is ended earlier, and its day is the same to guest, desk and preview', async () => {
  await ask(temporaryPurpose('2026-11-30', 2));
  const phone = await register(['emergency']);
  await arrive(phone, '2026-11-23');
  await phone.delete();
  expect((await standings(phone)).at(-1)).toMatchObject({ state: 'sealed-off', until: '2026-12-03' });
  await ask(temporaryPurpose('2026-11-24', 2));
  expect((await standings(phone)).at(-1)).toMatchObject({ state: 'sealed-off', until: '2026-11-27' });
  const { session } = await owner();
  expect((await session.api.retention()).upcoming).toContainEqual(
    expect.objectContaining({ class: 'temporary', day: '2026-11-27', outcome: 'erased' }),
  );
  at('2026-11-27');
  server.clock.now -= 1;
  await expect.poll(async () => (await (await owner()).session.api.retention()).status.lastRun).toContain('2026-11-26');
  expect((await standings(phone)).at(-1)).toMatchObject({ state: 'sealed-off' });
  server.clock.now += 1;
  await expect.poll(async () => (await standings(phone)).at(-1)).toMatchObject({ state: 'erased', went: '2026-11-27' });
  expect(await leftOnDisk(server, ciphertexts(phone, 'temporary'))).toEqual([]);
});

test('sealed off under a rule that was replaced: the certificate names the one that was read, and the desk knows it isn’t today’s', async () => {
  await ask(temporaryPurpose('2026-11-30'));
  const before = await register(['emergency']);
  const other = { name: { 'zh-Hans': '关于延长登记的通告', en: 'Notice on going on' }, issuedOn: '2026-11-20' };
  await ask(temporaryPurpose('2026-12-31', 0, other));
  const after = await register(['emergency']);
  // Ended a day earlier it is the same rule still.
  await ask(temporaryPurpose('2026-12-30', 0, other));
  for (const phone of [before, after]) await arrive(phone, '2026-11-23');
  const articles = [];
  for (const phone of [before, after]) {
    const sealed = (await phone.delete()).verified.receipt.deletion?.classes.find((one) => one.class === 'temporary');
    articles.push([sealed?.until, /Notice on [a-z ]+/.exec(sealed?.article ?? '')?.[0].trim()]);
  }
  expect(articles).toEqual([
    ['2026-12-01', 'Notice on registering places visited'],
    ['2026-12-31', 'Notice on going on'],
  ]);
  const rows = await server.store.rows(hotel.property, 0, 9);
  const rule = (await owner()).hotel.profile.purposes.find(({ id }) => id === 'temporary')?.rule ?? {};
  const rests = [before, after].map(({ registration }) => {
    const row = rows.map((one) => one.row).find((one) => one.registration === registration);
    expect(row?.sealedOff).toEqual(['temporary']);
    return restsOnRule(rule, row?.agreed?.find(({ purpose }) => purpose === 'temporary')?.version);
  });
  expect(rests).toEqual([false, true]);
});

test('an open page’s answers are not taken once the owner has ended the rule, or has put another in its place', async () => {
  await ask(temporaryPurpose('2026-11-30', 2));
  const opened = hotel;
  const stands = await register(['emergency'], sampleDetails);
  await ask(temporaryPurpose('2026-12-10', 0, { issuedOn: '2026-11-02' }));
  const late = (yes: readonly PurposeId[]) => detailOf(GuestPhone.register(server, opened, yes, told));
  expect(await late(['emergency'])).toBe('manifest_outdated statutory.temporary');
  // The keys and the other words are the same: without it, the rest is taken.
  expect(await detailOf(GuestPhone.register(server, opened, ['emergency'], sampleDetails))).toBe('done');
  const { profile } = (await owner()).hotel;
  await ask(endedNow(profile, profile, '2026-11-21').purposes.find(({ id }) => id === 'temporary') ?? null);
  expect(await late(['billing'])).toBe('manifest_outdated statutory.temporary');
  expect((await standings(stands)).map(({ purpose }) => purpose)).toEqual(['emergency']);
});
