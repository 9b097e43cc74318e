// A hand-over as a tablet does it, against a real server with real keys: what it opened for a file, what it marks, and what comes up again.

import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Hotel } from '../../../src/demo/set-up-hotel.ts';
import type { GuestDetails } from '../../../src/pii/details.ts';
import { staffDoor } from '../../../src/staff/api/staff-api.ts';
import { confirmArrival } from '../../../src/staff/desk/confirm-arrival.ts';
import type { DeskEntry } from '../../../src/staff/desk/desk-entry.ts';
import { openForFile } from '../../../src/staff/register/open-for-register.ts';
import { registerQueue } from '../../../src/staff/register/register-queue.ts';
import { type Session, signIn } from '../../../src/staff/session/sign-in.ts';
import { deskRows, openEntry } from '../../support/desk-rows.ts';
import { GuestPhone, realHotel, sampleDetails, samplePerson } from '../../support/guest-phone.ts';
import { passphrases } from '../../support/make-hotel.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';

let server: TestServer;
let hotel: Hotel;
let owner: Session;

beforeEach(async () => {
  server = await startTestServer();
  hotel = await realHotel(server);
  const whom = { property: hotel.property, handle: 'chen', passphrase: passphrases.owner };
  owner = await signIn(staffDoor(fetch, server.url), whom);
});

afterEach(() => server.end());

const guardian = { name: samplePerson.name, relation: '父亲', contact: '+8613800138000' };
const alone: GuestDetails = { ...sampleDetails, people: [samplePerson] };
const family: GuestDetails = { ...alone, minors: [{ name: '林小丰', age: 'under-14', guardian }] };

async function arrives(details: GuestDetails): Promise<GuestPhone> {
  const phone = await GuestPhone.register(server, hotel, ['billing'], details);
  const arrival = { room: '0301', remarks: '', checkOut: '2026-11-24' };
  await confirmArrival(owner, hotel.manifest.manifest.card, phone.registration, arrival);
  return phone;
}

/** The desk's list, as it is now. */
async function listed(): Promise<DeskEntry[]> {
  const { rows } = await deskRows(owner.api);
  return Promise.all(rows.map((row) => openEntry(hotel.property, owner.keyring, row)));
}

const waiting = async () => {
  const { others } = registerQueue(await listed(), new Set());
  return others.map(({ entry, changed }) => [entry.row.registration, changed]);
};

test('a file’s registrations are opened whole, and a broken one stops no other', async () => {
  const [one, together, broken] = [await arrives(alone), await arrives(family), await arrives(family)];
  const entries = await listed();
  const api: Session['api'] = {
    ...owner.api,
    registerFile: async (registrations) => {
      const { opened } = await owner.api.registerFile(registrations);
      const swapped = opened.find(({ purpose }) => purpose === 'minors')?.envelope;
      return {
        opened: opened.map((given) =>
          given.registration === broken.registration && given.purpose === 'minors' && swapped !== undefined
            ? { ...given, envelope: { ...swapped, ciphertext: `${swapped.ciphertext.slice(0, -4)}AAAA` } }
            : given,
        ),
      };
    },
  };
  const opened = await openForFile({ ...owner, api }, entries);
  expect(opened.get(one.registration)).toMatchObject({ kind: 'whole', people: [{ name: samplePerson.name }] });
  expect(opened.get(together.registration)).toMatchObject({ kind: 'whole', minors: [{ name: '林小丰' }] });
  expect(opened.get(broken.registration)).toEqual({ kind: 'unreadable' });
});

test('a family whose children aren’t this person’s to open is named as such', async () => {
  const { registration } = await arrives(family);
  const [entry] = await listed();
  if (entry === undefined) throw new TypeError('nobody arrived');
  const person = { ...owner.person, granted: owner.person.granted.filter((purpose) => purpose !== 'minors') };
  const api: Session['api'] = { ...owner.api, registerFile: async () => ({ opened: [] }) };
  const opened = await openForFile({ ...owner, person, api }, [entry]);
  expect(opened.get(registration)).toEqual({ kind: 'closed' });
});

test('what a guest corrects between the file and its mark, or after it, comes up again', async () => {
  const phone = await arrives(alone);
  const { registration } = phone;
  await owner.api.registerFile([registration]);
  const corrected = { ...alone, people: [{ ...samplePerson, documentNumber: 'E87654321' }] };
  await phone.change({ details: corrected });
  await owner.api.handOver(registration, 'file', 1);
  expect(await waiting()).toEqual([[registration, true]]);
  await owner.api.handOver(registration, 'typed', 2);
  expect(await waiting()).toEqual([]);
  // Taking back an offer changes nothing the law asks.
  await phone.change({ takeBack: ['billing'] });
  expect(await waiting()).toEqual([]);
  // An older word doesn't undo a newer one; nobody knows of what is yet to come.
  await owner.api.handOver(registration, 'file', 1);
  expect(await waiting()).toEqual([]);
  await expect(owner.api.handOver(registration, 'typed', 4)).rejects.toMatchObject({ code: 'conflict' });
  await phone.change({ details: alone });
  expect(await waiting()).toEqual([[registration, true]]);
});

test('the certificate says of the children as well that the police were told, until the mark is taken back', async () => {
  const [kept, undone] = [await arrives(family), await arrives(family)];
  const passedOn = async (phone: GuestPhone) =>
    (await phone.delete()).verified.receipt.deletion?.passed_on?.map(({ way, purpose }) => [way, purpose]);
  await owner.api.handOver(kept.registration, 'typed', 1);
  await owner.api.handOver(undone.registration, 'typed', 1);
  await owner.api.handOver(undone.registration, null);
  expect(await passedOn(kept)).toEqual([
    ['police', 'identity'],
    ['police', 'minors'],
  ]);
  expect(await passedOn(undone)).toEqual([]);
});
