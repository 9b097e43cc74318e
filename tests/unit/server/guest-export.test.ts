// Details leave as a file: by purpose, for a yes that holds, each guest's entry durable first.

import { afterEach, beforeEach, expect, test } from 'vitest';
import { logEntrySchema } from '../../../src/protocol/audit-log.ts';
import {
  type GuestExportBegin,
  type GuestExportPage,
  guestExportBegunSchema,
  guestExportPageSchema,
} from '../../../src/protocol/guest-export.ts';
import { staffDoor } from '../../../src/staff/api/staff-api.ts';
import { confirmArrival } from '../../../src/staff/desk/confirm-arrival.ts';
import { signIn as signInForReal } from '../../../src/staff/session/sign-in.ts';
import type { TestHotel } from '../../support/hotel-fixtures.ts';
import { passphrases } from '../../support/make-hotel.ts';
import { GuestPhone, realHotel } from '../../support/guest-phone.ts';
import { arrivalBody, fixtureId, testGuest, type TestPerson, testPerson } from '../../support/server-fixtures.ts';
import { setUp, signIn, startTestServer, type TestServer } from '../../support/test-server.ts';
import { join } from '../../support/team-fixtures.ts';

let server: TestServer;
let hotel: TestHotel;
let owner: TestPerson;
let authorization: string;

beforeEach(async () => {
  server = await startTestServer();
  ({ hotel, owner } = await setUp(server));
  ({ authorization } = await signIn(server, hotel, owner));
});

afterEach(() => server.end());

async function guest({
  given = ['billing', 'offers'],
  arrived = true,
  checkOut = '2026-11-24',
}: {
  readonly given?: readonly ('billing' | 'offers' | 'emergency')[];
  readonly arrived?: boolean;
  readonly checkOut?: string;
} = {}): Promise<string> {
  const made = await testGuest(hotel, { now: server.clock.now, given });
  const { registration } = made.submission;
  await server.send('register', { parameters: { property: hotel.property }, body: made.body });
  if (arrived)
    await server.send('arrive', { authorization, parameters: { registration }, body: arrivalBody(hotel, checkOut) });
  return registration;
}

async function beginning(purpose = 'billing', reason = 'bill', by = authorization) {
  return server.send('beginExport', { authorization: by, body: { purpose, reason } });
}

const pageOf = (id: string, after: number, by = authorization) =>
  server.send('exportPage', { authorization: by, parameters: { export: id }, body: { after } });

async function exported(purpose = 'billing', reason = 'bill'): Promise<GuestExportPage> {
  const { export: id } = guestExportBegunSchema.parse((await beginning(purpose, reason)).json);
  return guestExportPageSchema.parse((await pageOf(id, 0)).json);
}

const logged = async () =>
  (await server.store.entries(hotel.property, 0, 10_000))
    .map((entry) => logEntrySchema.parse(JSON.parse(entry)))
    .filter(({ action }) => action === 'export-begun' || action === 'exported');

test('only a yes that holds leaves, of guests who came; each has an entry, and the export one of its own', async () => {
  const held = await guest();
  await guest({ given: ['offers'] });
  await guest({ arrived: false });
  const page = await exported();
  expect(page.items.map(({ registration }) => registration)).toEqual([held]);
  expect(page.items[0]).toMatchObject({
    checkIn: '2026-11-21',
    checkOut: '2026-11-24',
    envelope: { purpose: 'billing' },
    desk: { kind: 'desk' },
  });
  expect(page.next).toBeNull();
  const by = { actor: owner.person.id, role: 'owner', purpose: 'billing', reason: 'bill' };
  expect(await logged()).toMatchObject([
    { action: 'export-begun', registration: null, ...by },
    { action: 'exported', registration: held, ...by },
  ]);
});

