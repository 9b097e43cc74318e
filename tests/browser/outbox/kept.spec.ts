import type { BrowserContext, Page } from '@playwright/test';
import type { Hotel } from '../../../src/demo/set-up-hotel.ts';
import type { PurposeId } from '../../../src/protocol/purposes.ts';
import { keepOffersFor, publishNotice } from '../../support/publish-notice.ts';
import { Guest } from '../guest/guest-test.ts';
import { bothLanguages } from '../both-languages.ts';
import { expect, test } from './phone.ts';

/** Fills in the form, cuts the connection and seals: the registration waits. */
async function sealOffline(
  page: Page,
  hotel: Hotel,
  { purposes = ['emergency'], language = 'zh' }: { purposes?: readonly PurposeId[]; language?: 'zh' | 'en' } = {},
): Promise<Guest> {
  const guest = new Guest(page, language);
  await guest.open(hotel.posters.lobby);
  for (const purpose of purposes) await guest.answer(purpose, 'yes');
  await guest.press(guest.words.common.next);
  await guest.type('name', '陆远');
  await guest.type('phone', '13612345678');
  await guest.press(guest.words.guest.details.toReview);
  await guest.expectHeading(guest.words.guest.review.title);
  await page.waitForLoadState('networkidle');
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await page.context().setOffline(true);
  await guest.press(guest.words.guest.review.seal);
  await expect(page.getByText(guest.words.guest.receipt.waiting)).toBeVisible();
  return guest;
}

function countSent(context: BrowserContext) {
  let count = 0;
  context.on('requestfinished', (request) => {
    if (request.url().endsWith('/registrations') && request.method() === 'POST') count += 1;
  });
  return () => count;
}

/** Has a page count how often it was told that another tab has its turn. Nobody waits for a turn, so the locks list no one waiting. */
async function countTaken(page: Page): Promise<void> {
  await page.evaluate(() => {
    const root = document.documentElement.dataset;
    const request = navigator.locks.request.bind(navigator.locks);
    const counted = (name: string, options: LockOptions, work: (lock: Lock | null) => unknown) =>
      request(name, options, (lock) => {
        if (lock === null) root['taken'] = String(Number(root['taken'] ?? 0) + 1);
        return work(lock);
      });
    Object.assign(navigator.locks, { request: counted });
  });
}

function takenOn(page: Page): Promise<number> {
  return page.evaluate(() => Number(document.documentElement.dataset['taken'] ?? 0));
}

for (const { language, locale, run } of bothLanguages('zh')) {
  test.describe(locale, run, () => {
    test.use({ locale });

    test('what waits outlives the tab and the browser, in flight mode; it goes out once, and one press forgets it', async ({
      phone,
      hotel,
      server,
      expectedErrors,
    }) => {
      expectedErrors.push(/Failed to load resource/);
      const before = await phone.start();
      const guest = await sealOffline(await before.newPage(), hotel, { language });
      const code = await guest.code();
      await before.close();

      const after = await phone.start({ offline: true });
      const sent = countSent(after);
      const page = await after.newPage();
      const { receipt, kept, registration } = guest.words.guest;
      await page.goto(hotel.posters.lobby);
      await expect(page.getByText(receipt.waiting)).toBeVisible();
      const again = new Guest(page, language);
      expect(await again.code()).toBe(code);
      await expect(page.getByText(receipt.received)).toHaveCount(0);
      await after.setOffline(false);
      await expect(page.getByText(receipt.received)).toBeVisible();
      await page.close();

      // The poster's page, as on any day, with what is kept above the choices.
      const poster = await after.newPage();
      const arriving = new Guest(poster, language);
      await arriving.open(hotel.posters.lobby);
      await expect(poster.getByText(receipt.received)).toBeVisible();
      expect(await arriving.code()).toBe(code);
      await expect(poster.locator('input[name=purpose-emergency][value=yes]')).toBeVisible();
      await poster.getByRole('link', { name: kept.open }).click();
      await expect(poster.getByRole('heading', { level: 1, name: receipt.title, exact: true })).toBeVisible();
      await expect(poster.getByRole('button', { name: receipt.picture, exact: true })).toBeVisible();
      expect(poster.url()).toBe(`${server.url}/r`);
      await poster.getByRole('link', { name: registration.title, exact: true }).click();
      await expect(poster.getByText('+86 136 1234 5678')).toBeVisible();
      expect(new URL(poster.url()).hash).toBe('');
      expect(sent()).toBe(1);

      await poster.goto(`${server.url}/r`);
      await poster.getByRole('button', { name: kept.forget, exact: true }).click();
      await expect(poster.getByText(kept.forgotten)).toBeVisible();
      await poster.goto(`${server.url}/verify`);
      await poster.goto(`${server.url}/r`);
      await expect(poster.getByRole('heading', { level: 1, name: registration.noSecret })).toBeVisible();
    });
  });
}

