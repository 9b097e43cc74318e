import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Hotel } from '../../../src/demo/set-up-hotel.ts';
import { eraseSealedOff } from '../../../src/server/jobs/erase-sealed.ts';
import { Committer } from '../../../src/server/commit/committer.ts';
import { Hotels } from '../../../src/server/hotel/hotels.ts';
import type { PurposeId } from '../../../src/protocol/purposes.ts';
import { Refusal } from '../../../src/protocol/problems.ts';
import { sampleProfile } from '../../../src/demo/sample-profile.ts';
import { signIn } from '../../../src/staff/session/sign-in.ts';
import { staffDoor } from '../../../src/staff/api/staff-api.ts';
import { openPurpose } from '../../../src/staff/desk/open-purpose.ts';
import { openEntry } from '../../support/desk-rows.ts';
import { confirmArrival } from '../../../src/staff/desk/confirm-arrival.ts';
import { randomBytes } from '../../../src/crypto/random-bytes.ts';
import { leftOnDisk } from '../../support/found-on-disk.ts';
import { ciphertextsOf, GuestPhone, realHotel, sampleDetails, samplePerson } from '../../support/guest-phone.ts';
import { passphrases } from '../../support/make-hotel.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';

let server: TestServer;
let hotel: Hotel;

beforeEach(async () => {
  server = await startTestServer();
  hotel = await realHotel(server, {
    purposes: sampleProfile.purposes.map((purpose) =>
      purpose.id === 'identity' ? { ...purpose, retention: { kind: 'statutory', months: 6 } } : purpose,
    ),
  });
});

afterEach(() => server.end());

const ownerSession = () =>
  signIn(staffDoor(fetch, server.url), { property: hotel.property, handle: 'chen', passphrase: passphrases.owner });

