import { afterAll, beforeAll, expect, test } from 'vitest';
import { deriveGuestKeys } from '../../../src/crypto/guest-secret.ts';
import type { Hotel } from '../../../src/demo/set-up-hotel.ts';
import { openMyRegistration } from '../../../src/guest/my-registration/open-my-registration.ts';
import { prepareChoice } from '../../../src/guest/my-registration/prepare-acts.ts';
import { checkPublished } from '../../../src/guest/registration/check-published.ts';
import { confirmsChange, onlyEnds } from '../../../src/guest/registration/confirms-change.ts';
import { randomBytes } from '../../../src/crypto/random-bytes.ts';
import { digest } from '../../../src/crypto/sha256.ts';
import type { Receipt } from '../../../src/protocol/receipt.ts';
import { GuestPhone, realHotel, sampleDetails } from '../../support/guest-phone.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';

let server: TestServer;
let hotel: Hotel;
beforeAll(async () => {
  server = await startTestServer();
  hotel = await realHotel(server);
});
afterAll(() => server.end());

const guardian = { name: sampleDetails.name, relation: '母亲', contact: '+8613800138000' };
const withChild = { ...sampleDetails, minors: [{ name: '林 童', age: 'under-14', guardian } as const] };

async function opened(phone: GuestPhone) {
  return openMyRegistration(phone.api, await deriveGuestKeys(phone.sealed.secret), null);
}

test('every receipt of a registration that was changed in every way is composed again on the phone, and is the same', async () => {
  const phone = await GuestPhone.register(server, hotel, ['billing', 'offers']);
  await phone.change({ takeBack: ['offers'] });
  await phone.change({ give: ['membership'] });
  await phone.change({ details: withChild });
  await phone.change({ details: { ...withChild, name: '林 大 满' } });
  await phone.change({ give: ['offers'], takeBack: ['billing'] });
  await phone.change({ details: sampleDetails });
  await phone.delete();
  const { mine } = await opened(phone);
  expect(mine.receipts.map(({ receipt, verified }) => [receipt.kind, verified])).toEqual([
    ['consent', true],
    ['withdrawal', true],
    ['consent', true],
    ['correction', true],
    ['correction', true],
    ['withdrawal', true],
    ['correction', true],
    ['deletion', true],
  ]);
  expect(mine.receipts.map(({ receipt }) => receipt.parties.acting)).toEqual([
    'self',
    'self',
    'self',
    'guardian',
    'guardian',
    'guardian',
    'self',
    'self',
  ]);
});

test('a receipt that says anything else than what was signed is not believed, however it is signed', async () => {
  const phone = await GuestPhone.register(server, hotel, ['billing', 'offers']);
  await phone.change({ takeBack: ['offers'] });
  const { mine, manifest } = await opened(phone);
  const [first, second] = mine.receipts;
  if (first === undefined || second === undefined) throw new TypeError('two receipts');
  const previous = { receipt: first.receipt, hash: await digest(first.proven.text) };
  const notices = new Map(mine.agreed.map(({ hash, notice }) => [hash, notice]));
  const { receipt } = second;
  const confirmed = (forged: Receipt) =>
    confirmsChange(forged, { manifest, events: mine.events, eventHash: receipt.consent_event, notices, previous });
  expect(confirmed(receipt)).toBe(true);
  const turned = (id: string, decision: 'given' | 'refused' | 'withdrawn') => ({
    ...receipt,
    purposes: receipt.purposes.map((one) => (one.id === id ? { ...one, event: { ...one.event, decision } } : one)),
  });
  expect(confirmed(turned('offers', 'given'))).toBe(false);
  expect(confirmed(turned('membership', 'given'))).toBe(false);
  expect(confirmed(turned('membership', 'withdrawn'))).toBe(false);
  expect(confirmed({ ...receipt, kind: 'correction' })).toBe(false);
  expect(confirmed({ ...receipt, purposes: receipt.purposes.map((one) => ({ ...one, retention: 'For ever' })) })).toBe(
    false,
  );
  expect(confirmed({ ...receipt, parties: { ...receipt.parties, acting: 'guardian' } })).toBe(false);
  expect(confirmed({ ...receipt, previous_hash: receipt.consent_event })).toBe(false);
  // Without an event of the guest's nothing can begin, only end.
  expect(onlyEnds({ ...turned('billing', 'withdrawn'), kind: 'withdrawal' }, previous)).toBe(true);
  expect(onlyEnds(turned('membership', 'given'), previous)).toBe(false);
});

test('a change is done only when its receipt says what was asked', async () => {
  const phone = await GuestPhone.register(server, hotel, ['billing', 'offers']);
  const mine = await opened(phone);
  const fresh = await checkPublished(await phone.api.property(hotel.property, 'en'), {
    property: hotel.property,
    fingerprint: hotel.fingerprint,
    now: server.clock.now,
    recallSequence: async () => 0,
  });
  const tools = { api: phone.api, clock: () => server.clock.now, random: randomBytes };
  const act = await prepareChoice(tools, mine, { shown: fresh, shownAt: server.clock.now, fresh }, 'offers', 'no');
  await expect(act?.send()).resolves.toMatchObject({ verified: { receipt: { kind: 'withdrawal' } } });
  // The same act again, held against another past.
  const otherPast = { ...mine, mine: { ...mine.mine, events: [] } };
  const again = await prepareChoice(
    tools,
    otherPast,
    { shown: fresh, shownAt: server.clock.now, fresh },
    'billing',
    'no',
  );
  await expect(again?.send()).rejects.toMatchObject({ name: 'Refusal' });
});
