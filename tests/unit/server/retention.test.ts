import { afterEach, beforeEach, expect, test } from 'vitest';
import { verifyCertificate } from '../../../src/crypto/verify-certificate.ts';
import { deskRowsSchema, guestLogSchema, guestViewSchema } from '../../../src/protocol/api.ts';
import { logEntrySchema } from '../../../src/protocol/audit-log.ts';
import { parseCertificate } from '../../../src/protocol/erasure-certificate.ts';
import type { PurposeId } from '../../../src/protocol/purposes.ts';
import { retentionOverviewSchema } from '../../../src/protocol/retention-api.ts';
import { StorageUnavailable } from '../../../src/server/store/store.ts';
import { leftOnDisk } from '../../support/found-on-disk.ts';
import { type TestHotel, testHotel } from '../../support/hotel-fixtures.ts';
import { arrivalBody, testGuest, type TestGuest, type TestPerson } from '../../support/server-fixtures.ts';
import { setUp, signIn, startTestServer, type TestServer } from '../../support/test-server.ts';

let server: TestServer;
let hotel: TestHotel;
let owner: TestPerson;
let fault: Error | null = null;

beforeEach(async () => {
  fault = null;
  server = await startTestServer({
    expireEvery: 20,
    beforeCommit: () => {
      if (fault !== null) throw fault;
    },
  });
  ({ hotel, owner } = await setUp(server));
});

afterEach(() => server.end());

const session = async (person = owner) => (await signIn(server, hotel, person)).authorization;

async function arrived(given: readonly PurposeId[], statutory: readonly PurposeId[] = []): Promise<TestGuest> {
  const guest = await testGuest(hotel, { now: server.clock.now, given, statutory });
  await server.send('register', { parameters: { property: hotel.property }, body: guest.body });
  const parameters = { registration: guest.submission.registration };
  await server.send('arrive', {
    authorization: await session(),
    parameters,
    body: { ...arrivalBody(hotel), checkOut: '2026-11-25' },
  });
  return guest;
}

const stay = async ({ submission }: TestGuest, body: object, authorization?: string) => {
  const parameters = { registration: submission.registration };
  const sent = await server.send('stay', { authorization: authorization ?? (await session()), parameters, body });
  return sent.status === 204 ? 'done' : sent.code;
};

const access = ({ lookup, token }: TestGuest) => ({ lookup, token });
const view = async (guest: TestGuest) =>
  guestViewSchema.parse((await server.send('guestView', { body: access(guest) })).json);
const standings = async (guest: TestGuest) => (await view(guest)).purposes;
const overview = async () =>
  retentionOverviewSchema.parse((await server.send('retention', { authorization: await session() })).json);
const at = (day: string) => {
  server.clock.now = Date.parse(`${day}T00:00:00+08:00`);
};
const ciphertexts = ({ submission }: TestGuest, ...purposes: readonly PurposeId[]) =>
  submission.envelopes.filter(({ purpose }) => purpose !== null && purposes.includes(purpose)).map((e) => e.ciphertext);

