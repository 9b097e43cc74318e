import { readFile } from 'node:fs/promises';
import type { Hotel } from '../../../src/demo/set-up-hotel.ts';
import { verifyReceipt } from '../../../src/crypto/verify-receipt.ts';
import { expect, type Guest, test } from './guest-test.ts';

async function toReview(guest: Guest, hotel: Hotel): Promise<void> {
  await guest.open(hotel.posters.lobby);
  await guest.answer('emergency', 'yes');
  await guest.press(guest.words.common.next);
  await guest.type('name', '陆远');
  await guest.type('phone', '13612345678');
  await guest.press(guest.words.guest.details.toReview);
  await guest.expectHeading(guest.words.guest.review.title);
}

async function register(guest: Guest, hotel: Hotel): Promise<string> {
  await toReview(guest, hotel);
  await guest.press(guest.words.guest.review.seal);
  await expect(guest.page.getByText(guest.words.guest.receipt.received)).toBeVisible();
  return guest.code();
}

/** The guest's own link, from the text message the page composed. */
async function linkOf(guest: Guest): Promise<string> {
  const href = await guest.page.getByRole('link', { name: guest.words.guest.receipt.bySms }).getAttribute('href');
  return /http[^\s]+\/r#[A-Za-z0-9_-]{43}/.exec(decodeURIComponent(href ?? ''))?.[0] ?? '';
}

test('a connection cut at send: it says it waits, goes out once when the connection is back, and only then says received', async ({
  guest,
  hotel,
  page,
  context,
  expectedErrors,
}) => {
  expectedErrors.push(/Failed to load resource/);
  await toReview(guest, hotel);
  let sent = 0;
  page.on('requestfinished', (request) => {
    if (request.url().endsWith('/registrations')) sent += 1;
  });
  // Long enough for the rules to have been looked at again.
  await page.waitForLoadState('networkidle');
  // A worker cut off while it is being installed says so in the console.
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await context.setOffline(true);
  await guest.press(guest.words.guest.review.seal);
  await expect(page.getByText(guest.words.guest.receipt.waiting)).toBeVisible();
  await expect(page.getByText(guest.words.guest.receipt.received)).toHaveCount(0);
  const code = await guest.code();
  await context.setOffline(false);
  await expect(page.getByText(guest.words.guest.receipt.received)).toBeVisible();
  expect(await guest.code()).toBe(code);
  expect(sent).toBe(1);
});

test('a connection gone before the last part of the app has come: it says so, keeps what was typed, and goes on', async ({
  guest,
  hotel,
  page,
  expectedErrors,
}) => {
  expectedErrors.push(/Failed to load resource/);
  await page.route('**/assets/guest/finish-*.js', (route) => route.abort('internetdisconnected'));
  await guest.open(hotel.posters.lobby);
  await guest.answer('emergency', 'yes');
  await guest.press(guest.words.common.next);
  await guest.type('name', '陆远');
  await guest.type('phone', '13612345678');
  await guest.press(guest.words.guest.details.toReview);
  await expect(page.getByRole('alert')).toContainText(guest.words.problems.offline.title);
  await page.unroute('**/assets/guest/finish-*.js');
  await guest.press(guest.words.guest.details.toReview);
  await guest.expectHeading(guest.words.guest.review.title);
  await guest.press(guest.words.guest.review.seal);
  await expect(page.getByText(guest.words.guest.receipt.received)).toBeVisible();
});

test('an answer lost on the way is asked for again with the same bytes, and is the same registration', async ({
  guest,
  hotel,
  page,
  expectedErrors,
}) => {
  expectedErrors.push(/Failed to load resource/);
  await toReview(guest, hotel);
  const bodies: (string | null)[] = [];
  await page.route('**/registrations', async (route) => {
    bodies.push(route.request().postData());
    if (bodies.length > 1) return route.continue();
    await route.fetch();
    return route.abort('connectionreset');
  });
  await guest.press(guest.words.guest.review.seal);
  await expect(page.getByText(guest.words.guest.receipt.received)).toBeVisible();
  expect(bodies).toHaveLength(2);
  expect(bodies[0]).toBe(bodies[1]);
});

