// A file of more guests than come in one answer: made beside the page, which goes on meanwhile; patient with the line; whole or not at all.

import { readFile } from 'node:fs/promises';
import type { Download, Page, Route } from '@playwright/test';
import { unzipSync } from 'fflate';
import type { Hotel } from '../../../src/demo/set-up-hotel.ts';
import { exports as exportsEn } from '../../../src/ui/messages/en/exports.ts';
import { exports as exportsZh } from '../../../src/ui/messages/zh-hans/exports.ts';
import { seedGuests } from '../../bench/staff/seed-guests.ts';
import type { RunningServer } from '../../tools/start-server.ts';
import { expectAccessibleEverywhere } from '../expect-accessible.ts';
import { expect, test as base } from '../own-hotel-test.ts';
import { type Desk, logEntries } from './staff-test.ts';

const count = 500;
/** Those who came; the others are on their way. */
const guests = 490;

const test = base.extend({
  viewport: { width: 1024, height: 768 },
  house: async ({ startHotel }, use) => {
    const before = (dataDir: string, hotel: Hotel) => seedGuests({ dataDir, hotel, count, say: () => undefined });
    const house = await startHotel({ before });
    await use(house);
    await house.stop();
  },
});

/** Goes where files are made, and says which. */
async function order({ page, words }: Desk, t: typeof exportsEn, format: 'xlsx' | 'csv'): Promise<void> {
  await page.getByLabel(t.purpose).selectOption({ label: words.staff.purposes.emergency });
  await page.getByLabel(t.reason).selectOption({ label: words.staff.opening.reasons.emergency });
  await page.getByLabel(t.format, { exact: true }).selectOption({ label: t.formats[format] });
}

/** Keeps the answer with the given number back until it is let go. */
async function hold(page: Page, number: number): Promise<() => Promise<void>> {
  const held = Promise.withResolvers<Route>();
  let asked = 0;
  await page.route('**/exports/*/pages', async (route) => {
    asked += 1;
    if (asked === number) held.resolve(route);
    else await route.continue();
  });
  return async () => (await held.promise).continue();
}

function saved(page: Page): Download[] {
  const downloads: Download[] = [];
  page.on('download', (download) => void downloads.push(download));
  return downloads;
}

const exported = (server: RunningServer) => logEntries(server).filter(({ action }) => action === 'exported').length;

test('the page opens nothing and goes on: somebody works elsewhere, sees how far it is, and the file has everybody once', async ({
  desk,
  own,
  hotel,
  page,
}) => {
  const before = exported(own);
  const threads: string[] = [];
  page.on('worker', (worker) => threads.push(worker.url()));
  await desk.signIn(hotel.people.supervisor);
  await desk.expectLive();
  await desk.press(desk.words.records.tab);
  // From here on nothing can be opened on the page itself.
  await page.evaluate(() => {
    SubtleCrypto.prototype.deriveBits = () => Promise.reject(new Error('not on the page'));
    SubtleCrypto.prototype.decrypt = () => Promise.reject(new Error('not on the page'));
  });
  const letGo = await hold(page, 3);
  await order(desk, exportsZh, 'xlsx');
  const saving = page.waitForEvent('download');
  await desk.press(exportsZh.start);
  const progress = page.getByText(desk.words.common.progress(400, guests));
  await expect(progress).toBeVisible();
  await expect(page.getByText(exportsZh.meanwhile)).toBeVisible();
  await expectAccessibleEverywhere(page, 'a file under way');
  await page.locator('[data-place=desk]').click();
  await expect(page.getByText(exportsZh.elsewhere)).toBeVisible();
  await expect(progress).toBeVisible();
  await page.getByRole('searchbox').fill('王');
  await expect(page.locator('[data-registration]').first()).toContainText('王');
  await page.locator('[data-registration] button').first().click();
  await expect(page.locator('.guest-detail h1')).toContainText('王');
  await expect(progress).toBeVisible();
  await expectAccessibleEverywhere(page, 'a file under way, at the list');
  await letGo();
  const file = await readFile(await (await saving).path());
  await expect(page.getByText(exportsZh.done(guests))).toBeVisible();
  await desk.press(desk.words.common.close);
  await expect(page.getByText(exportsZh.done(guests))).toBeHidden();
  const sheet = new TextDecoder().decode(unzipSync(new Uint8Array(file))['xl/worksheets/sheet1.xml']);
  const codes = [...sheet.matchAll(/<row r="\d+"><c [^>]*><is><t[^>]*>([^<]*)</g)].slice(1).map(([, code]) => code);
  expect(new Set(codes).size).toBe(guests);
  expect(sheet).not.toContain(exportsZh.brokenLine);
  expect(sheet.match(/\+86139\d{8}/g)).toHaveLength(guests);
  expect(exported(own) - before).toBe(guests);
  expect(threads.filter((url) => url.includes('/export-worker-'))).toHaveLength(1);
});