test('terms count from the day the guest left; each goes on its day, the guest reads it, and it is in no file', async () => {
  const guest = await arrived(['emergency', 'offers']);
  // Planned for Wednesday 25 November.
  expect(await standings(guest)).toEqual([
    { purpose: 'emergency', state: 'held', until: '2026-12-04' },
    { purpose: 'offers', state: 'held', until: '2027-11-25' },
  ]);
  at('2026-11-24');
  expect(await stay(guest, { checkOut: '2026-11-25', departed: true })).toBe('malformed');
  expect(await stay(guest, { checkOut: '2026-11-20', departed: true })).toBe('malformed');
  expect(await stay(guest, { checkOut: '2026-11-24', departed: true })).toBe('done');
  expect(await stay(guest, { checkOut: '2026-11-24', departed: true })).toBe('done');
  expect((await standings(guest))[0]).toMatchObject({ until: '2026-12-03' });
  at('2026-12-03');
  server.clock.now -= 1;
  await expect.poll(async () => (await overview()).status.lastRun).toContain('2026-12-02');
  expect((await standings(guest))[0]).toMatchObject({ state: 'held' });
  server.clock.now += 1;
  await expect
    .poll(() => standings(guest))
    .toEqual([
      { purpose: 'emergency', state: 'expired', until: null, went: '2026-12-03' },
      { purpose: 'offers', state: 'held', until: '2027-11-24' },
    ]);
  expect(await leftOnDisk(server, ciphertexts(guest, 'emergency', 'offers'))).toEqual(ciphertexts(guest, 'offers'));
  const log = guestLogSchema.parse((await server.send('guestLog', { body: { ...access(guest), known: [] } })).json);
  expect(log.entries.map(({ text }) => logEntrySchema.parse(JSON.parse(text)).action)).toEqual([
    'registered',
    'arrived',
    'departed',
    'erased',
  ]);
  at('2027-11-24');
  await expect.poll(async () => (await view(guest)).status.state).toBe('erased');
  expect((await view(guest)).self).toBeNull();
  expect(
    await leftOnDisk(
      server,
      guest.submission.envelopes.map((e) => e.ciphertext),
    ),
  ).toEqual([]);
  expect(await server.store.erasuresOf(guest.submission.registration)).toMatchObject([
    { classes: ['emergency'], byTerm: true },
    { classes: ['offers', 'card', 'self', 'desk'], byTerm: true },
  ]);
});

test('where nobody marks the departure the planned day counts, and a longer stay moves it', async () => {
  const guest = await arrived(['emergency']);
  expect(await stay(guest, { checkOut: '2026-12-10', departed: false })).toBe('done');
  expect(await standings(guest)).toMatchObject([{ until: '2026-12-21' }]);
  at('2026-12-20');
  await expect.poll(async () => (await overview()).status.lastRun).toContain('2026-12-20');
  expect((await overview()).upcoming).toMatchObject([
    { day: '2026-12-21', class: 'card', outcome: 'erased', planned: 1, count: 1, term: null },
    { day: '2026-12-21', class: 'emergency', planned: 1, term: { kind: 'after-departure', workingDays: 7 } },
  ]);
  at('2026-12-21');
  await expect.poll(async () => (await view(guest)).status.state).toBe('erased');
  expect(await stay(guest, { checkOut: '2026-12-21', departed: true })).toBe('gone');
});

test('a registration is kept by the notice it was agreed under, whatever the hotel says since', async () => {
  const before = await arrived(['emergency']);
  const next = await testHotel({
    previous: hotel,
    now: server.clock.now,
    words: ' new',
    retentions: { emergency: { kind: 'after-departure', workingDays: 1 } },
  });
  const body = { profile: next.profile, manifest: next.jws, notices: next.notices };
  expect((await server.send('publish', { authorization: await session(), body })).status).toBe(204);
  hotel = next;
  const after = await arrived(['emergency']);
  expect(await standings(before)).toMatchObject([{ until: '2026-12-04' }]);
  expect(await standings(after)).toMatchObject([{ until: '2026-11-26' }]);
});

