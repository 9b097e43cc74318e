// What a guest types in a real browser, and what the desk opens in another, is nowhere but on their two screens. And the search
// would find it: with sealing switched off in the browser it does, on the wire and in the database.

import type { BrowserContext, Page } from '@playwright/test';
import { toDate } from '../../../src/protocol/time.ts';
import { staff } from '../../../src/ui/messages/zh-hans/staff.ts';
import { type Hit, NeedleFinder } from '../../end-to-end/blindness/find-needles.ts';
import { type PlantedGuest, plantedGuests } from '../../end-to-end/blindness/planted-guests.ts';
import {
  searchFolder,
  searchMemory,
  searchRequests,
  searchResponses,
  summary,
} from '../../end-to-end/blindness/search-places.ts';
import { type BlindStage, expect, fillIn, hotelCanary, test } from './blind-test.ts';
import { dumpStorage, plantEverywhere, watchAddresses } from './dump-storage.ts';
import { originsOf, searchBrowserRequests, watchRequests } from './watch-requests.ts';

test.describe.configure({ timeout: 300_000 });

function plantedGuest(): PlantedGuest {
  const [guest] = plantedGuests(Date.now(), 1, toDate(Date.now()));
  if (guest === undefined) throw new Error('one guest was asked for');
  return guest;
}

async function searchStorage(finder: NeedleFinder, page: Page, when: string): Promise<Hit[]> {
  const stored = await dumpStorage(page);
  return Object.entries(stored).flatMap(([place, text]) => finder.find(text, `${place}, ${when}`));
}

interface Watched {
  readonly context: BrowserContext;
  readonly requests: ReturnType<typeof watchRequests>;
  readonly addresses: readonly string[];
}

function watched(context: BrowserContext): Watched {
  return { context, requests: watchRequests(context), addresses: watchAddresses(context) };
}

/** Signs in, finds the guest, opens everything, confirms the arrival with room and remarks. */
async function workAtDesk(page: Page, { hotel }: BlindStage, guest: PlantedGuest): Promise<string> {
  const { handle, passphrase } = hotel.people.owner;
  await page.goto(hotel.staffUrl);
  await page.getByLabel(staff.signIn.handle, { exact: true }).fill(handle);
  await page.getByLabel(staff.signIn.passphrase, { exact: true }).fill(passphrase);
  await page.getByRole('button', { name: staff.signIn.submit, exact: true }).click();
  await page.getByLabel(staff.list.search).fill(guest.raw.name);
  await page.locator('.guest-row').first().click();
  let shown = '';
  for (const purpose of ['billing', 'identity', 'minors'] as const) {
    await page.getByRole('button', { name: staff.opening.title(staff.purposes[purpose]) }).click();
    await page.locator('.opening-dialog__reasons button').first().click();
    await expect(page.locator('.opened-panel')).toBeVisible();
    shown += await page.locator('.opened-panel').innerText();
    await page.locator('.opened-panel').getByRole('button').last().click();
  }
  await page.getByLabel(staff.arrival.checked).check();
  await page.getByLabel(staff.arrival.room, { exact: true }).fill(guest.room);
  await page.getByLabel(staff.arrival.remarks).fill(guest.remarks);
  await page.getByRole('button', { name: staff.arrival.submit, exact: true }).click();
  await expect(page.locator('.guest-detail').getByText(guest.room).first()).toBeVisible();
  return shown;
}

