// What a certificate says of copies that had left the server.

import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Hotel } from '../../../src/demo/set-up-hotel.ts';
import { toInstant } from '../../../src/protocol/time.ts';
import { staffDoor } from '../../../src/staff/api/staff-api.ts';
import { confirmArrival } from '../../../src/staff/desk/confirm-arrival.ts';
import { signIn } from '../../../src/staff/session/sign-in.ts';
import { GuestPhone, realHotel, sampleDetails, samplePerson } from '../../support/guest-phone.ts';
import { passphrases } from '../../support/make-hotel.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';

let server: TestServer;
let hotel: Hotel;

beforeEach(async () => {
  server = await startTestServer();
  hotel = await realHotel(server);
});

afterEach(() => server.end());

const ownerSession = () =>
  signIn(staffDoor(fetch, server.url), { property: hotel.property, handle: 'chen', passphrase: passphrases.owner });

test('the certificate says, signed, what had left the server: handed over, in a file, on paper', async () => {
  const phone = await GuestPhone.register(server, hotel, ['billing'], { ...sampleDetails, people: [samplePerson] });
  const untouched = await GuestPhone.register(server, hotel, ['billing']);
  const desk = await ownerSession();
  const { registration } = phone;
  const arrival = { room: '301', remarks: '', checkOut: '2026-11-24' };
  await confirmArrival(desk, hotel.manifest.manifest.card, registration, arrival);
  await desk.api.handOver(registration, 'typed');
  const { api } = desk;
  const begun = await api.beginExport({ purpose: 'billing', reason: 'bill' });
  await api.exportPage(begun.export, 0, new AbortController().signal);
  await api.notePrint(registration);
  const now = toInstant(server.clock.now);
  expect((await phone.delete()).verified.receipt.deletion?.passed_on).toEqual([
    { way: 'police', purpose: 'identity', last: now },
    { way: 'file', purpose: 'billing', last: now },
    { way: 'paper', purpose: null, last: now },
  ]);
  expect((await untouched.delete()).verified.receipt.deletion?.passed_on).toEqual([]);
});

test('what is handed over, or taken back, while a certificate is being made is on it as it came', async () => {
  const phones = [];
  for (const room of ['301', '302']) {
    const phone = await GuestPhone.register(server, hotel, ['billing'], { ...sampleDetails, people: [samplePerson] });
    const arrival = { room, remarks: '', checkOut: '2026-11-24' };
    await confirmArrival(await ownerSession(), hotel.manifest.manifest.card, phone.registration, arrival);
    phones.push(phone);
  }
  const { api } = await ownerSession();
  const { store } = server;
  const entriesOf = store.entriesOf.bind(store);
  /** Comes between the certificate's reading of the log and its commit. */
  let between: (() => Promise<void>)[] = [];
  store.entriesOf = async (property, registration) => {
    const found = await entriesOf(property, registration);
    await between.shift()?.();
    return found;
  };
  const now = toInstant(server.clock.now);
  const [first, second] = phones;
  between = [() => api.handOver(first?.registration ?? '', 'typed'), () => api.notePrint(first?.registration ?? '')];
  expect((await first?.delete())?.verified.receipt.deletion?.passed_on).toEqual([
    { way: 'police', purpose: 'identity', last: now },
    { way: 'paper', purpose: null, last: now },
  ]);
  await api.handOver(second?.registration ?? '', 'typed');
  between = [() => api.handOver(second?.registration ?? '', null)];
  expect((await second?.delete())?.verified.receipt.deletion?.passed_on).toEqual([]);
  expect(between).toEqual([]);
});

test('a hand-over that was marked by mistake and taken back is not on the certificate', async () => {
  const phone = await GuestPhone.register(server, hotel, ['billing'], { ...sampleDetails, people: [samplePerson] });
  const desk = await ownerSession();
  const arrival = { room: '301', remarks: '', checkOut: '2026-11-24' };
  await confirmArrival(desk, hotel.manifest.manifest.card, phone.registration, arrival);
  await desk.api.handOver(phone.registration, 'typed');
  await desk.api.handOver(phone.registration, null);
  expect((await phone.delete()).verified.receipt.deletion?.passed_on).toEqual([]);
});