test('what the law asks is sealed off when the hotel is done with it, and erased once its term is known and over', async () => {
  const guest = await arrived(['emergency'], ['identity']);
  at('2026-12-04');
  await expect.poll(async () => (await view(guest)).status.state).toBe('erased');
  expect(await standings(guest)).toEqual([
    { purpose: 'emergency', state: 'expired', until: null, went: '2026-12-04' },
    { purpose: 'identity', state: 'sealed-off', until: null },
  ]);
  const opening = { registration: guest.submission.registration, purpose: 'identity', reason: 'legal-duty' };
  expect((await server.send('open', { authorization: await session(), body: opening })).code).toBe('sealed_off');
  expect((await overview()).upcoming).toMatchObject([{ day: null, class: 'identity', outcome: 'erased', count: 1 }]);
  const rows = deskRowsSchema.parse((await server.send('rows', { authorization: await session() })).json).rows;
  expect(rows).toMatchObject([{ state: 'erased', sealedOff: ['identity'], card: null }]);
  const retentions = { identity: { kind: 'statutory', months: 2 } } as const;
  const next = await testHotel({ previous: hotel, now: server.clock.now, retentions });
  const body = { profile: next.profile, manifest: next.jws, notices: next.notices };
  expect((await server.send('publish', { authorization: await session(), body })).status).toBe(204);
  at('2027-01-25');
  server.clock.now -= 1;
  await expect.poll(async () => (await overview()).status.lastRun).toContain('2027-01-24');
  expect((await standings(guest))[1]).toMatchObject({ state: 'sealed-off' });
  server.clock.now += 1;
  await expect.poll(async () => (await standings(guest))[1]).toMatchObject({ state: 'erased', went: '2027-01-25' });
  expect(await leftOnDisk(server, ciphertexts(guest, 'identity'))).toEqual([]);
});

test('every run has a certificate that counts the log again, names nobody and verifies without the server', async () => {
  const guests = [await arrived(['emergency']), await arrived(['emergency', 'billing'])];
  const lost = await testGuest(hotel, { now: server.clock.now });
  await server.send('register', { parameters: { property: hotel.property }, body: lost.body });
  at('2026-12-04');
  await expect.poll(async () => (await view(guests[1] ?? lost)).status.state).toBe('erased');
  await expect.poll(async () => (await overview()).certificates[0]?.text ?? '').toContain('"unconfirmed"');
  const { certificates } = await overview();
  const all = certificates.map(({ text }) => parseCertificate(text));
  expect(all.flatMap(({ classes }) => classes)).toEqual([
    { class: 'emergency', outcome: 'erased', count: 2 },
    { class: 'billing', outcome: 'erased', count: 1 },
    { class: 'card', outcome: 'erased', count: 2 },
    { class: 'unconfirmed', outcome: 'erased', count: 1 },
  ]);
  const [newest] = certificates;
  const verified = await verifyCertificate(newest, null);
  expect(verified.certificate.property).toBe(hotel.property);
  for (const { submission } of [...guests, lost]) expect(newest?.text).not.toContain(submission.registration);
  const lie = { ...newest, text: newest?.text.replace('"count":2', '"count":3') };
  await expect(verifyCertificate(lie, null)).rejects.toMatchObject({ code: 'receipt_invalid', detail: 'text' });
  // A stretch of the log belongs to one certificate.
  for (const [place, one] of all.entries()) expect(one.log.from).toBe(all[place + 1]?.log.to ?? 0);
});

test('a job that fails says so, and one that has not ended for a day makes the server unready', async () => {
  await arrived(['emergency']);
  const ready = async () => (await fetch(`${server.url}/readyz`)).text();
  const metrics = async () => (await fetch(`${server.url}/metrics`)).text();
  const authorization = await session();
  expect(await metrics()).toContain('foyer_retention_failing 0\n');
  fault = new StorageUnavailable('full');
  at('2026-11-24');
  await expect.poll(ready).toBe('{"ready":false,"reasons":["commit","expiry","retention"]}');
  expect(await metrics()).toContain('foyer_retention_failing 1\n');
  expect(await metrics()).toContain('foyer_retention_late 1\n');
  const status = await server.send('retentionStatus', { authorization });
  expect(status.code).toBe('session_ended');
  expect(server.logged.join('')).toContain('"where":"expiry"');
  fault = null;
  await expect.poll(ready).toBe('{"ready":true,"reasons":[]}');
  expect(await metrics()).toMatch(
    /foyer_retention_failing 0\n[^]*foyer_retention_late 0\n[^]*last_run_timestamp_seconds \d+\n/,
  );
  expect((await overview()).status).toMatchObject({ failing: false, late: false });
});