test('what is typed at the phone and opened at the desk is nowhere else', async ({
  stage,
  browser,
  watch,
  expectedErrors,
}) => {
  test.slow();
  const { server, proxy, hotel } = stage;
  const guest = plantedGuest();
  expect(guest.planted.length).toBeGreaterThanOrEqual(40);
  const finder = new NeedleFinder([...guest.planted, hotel.people.owner.passphrase]);
  const hits: Hit[] = [];

  const phone = watched(watch(await browser.newContext()));
  const phonePage = await phone.context.newPage();
  const form = await fillIn(phonePage, hotel, guest);
  hits.push(...(await searchStorage(finder, phonePage, 'phone, before sending')));
  // The network is gone at the moment of sending: the sealed registration waits on the phone.
  expectedErrors.push('ERR_INTERNET_DISCONNECTED');
  await phone.context.setOffline(true);
  await form.press(form.words.guest.review.seal);
  await expect(phonePage.locator('.arrival-code__code')).toBeVisible();
  hits.push(...(await searchStorage(finder, phonePage, 'phone, waiting')));
  await phone.context.setOffline(false);
  await expect(phonePage.getByText(form.words.guest.receipt.received)).toBeVisible({ timeout: 20_000 });
  hits.push(...(await searchStorage(finder, phonePage, 'phone, received')));

  const tablet = watched(watch(await browser.newContext({ viewport: { width: 1024, height: 768 } })));
  const tabletPage = await tablet.context.newPage();
  const shown = await workAtDesk(tabletPage, stage, guest);
  // The details did get there.
  for (const text of [
    guest.raw.email,
    ...guest.raw.people.map(({ name }) => name),
    ...guest.raw.minors.map((one) => one.guardianRelation),
  ]) {
    expect(shown).toContain(text);
  }
  hits.push(...(await searchStorage(finder, tabletPage, 'desk, at work')));
  await tabletPage.reload();
  await expect(tabletPage.getByLabel(staff.signIn.passphrase, { exact: true })).toBeVisible();
  hits.push(...(await searchStorage(finder, tabletPage, 'desk, loaded again')));

  // Later, with nothing but the link on the receipt.
  const link = /\/r#[\w-]{43}/.exec(
    (await phonePage
      .locator('a[href^="mailto:"]')
      .getAttribute('href')
      .then((href) => decodeURIComponent(href ?? ''))) ?? '',
  )?.[0];
  await phonePage.goto(`${proxy.url}${link ?? '/no-link'}`);
  await expect(phonePage.getByText(guest.raw.name).first()).toBeVisible();
  hits.push(...(await searchStorage(finder, phonePage, 'phone, later')));

  for (const { requests, addresses } of [phone, tablet]) {
    expect(originsOf(requests)).toEqual([proxy.url]);
    hits.push(...(await searchBrowserRequests(finder, requests)), ...finder.find(addresses.join('\n'), 'addresses'));
  }
  hits.push(...searchRequests(finder, proxy.exchanges), ...searchResponses(finder, proxy.exchanges));
  hits.push(
    ...searchFolder(finder, server.dataDir),
    ...finder.find(server.output(), 'output'),
    ...searchMemory(finder, server.pid),
  );
  expect(summary(hits)).toEqual([]);

  // Each of these places was really looked into.
  const canary = 'canary-of-the-browser';
  const canaries = new NeedleFinder([canary, hotelCanary]);
  await plantEverywhere(phonePage, canary);
  const found = (await searchStorage(canaries, phonePage, 'now'))
    .filter(({ needle }) => needle === canary)
    .map(({ place }) => place.split(',')[0]);
  expect(new Set(found)).toEqual(
    new Set([
      'localStorage',
      'sessionStorage',
      'indexedDB',
      'caches',
      'cookies',
      'history state',
      'window name',
      'address',
      'title',
      'history',
    ]),
  );
  await phonePage.evaluate((text) => fetch(`/verify?${text}`), canary);
  expect(summary(await searchBrowserRequests(canaries, phone.requests))).toContain(
    `${canary} (utf-8) in browser's GET /verify, address`,
  );
  expect(summary(searchRequests(canaries, proxy.exchanges))).toContain(`${canary} (utf-8) in address of GET`);
  expect(
    searchResponses(canaries, proxy.exchanges).some(
      ({ place }) => place === `response body of GET /p/${hotel.property}`,
    ),
  ).toBe(true);
  expect(searchFolder(canaries, server.dataDir)).not.toEqual([]);
  await phone.context.close();
  await tablet.context.close();
});

test('with sealing switched off the same search finds everything', async ({ stage, browser, watch }) => {
  const { server, proxy, hotel } = stage;
  const guest = plantedGuest();
  const finder = new NeedleFinder(guest.planted);
  const phone = watched(watch(await browser.newContext()));
  await phone.context.addInitScript(() => {
    // Not there on the empty page a tab begins with.
    if (!('SubtleCrypto' in globalThis)) return;
    // The identity in sealing's place: the plaintext, and a tag of zeros so that lengths are right.
    SubtleCrypto.prototype.encrypt = async (_algorithm, _key, data) => {
      const plain = ArrayBuffer.isView(data)
        ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
        : new Uint8Array(data);
      const unsealed = new Uint8Array(plain.length + 16);
      unsealed.set(plain);
      return unsealed.buffer;
    };
  });
  const page = await phone.context.newPage();
  const form = await fillIn(page, hotel, guest);
  await form.press(form.words.guest.review.seal);
  await expect(page.getByText(form.words.guest.receipt.received)).toBeVisible({ timeout: 20_000 });

  const told = guest.planted.filter((one) => one !== guest.room && one !== guest.remarks);
  const places = {
    browser: await searchBrowserRequests(finder, phone.requests),
    wire: searchRequests(finder, proxy.exchanges),
    database: searchFolder(finder, server.dataDir),
  };
  for (const [place, hits] of Object.entries(places)) {
    const found = new Set(hits.map(({ needle }) => needle));
    expect(told.filter((one) => found.has(one)).length, place).toBeGreaterThan(30);
  }
  await phone.context.close();
});
