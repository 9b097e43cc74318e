// Whatever a browser lacks, a guest can register; the page says what can't be kept; and nothing they typed is left in the browser.

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { toDate } from '../../../src/protocol/time.ts';
import { type Hit, NeedleFinder } from '../../end-to-end/blindness/find-needles.ts';
import { plantedGuests } from '../../end-to-end/blindness/planted-guests.ts';
import { searchFolder, summary } from '../../end-to-end/blindness/search-places.ts';
import { fillIn } from '../blindness/blind-test.ts';
import { dumpStorage, plantEverywhere, watchAddresses } from '../blindness/dump-storage.ts';
import { canKeep, combinations, fillDisk, nameOf, takeAway } from './poor-browser.ts';
import { expect, test } from './phone.ts';

test.describe.configure({ timeout: 180_000 });

function plantedGuest(seed: number) {
  const [guest] = plantedGuests(seed, 1, toDate(Date.now()));
  if (guest === undefined) throw new Error('one guest was asked for');
  expect(guest.planted.length).toBeGreaterThanOrEqual(40);
  return guest;
}

async function searchPage(finder: NeedleFinder, page: Page, when: string): Promise<Hit[]> {
  return Object.entries(await dumpStorage(page)).flatMap(([place, text]) => finder.find(text, `${place}, ${when}`));
}

/** Files that hold these very bytes. */
function filesWith(folder: string, bytes: Buffer): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => {
    const file = join(folder, name);
    return statSync(file).isFile() && readFileSync(file).includes(bytes);
  });
}

for (const lacks of combinations) {
  test(`${nameOf(lacks)}: a guest registers, is told what can't be kept, and leaves nothing behind`, async ({
    phone,
    hotel,
    server,
    expectedErrors,
  }) => {
    const guest = plantedGuest(Date.now());
    const finder = new NeedleFinder(guest.planted);
    const context = await phone.start();
    await takeAway(context, lacks);
    const addresses = watchAddresses(context);
    const page = await context.newPage();
    if (lacks.room) await fillDisk(page, server.url);
    const form = await fillIn(page, hotel, guest);
    const { receipt } = form.words.guest;
    await page.waitForLoadState('networkidle');
    if (!lacks.worker && !lacks.room)
      await page.evaluate(async () => {
        await navigator.serviceWorker.ready;
      });
    expectedErrors.push(/Failed to load resource/);
    await context.setOffline(true);
    await form.press(form.words.guest.review.seal);
    const said = !canKeep(lacks) ? receipt.waitingHere : lacks.worker ? receipt.waitingOnline : receipt.waiting;
    await expect(page.getByText(said)).toBeVisible();
    const hits = lacks.database ? [] : await searchPage(finder, page, 'waiting');
    await context.setOffline(false);
    await expect(page.getByText(receipt.received)).toBeVisible();
    await expect(page.getByText(receipt.saveNow)).toHaveCount(canKeep(lacks) ? 0 : 1);
    const href = await page.locator('a[href^="mailto:"]').getAttribute('href');
    const secret = /\/r#([\w-]{43})/.exec(decodeURIComponent(href ?? ''))?.[1] ?? '';
    if (!lacks.database) hits.push(...(await searchPage(finder, page, 'received')));
    await context.close();
    hits.push(...finder.find(addresses.join('\n'), 'addresses'));
    hits.push(...searchFolder(new NeedleFinder([...guest.planted, secret]), phone.folder));
    expect(summary(hits)).toEqual([]);
    expect(filesWith(phone.folder, Buffer.from(secret, 'base64url')), 'nor the secret as bytes').toEqual([]);
  });
}

test('the same search finds what is stored in any of these places, and what is kept without being sealed', async ({
  phone,
  hotel,
  expectedErrors,
}) => {
  const guest = plantedGuest(1);
  const finder = new NeedleFinder(guest.planted);
  const context = await phone.start();
  await context.addInitScript(() => {
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
  const page = await context.newPage();
  const form = await fillIn(page, hotel, guest);
  await page.waitForLoadState('networkidle');
  expectedErrors.push(/Failed to load resource/);
  await context.setOffline(true);
  await form.press(form.words.guest.review.seal);
  await expect(page.locator('.arrival-code__code')).toBeVisible();
  await expect.poll(async () => (await searchPage(finder, page, 'unsealed')).length).toBeGreaterThan(30);
  const canary = 'canary-of-every-browser';
  await plantEverywhere(page, canary);
  await context.close();

  const found = new Set(searchFolder(finder, phone.folder).map(({ needle }) => needle));
  const told = guest.planted.filter((one) => one !== guest.room && one !== guest.remarks);
  expect(told.filter((one) => found.has(one)).length, 'in the files of the profile').toBeGreaterThan(30);
  const places = searchFolder(new NeedleFinder([canary]), phone.folder).map(({ place }) => place);
  for (const place of [/IndexedDB/, /Local Storage/, /Session Storage/, /(?:CacheStorage|Service Worker)/])
    expect(
      places.some((one) => place.test(one)),
      `${String(place)} in ${places.join(', ')}`,
    ).toBe(true);
});
