// Two guests, one after the other, on one tablet with a browser profile of its own that can be searched afterwards.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { NeedleFinder } from '../../end-to-end/blindness/find-needles.ts';
import { searchFolder, summary } from '../../end-to-end/blindness/search-places.ts';
import { launchArguments } from '../../tools/ensure-browser.ts';
import { dumpStorage } from '../blindness/dump-storage.ts';
import { decodePicture } from '../staff/read-poster.ts';
import { Desk } from '../staff/staff-test.ts';
import { expect, expectLocked, expectNoAutofill, handOver, type Person, test } from './assisted-test.ts';

const first: Person = { name: 'Quillon Vantreese', phone: '+44 7911 238 604', email: 'brzqkfwm@hollyhock.example' };
const second: Person = { name: '欧阳疏影', phone: '13977604812', email: 'wpxtgdzn@bramble.example' };
/** A move that leads nowhere never loads. */
const soon = { waitUntil: 'commit', timeout: 5000 } as const;
const canary = 'canary-of-the-profile';

async function openTablet(profile: string): Promise<BrowserContext> {
  const executablePath = process.env['CHROMIUM_PATH'];
  return chromium.launchPersistentContext(profile, {
    ...(executablePath === undefined ? {} : { executablePath }),
    args: launchArguments(),
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1024, height: 768 },
  });
}

/** Everything a person or a program could find on the tablet now. */
async function expectNothingOf(finder: NeedleFinder, page: Page, when: string): Promise<void> {
  const places = { ...(await dumpStorage(page)), screen: await page.content() };
  const hits = Object.entries(places).flatMap(([place, text]) => finder.find(text, `${place}, ${when}`));
  expect(summary(hits)).toEqual([]);
}

test('the second guest finds nothing of the first, and neither does whoever searches the tablet', async ({
  hotel,
  watch,
  browser,
}) => {
  test.slow();
  const profile = await mkdtemp(join(tmpdir(), 'foyer-tablet-'));
  const tablet = watch(await openTablet(profile));
  const page = tablet.pages()[0] ?? (await tablet.newPage());
  const desk = new Desk(page, hotel, 'zh');

  const guest = await handOver(desk, 'en', 'register');
  await expectNoAutofill(page);
  await guest.fillIn(first);
  await guest.press(guest.words.common.edit);
  await expect(page.locator('#field-name')).toHaveValue(first.name);
  await expectNoAutofill(page);
  await guest.press(guest.words.guest.details.toReview);
  await guest.seal();
  await guest.expectReceived();
  await expect(page.locator('a[href^="mailto:"], a[href^="sms:"], a[download]')).toHaveCount(0);

  // The receipt leaves by a picture for another phone's camera.
  await guest.press(guest.said.handOver.show);
  const picture = await page.locator('.hand-over__code .qr-code').screenshot();
  const link = await decodePicture(page, picture, 'image/png');
  const phone = watch(await browser.newContext());
  const phonePage = await phone.newPage();
  await phonePage.goto(link);
  await expect(phonePage.getByText(first.name).first()).toBeVisible();
  await phone.close();
  const secret = link.slice(link.indexOf('#') + 1);
  expect(secret).toMatch(/^[\w-]{43}$/);
  const finder = new NeedleFinder([first.name, first.phone, first.email, first.phone.replaceAll(/\D/g, ''), secret]);

  await guest.press(guest.said.done);
  await guest.press(guest.said.ending.wipe);
  await expectLocked(page, desk);
  await expectNothingOf(finder, page, 'given back');
  for (const [when, move] of [
    ['back', () => page.goBack(soon)],
    ['loaded again', () => page.reload(soon)],
    ['forward', () => page.goForward(soon)],
  ] as const) {
    await move().catch(() => null);
    // Behind the desk's first page is the empty one a tab begins with.
    if (page.url() !== 'about:blank') await expectNothingOf(finder, page, when);
    await expect(page.locator('.desk-shell'), 'nobody is signed in').toHaveCount(0);
  }

  const next = await handOver(desk, 'zh', 'register');
  await expectNothingOf(finder, page, 'the second guest begins');
  await expect(page.locator('input:checked')).toHaveCount(0);
  await next.answer('emergency', 'yes');
  await next.press(next.words.common.next);
  await next.expectHeading(next.words.guest.details.title);
  for (const field of ['name', 'phone']) await expect(page.locator(`#field-${field}`)).toHaveValue('');
  await expectNoAutofill(page);
  // Halfway, without a word: the tab is closed and another opened at the same address.
  await next.type('name', second.name);
  await next.type('phone', second.phone);
  const address = page.url();
  await page.close();
  const reopened = await tablet.newPage();
  await reopened.goto(address);
  const both = new NeedleFinder([first.name, first.phone, first.email, second.name, second.phone, secret]);
  await expect(reopened.getByRole('button', { name: next.said.giveBack, exact: true })).toBeVisible();
  await expectNothingOf(both, reopened, 'reopened');
  await expect(reopened.locator('input:checked')).toHaveCount(0);
  await reopened.evaluate((text) => localStorage.setItem('canary', text), canary);
  await tablet.close();

  expect(summary(searchFolder(both, profile))).toEqual([]);
  expect(summary(searchFolder(new NeedleFinder([canary]), profile)), 'the search sees what is there').not.toEqual([]);
  await rm(profile, { recursive: true, force: true });
});