const codeOf = async (attempt: Promise<unknown>) => {
  try {
    await attempt;
    return 'done';
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
};

async function row(phone: GuestPhone) {
  const rows = await server.store.rows(hotel.property, 0, 100);
  const found = rows.find((one) => one.row.registration === phone.registration);
  if (found === undefined) throw new TypeError('no row');
  return found.row;
}

const standings = async (phone: GuestPhone) =>
  (await phone.open()).view.purposes.map(({ purpose, state }) => `${purpose} ${state}`);

test('a purpose taken back is destroyed before the answer, and everyone hears of it', async () => {
  const phone = await GuestPhone.register(server, hotel, ['billing', 'offers']);
  const old = ciphertextsOf(phone.sealed.body);
  const desk = await ownerSession();
  expect(await openPurpose(desk, await row(phone), 'offers', 'contact-guest')).toMatchObject({
    name: sampleDetails.name,
  });
  const before = await server.store.rows(hotel.property, 0, 10);
  const { verified } = await phone.change({ takeBack: ['offers'] });
  // Billing's envelope alone stays as it was: card and own copy were sealed anew.
  expect(await leftOnDisk(server, old)).toEqual([old[2]]);
  expect(verified.receipt).toMatchObject({ kind: 'withdrawal' });
  expect(verified.entry).toMatchObject({ action: 'withdrawn', purpose: 'offers', actor: 'guest' });
  expect(verified.receipt.purposes.map(({ id, event }) => [id, event.decision])).toContainEqual([
    'offers',
    'withdrawn',
  ]);
  expect(await standings(phone)).toEqual(['billing held', 'offers withdrawn']);
  const [changed] = await server.store.rows(hotel.property, before[0]?.cursor ?? 0, 10);
  expect(changed?.row).toMatchObject({ purposes: ['billing'], withdrawn: ['offers'] });
  expect(await openEntry(hotel.property, desk.keyring, await row(phone))).toMatchObject({
    broken: false,
    card: { name: sampleDetails.name },
  });
  expect(await codeOf(openPurpose(desk, await row(phone), 'offers', 'contact-guest'))).toBe('gone');
  // Sealed under the first event, and still opens.
  expect(await openPurpose(desk, await row(phone), 'billing', 'bill')).toMatchObject({ phone: sampleDetails.phone });
  expect((await phone.open()).view.requests).toMatchObject([
    { kind: 'withdrawal', purpose: 'offers', outcome: 'done' },
  ]);
});

test('a guest sees every receipt and event, and the very text agreed to also after newer rules', async () => {
  const phone = await GuestPhone.register(server, hotel, ['billing']);
  const { proven } = await phone.change({ give: ['offers'] });
  const { view } = await phone.open();
  expect(view.receipts).toHaveLength(2);
  expect(view.receipts[1]).toEqual(proven);
  expect(view.receipt).toEqual(proven);
  expect(view.events.at(-1)).toBe(view.consent);
  const hash = hotel.manifest.manifest.notices.en?.hash;
  expect(view.notices).toEqual([{ hash, text: hotel.notices.en }]);
  expect(view.requests).toEqual([]);
});

test('the last purpose taken back takes the card with it; given again, it opens under the new consent', async () => {
  const phone = await GuestPhone.register(server, hotel, ['offers']);
  await phone.change({ takeBack: ['offers'] });
  expect(await row(phone)).toMatchObject({ card: null, purposes: [], withdrawn: ['offers'] });
  const { verified } = await phone.change({ give: ['offers', 'membership'] });
  expect(verified.receipt).toMatchObject({ kind: 'consent' });
  expect(verified.entry).toMatchObject({ action: 'given', purpose: null });
  expect((await row(phone)).withdrawn).toBeUndefined();
  const desk = await ownerSession();
  expect(await openPurpose(desk, await row(phone), 'offers', 'contact-guest')).toMatchObject({
    name: sampleDetails.name,
  });
  const log = await phone.log();
  if (log.kind !== 'verified') throw new TypeError(log.alarm);
  expect(log.entries.map(({ entry }) => [entry.action, entry.purpose])).toEqual([
    ['registered', null],
    ['withdrawn', 'offers'],
    ['given', null],
    ['given', 'offers'],
    ['given', 'membership'],
    ['opened', 'offers'],
  ]);
  expect(log.remembered).toBe(false);
  expect(await phone.log()).toMatchObject({ kind: 'verified', remembered: true });
});

test('a correction replaces what it changes, and adds a child with its guardian', async () => {
  const phone = await GuestPhone.register(server, hotel, ['billing']);
  const old = ciphertextsOf(phone.sealed.body);
  const guardian = { name: '林 小 满', relation: 'mother', contact: '+8613800138000' };
  const details = {
    ...sampleDetails,
    phone: '+8613900139000',
    minors: [{ name: '林 童', age: 'under-14', guardian } as const],
  };
  const { verified } = await phone.change({ details });
  expect(verified.receipt).toMatchObject({ kind: 'correction' });
  expect(await leftOnDisk(server, old)).toEqual([]);
  expect((await phone.open()).own?.details).toEqual(details);
  expect(await row(phone)).toMatchObject({ purposes: ['billing', 'minors'], minors: true });
  const desk = await ownerSession();
  expect(await openPurpose(desk, await row(phone), 'billing', 'bill')).toMatchObject({ phone: details.phone });
  await phone.change({ details: { ...details, minors: [] } });
  expect(await row(phone)).toMatchObject({ purposes: ['billing'], minors: false });
});

test('the same bytes again are the same act; after something newer, an old yes is refused by its own code', async () => {
  const phone = await GuestPhone.register(server, hotel, ['billing']);
  const opened = await phone.open();
  const yes = await phone.compose(opened, { give: ['offers'] });
  const first = await phone.send(opened, yes);
  expect((await phone.send(opened, yes)).proven).toEqual(first.proven);
  expect((await phone.open()).events).toHaveLength(2);
  await phone.change({ takeBack: ['offers'] });
  expect(await codeOf(phone.send(opened, yes))).toBe('consent_replayed');
  // Another phone that knows only the beginning.
  const stale = await phone.compose(opened, { give: ['membership'] });
  expect(await codeOf(phone.send(opened, stale))).toBe('consent_replayed');
  const now = await phone.open();
  const forked = await phone.compose(
    { ...now, last: { ...now.last, hash: opened.last.hash } },
    { give: ['membership'] },
  );
  expect(await codeOf(phone.send(now, forked))).toBe('consent_forked');
  const ahead = await phone.compose({ ...now, last: { ...now.last, number: 9 } }, { give: ['membership'] });
  expect(await codeOf(phone.send(now, ahead))).toBe('consent_forked');
  expect(await standings(phone)).toEqual(['billing held', 'offers withdrawn']);
});

test('before arrival everything is erased; the certificate names classes and no value, and nothing comes back', async () => {
  const phone = await GuestPhone.register(server, hotel, ['billing'], { ...sampleDetails, people: [samplePerson] });
  const old = ciphertextsOf(phone.sealed.body);
  const opened = await phone.open();
  const wish = await phone.composeDeletion(opened);
  const late = await phone.compose(opened, { give: ['offers'] });
  const { proven, verified } = await phone.send(opened, wish);
  expect(await leftOnDisk(server, old)).toEqual([]);
  expect(verified.receipt.deletion?.classes.map((one) => [one.class, one.outcome])).toEqual([
    ['billing', 'erased'],
    ['identity', 'erased'],
    ['card', 'erased'],
    ['self', 'erased'],
  ]);
  for (const value of [sampleDetails.name, sampleDetails.phone ?? '', samplePerson.documentNumber])
    expect(JSON.stringify(proven)).not.toContain(value);
  expect((await phone.send(opened, wish)).proven).toEqual(proven);
  expect(await codeOf(phone.send(opened, late))).toBe('already_erased');
  expect(await codeOf(phone.send(opened, { ...wish, body: `${wish.body} ` }))).toBe('already_erased');
  expect(await codeOf(phone.api.register(hotel.property, phone.sealed.body))).toBe('gone');
  const { view, own } = await phone.open();
  expect(own).toBeNull();
  expect(view.receipt).toEqual(proven);
  expect(view.status.state).toBe('erased');
  const [erasure] = await server.store.erasures(hotel.property);
  expect(erasure).toMatchObject({
    id: verified.receipt.deletion?.ledger_id,
    registration: phone.registration,
    classes: ['billing', 'identity', 'card', 'self'],
    through: 2,
  });
});

test('what the law still holds is sealed off: no one opens it, and it is erased on its day', async () => {
  const phone = await GuestPhone.register(server, hotel, ['billing'], { ...sampleDetails, people: [samplePerson] });
  const old = ciphertextsOf(phone.sealed.body);
  const desk = await ownerSession();
  await confirmArrival(desk, hotel.manifest.manifest.card, phone.registration, {
    room: '301',
    remarks: '',
    checkOut: '2026-11-24',
  });
  const { verified } = await phone.delete();
  const sealed = verified.receipt.deletion?.classes.find(({ outcome }) => outcome === 'sealed-off');
  expect(sealed).toMatchObject({ class: 'identity', until: '2027-05-24' });
  expect(sealed?.article).toContain('Art. 6');
  expect(sealed?.ground).not.toBe('');
  expect(verified.receipt.deletion?.classes.map((one) => one.class)).toEqual([
    'billing',
    'card',
    'self',
    'desk',
    'identity',
  ]);
  const identity = old[3] ?? '';
  expect(await leftOnDisk(server, old)).toEqual([identity]);
  expect(await row(phone)).toMatchObject({
    state: 'erased',
    purposes: [],
    sealedOff: ['identity'],
    sealedUntil: { identity: '2027-05-24' },
    card: null,
    desk: null,
  });
  const blocked: PurposeId[] = ['identity', 'billing'];
  const codes = await Promise.all(
    blocked.map(async (id) => codeOf(openPurpose(desk, await row(phone), id, 'guest-asked'))),
  );
  expect(codes).toEqual(['sealed_off', 'gone']);
  expect(await standings(phone)).toEqual(['billing erased', 'identity sealed-off']);

  const { store } = server;
  const committer = new Committer({ store, moment: () => server.clock.now, onRows: () => {}, onCommit: () => {} });
  const job = (day: string) => {
    const clock = () => Date.parse(`${day}T12:00:00+08:00`);
    const parts = { store, committer, hotels: new Hotels(store, clock), clock, random: randomBytes };
    return eraseSealedOff(parts, (registration) => expect(registration).toBeNull());
  };
  expect(await job('2027-05-23')).toBe(0);
  expect(await job('2027-05-24')).toBe(1);
  expect(await job('2027-05-24')).toBe(0);
  expect(await leftOnDisk(server, old)).toEqual([]);
  expect(await standings(phone)).toEqual(['billing erased', 'identity erased']);
  expect(await codeOf(openPurpose(desk, await row(phone), 'identity', 'check-in'))).toBe('gone');
});

test('taking back and deleting work under rules that have run out; giving does not', async () => {
  const phone = await GuestPhone.register(server, hotel, ['billing', 'offers']);
  server.clock.now = Date.parse(hotel.manifest.manifest.expiresAt) + 1000;
  expect(await codeOf(phone.change({ give: ['membership'] }))).toBe('manifest_outdated');
  expect((await phone.change({ takeBack: ['offers'] })).verified.receipt.kind).toBe('withdrawal');
  expect((await phone.delete()).verified.receipt.kind).toBe('deletion');
});