test('a forged receipt is never called received', async ({ guest, hotel, page }) => {
  await toReview(guest, hotel);
  await page.route('**/registrations', async (route) => {
    const response = await route.fetch();
    const text = await response.text();
    await route.fulfill({ response, body: text.replace(/"index":\d+/, '"index":0') });
  });
  await guest.press(guest.words.guest.review.seal);
  await expect(page.getByText(guest.words.problems.receipt_invalid.text)).toBeVisible();
  await expect(page.getByText(guest.words.guest.receipt.received)).toHaveCount(0);
});

test('the receipt can be kept as picture and file, and the file verifies on its own and offline on /verify', async ({
  guest,
  hotel,
  page,
  context,
}) => {
  await register(guest, hotel);
  const downloading = page.waitForEvent('download');
  await guest.press(guest.words.guest.receipt.file);
  const file = await (await downloading).path();
  const proven: unknown = JSON.parse(await readFile(file, 'utf8'));
  await expect(verifyReceipt(proven, hotel.fingerprint)).resolves.toMatchObject({ receipt: { kind: 'consent' } });
  await guest.press(guest.words.guest.receipt.picture);
  await expect(page.locator('.keep-receipt__picture')).toHaveAttribute('src', /^data:image\/png/);

  await page.goto('/verify');
  await guest.expectHeading(guest.words.guest.verify.title);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await page.waitForLoadState('networkidle');
  await context.setOffline(true);
  await page.locator('input[type=file]').setInputFiles(file);
  await expect(page.getByText(guest.words.guest.verify.good)).toBeVisible();
  await guest.press(guest.words.guest.verify.another);
  await page.locator('textarea').fill((await readFile(file, 'utf8')).replace('同意', '不同意'));
  await guest.press(guest.words.guest.verify.check);
  await expect(page.getByText(guest.words.guest.verify.bad)).toBeVisible();
});

test('the guest’s own link opens the registration on another phone and leaves no secret in the address', async ({
  guest,
  hotel,
  page,
  browser,
  watch,
}) => {
  const code = await register(guest, hotel);
  const link = await linkOf(guest);
  const other = watch(await browser.newContext({ locale: 'zh-CN' }));
  const phone = await other.newPage();
  await phone.goto(link);
  await expect(phone.getByRole('heading', { level: 1, name: guest.words.guest.registration.title })).toBeVisible();
  expect(new URL(phone.url()).hash).toBe('');
  await expect(phone.locator('.arrival-code__code')).toHaveText(new RegExp(`${code.slice(0, 3)}\\s*${code.slice(3)}`));
  await expect(phone.getByText('+86 136 1234 5678')).toBeVisible();
  await other.close();
  await expect(page.getByText(guest.words.guest.receipt.received)).toBeVisible();
});

test.describe('inside WeChat, without worker, database or downloads', () => {
  test.use({
    userAgent:
      'Mozilla/5.0 (Linux; Android 14; Pixel 7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/116.0.0.0 Mobile Safari/537.36 MicroMessenger/8.0.49',
    serviceWorkers: 'block',
    acceptDownloads: false,
  });

  test('a guest registers and keeps the receipt as a picture', async ({ guest, hotel, page }) => {
    await page.addInitScript(() => {
      for (const [owner, name] of [
        [Navigator.prototype, 'serviceWorker'],
        [Window.prototype, 'indexedDB'],
        [window, 'indexedDB'],
        [window, 'caches'],
        [Navigator.prototype, 'share'],
      ] as const) {
        Object.defineProperty(owner, name, { configurable: true, get: () => undefined });
      }
      window.print = () => undefined;
    });
    await register(guest, hotel);
    await expect(page.getByRole('button', { name: guest.words.common.print })).toHaveCount(0);
    await guest.press(guest.words.guest.receipt.picture);
    await expect(page.getByText(guest.words.guest.receipt.pictureHold)).toBeVisible();
  });
});