test('what was taken back, deleted or has come due is left out, though nothing has erased it yet', async () => {
  const real = await startTestServer();
  try {
    const there = await realHotel(real);
    const signedIn = async () => {
      const { property } = there;
      const session = await signInForReal(staffDoor(fetch, real.url), {
        property,
        handle: 'chen',
        passphrase: passphrases.owner,
      });
      return session.api;
    };
    let api = await signedIn();
    const phones = [];
    for (let number = 0; number < 3; number++)
      phones.push(await GuestPhone.register(real, there, ['billing', 'membership']));
    for (const { registration } of phones)
      await confirmArrival({ property: there.property, api }, there.manifest.manifest.card, registration, {
        room: '101',
        remarks: '',
        checkOut: '2026-11-24',
      });
    const [took, deleted, kept] = phones;
    if (took === undefined || deleted === undefined || kept === undefined) throw new TypeError('three guests');
    await took.change({ takeBack: ['billing'] });
    await deleted.delete();
    const exportedNow = async (order: GuestExportBegin) => {
      const begun = await api.beginExport(order);
      const bytes = await api.exportPage(begun.export, 0, new AbortController().signal);
      const { items, looked } = guestExportPageSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
      return { looked, registrations: items.map(({ registration }) => registration) };
    };
    const bill = { purpose: 'billing', reason: 'bill' } as const;
    expect(await exportedNow(bill)).toEqual({ looked: 1, registrations: [kept.registration] });
    // Long after the stay; the run that erases has not been there.
    real.clock.now += 30 * 86_400_000;
    api = await signedIn();
    expect(await exportedNow(bill)).toEqual({ looked: 1, registrations: [] });
    const held = await exportedNow({ purpose: 'membership', reason: 'points' });
    expect(held.registrations).toEqual([took.registration, kept.registration]);
  } finally {
    await real.end();
  }
});

test('what is past its day doesn’t leave by a clock that was set back either', async () => {
  await server.end();
  const passed = { days: 0 };
  server = await startTestServer({ elapsed: () => passed.days * 86_400_000 });
  ({ hotel, owner } = await setUp(server));
  ({ authorization } = await signIn(server, hotel, owner));
  const held = await guest();
  expect((await exported()).items).toMatchObject([{ registration: held }]);
  passed.days = 40;
  server.clock.now += 1000;
  ({ authorization } = await signIn(server, hotel, owner));
  expect((await exported()).items).toEqual([]);
});

test('what a purpose doesn’t justify doesn’t leave with it', async () => {
  await guest();
  expect((await exported('offers', 'contact-guest')).items).toMatchObject([{ desk: null }]);
});

test('law’s purposes, other reasons, other people’s exports and people without the key are refused', async () => {
  expect((await beginning('identity', 'legal-duty')).code).toBe('malformed');
  expect((await beginning('minors', 'legal-duty')).code).toBe('malformed');
  expect((await beginning('offers', 'bill')).code).toBe('malformed');
  expect((await beginning('emergency', 'contact-guest')).code).toBe('malformed');
  expect((await beginning('membership', 'guest-asked')).code).toBe('malformed');
  const supervisor = await testPerson(hotel, 'supervisor', 'sun', ['offers']);
  const desk = await testPerson(hotel, 'front-desk', 'wang');
  for (const { person } of [supervisor, desk]) await join(server, hotel, authorization, { person });
  const sun = (await signIn(server, hotel, supervisor)).authorization;
  const wang = (await signIn(server, hotel, desk)).authorization;
  expect((await beginning('billing', 'bill', wang)).code).toBe('forbidden');
  expect((await beginning('billing', 'bill', sun)).code).toBe('not_granted');
  const { export: id } = guestExportBegunSchema.parse((await beginning()).json);
  expect((await pageOf(id, 0, sun)).code).toBe('not_found');
  expect((await pageOf(fixtureId(), 0)).code).toBe('not_found');
  expect((await pageOf(id, -1)).code).toBe('malformed');
  // Another tablet of the same person has begun nothing.
  const second = (await signIn(server, hotel, owner)).authorization;
  expect((await pageOf(id, 0, second)).code).toBe('not_found');
  await beginning('offers', 'contact-guest');
  expect((await pageOf(id, 0)).code).toBe('not_found');
  server.clock.now += 6 * 60_000;
  expect((await beginning()).code).toBe('step_up_needed');
});

test('many guests leave a page at a time, none twice and none missing', async () => {
  const all: string[] = [];
  for (let number = 0; number < 205; number++) all.push(await guest());
  const begun = guestExportBegunSchema.parse((await beginning()).json);
  expect(begun.total).toBe(205);
  const first = guestExportPageSchema.parse((await pageOf(begun.export, 0)).json);
  const second = guestExportPageSchema.parse((await pageOf(begun.export, first.next ?? 0)).json);
  expect([first.looked, second.looked, second.next]).toEqual([200, 5, null]);
  expect([...first.items, ...second.items].map(({ registration }) => registration)).toEqual(all);
  expect(await logged()).toHaveLength(206);
}, 20_000);