test.describe('in English', () => {
  test.use({ locale: 'en' });

  test('a line that breaks is waited for; stopped half-way or locked, there is no file, and the log has what was fetched', async ({
    desk,
    own,
    hotel,
    page,
    expectedErrors,
  }) => {
    const downloads = saved(page);
    await desk.signIn(hotel.people.supervisor);
    await desk.expectLive();
    await desk.press(desk.words.records.tab);
    const begun = exported(own);
    await order(desk, exportsEn, 'csv');
    expectedErrors.push(/net::ERR_FAILED/);
    // The second answer is lost on its way.
    let asked = 0;
    await page.route('**/exports/*/pages', async (route) => {
      asked += 1;
      if (asked === 2) {
        await route.fetch();
        await route.abort();
      } else await route.continue();
    });
    const saving = page.waitForEvent('download');
    await desk.press(exportsEn.start);
    await expect(page.getByText(exportsEn.cut)).toBeVisible();
    const lines = (await readFile(await (await saving).path(), 'utf8')).split('\r\n').slice(1, -1);
    await expect(page.getByText(exportsEn.done(guests))).toBeVisible();
    expect(new Set(lines).size).toBe(guests);
    expect(lines).toHaveLength(guests);
    // What left twice is in the log twice.
    expect(exported(own) - begun).toBe(guests + 200);
    await page.unroute('**/exports/*/pages');

    await hold(page, 2);
    await order(desk, exportsEn, 'csv');
    await desk.press(exportsEn.start);
    await expect.poll(() => exported(own) - begun).toBe(guests + 400);
    const start = page.getByRole('button', { name: exportsEn.start });
    await expect(start).toBeFocused();
    await expect(page.getByRole('button', { name: exportsEn.stop })).toBeInViewport({ ratio: 1 });
    await desk.press(exportsEn.stop);
    await expect(page.getByText(exportsEn.stoppedText)).toBeInViewport({ ratio: 1 });
    await expect(start).toBeFocused();
    await page.unroute('**/exports/*/pages');

    await hold(page, 2);
    await order(desk, exportsEn, 'xlsx');
    await desk.press(exportsEn.start);
    await expect.poll(() => exported(own) - begun).toBe(guests + 600);
    await desk.press(desk.words.staff.shell.lock);
    await page.unroute('**/exports/*/pages');
    await desk.type(hotel.people.supervisor.handle, hotel.people.supervisor.passphrase);
    await desk.expectLive();
    // The same person reads that it was stopped, wherever they are, and where it stood.
    await expect(page.getByText(exportsEn.stoppedText)).toBeVisible();
    await desk.press(desk.words.records.tab);
    await expect(page.getByText(exportsEn.stoppedText)).toBeVisible();
    await expect(start).toBeVisible();
    await expect(page.locator('progress')).toHaveCount(0);
    expect(downloads).toHaveLength(1);
    expect(exported(own) - begun).toBe(guests + 600);
  });
});