test('what one tab was told to forget before it went out, no other tab sends', async ({
  phone,
  hotel,
  expectedErrors,
}) => {
  expectedErrors.push(/Failed to load resource/);
  const context = await phone.start();
  const first = await context.newPage();
  const guest = await sealOffline(first, hotel);
  const { kept, receipt } = guest.words.guest;
  const second = await context.newPage();
  await second.goto(hotel.posters.lobby);
  await expect(second.getByText(receipt.waiting)).toBeVisible();
  await second.getByRole('button', { name: kept.forget, exact: true }).click();
  await expect(second.getByText(kept.forgotten)).toBeVisible();
  const sent = countSent(context);
  await context.setOffline(false);
  await expect(first.getByRole('heading', { level: 1, name: kept.forgotten })).toBeVisible();
  expect(sent()).toBe(0);
});

test('two tabs of the same phone send it once, and both say so', async ({ phone, hotel, expectedErrors }) => {
  expectedErrors.push(/Failed to load resource/);
  const context = await phone.start();
  const first = await context.newPage();
  const guest = await sealOffline(first, hotel);
  const second = await context.newPage();
  await second.goto(hotel.posters.lobby);
  await expect(second.getByText(guest.words.guest.receipt.waiting)).toBeVisible();
  expect(await new Guest(second, 'zh').code()).toBe(await guest.code());
  const sent = countSent(context);
  for (const page of [first, second]) await countTaken(page);
  const taken = async () => (await takenOn(first)) + (await takenOn(second));
  // The answer is held until the other tab has asked for its turn meanwhile and heard that it is taken.
  await context.route('**/registrations', async (route) => {
    const before = await taken();
    const answer = await route.fetch();
    await expect.poll(taken).toBeGreaterThan(before);
    await route.fulfill({ response: answer });
  });
  await context.setOffline(false);
  for (const page of [first, second]) await expect(page.getByText(guest.words.guest.receipt.received)).toBeVisible();
  expect(sent()).toBe(1);
});

test('rules that changed while it waited: only what changed is asked, and the code the guest noted stays', async ({
  phone,
  startHotel,
  expectedErrors,
}) => {
  expectedErrors.push(/Failed to load resource/);
  const { server, hotel, stop } = await startHotel();
  const context = await phone.start();
  const page = await context.newPage();
  const guest = await sealOffline(page, hotel, { purposes: ['emergency', 'offers'] });
  const code = await guest.code();
  await publishNotice(server.url, hotel.property, keepOffersFor(9), Date.now());
  await context.setOffline(false);
  const { guest: said, newRules } = guest.words;
  await guest.expectHeading(newRules.title);
  await expect(page.locator('input[name=purpose-offers]')).toHaveCount(2);
  await expect(page.locator('input[name=purpose-emergency]')).toHaveCount(0);
  await expect(page.locator('input[type=radio]:checked')).toHaveCount(0);
  await guest.answer('offers', 'yes');
  await guest.press(newRules.goOn);
  await expect(page.getByText(said.receipt.received)).toBeVisible();
  expect(await guest.code()).toBe(code);
  await context.close();
  await stop();
});
