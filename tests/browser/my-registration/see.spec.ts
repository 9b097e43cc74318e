import { readFile } from 'node:fs/promises';
import { guestLogSchema } from '../../../src/protocol/api.ts';
import { expect, openAtDesk, test } from './mine-test.ts';

for (const locale of ['zh-CN', 'en-GB']) {
  test.describe(locale, () => {
    test.use({ locale });

    test('a phone with nothing but the link sees everything that was told, purpose by purpose, and the checked log', async ({
      mine,
      registered,
      page,
    }) => {
      await mine.open(registered.link);
      await expect(page.locator('.arrival-code__code')).toHaveText(
        new RegExp(`${registered.code.slice(0, 3)}\\s*${registered.code.slice(3)}`),
      );
      const told = page.locator('#mine-told');
      await expect(told.locator('.review-screen__envelope')).toHaveCount(6);
      await expect(told.getByText(registered.name).first()).toBeVisible();
      await mine.expectVerifiedLog();
      await expect(page.locator('#mine-looked').getByText(mine.t.looked.nobody)).toBeVisible();
      await mine.press(mine.t.looked.everything);
      await expect(page.locator('.timeline__entry')).toHaveCount(1);
      await expect(page.locator('.receipts').getByText(mine.t.receipts.checked)).toHaveCount(1);
    });
  });
}

test('the secret is out of the address before anything is asked of the hotel, and junk behind it does no harm', async ({
  mine,
  registered,
  page,
}) => {
  const addresses: string[] = [];
  await page.addInitScript(() => {
    // Fires right after the app's script has run for the first time, before anything it fetches can answer.
    document.addEventListener('DOMContentLoaded', () => {
      document.documentElement.dataset['addressAtFirst'] = location.href;
    });
  });
  page.on('request', (request) => {
    if (request.url().includes('/api/')) addresses.push(page.url());
  });
  await mine.open(`${registered.link}&from=singlemessage&isappinstalled=0`);
  expect(addresses.length).toBeGreaterThan(0);
  for (const address of addresses) expect(new URL(address).hash).toBe('');
  expect(new URL(page.url()).hash).toBe('');
  const first = await page.evaluate(() => document.documentElement.dataset['addressAtFirst'] ?? '');
  expect(new URL(first).hash).toBe('');
});

test('a wrong secret, and none, each get one honest page that asks for nothing', async ({
  mine,
  registered,
  page,
  expectedErrors,
}) => {
  expectedErrors.push(/404/);
  const heading = (name: string) => page.getByRole('heading', { level: 1, name, exact: true });
  // A guest's, but for its first character.
  await page.goto(`/r#${registered.secret.startsWith('A') ? 'B' : 'A'}${registered.secret.slice(1)}`);
  await expect(heading(mine.words.guest.registration.wrong)).toBeVisible();
  await expect(page.getByRole('button', { name: mine.t.deletion.open })).toHaveCount(0);
  await page.goto('/verify');
  await page.goto('/r');
  await expect(heading(mine.words.guest.registration.noSecret)).toBeVisible();
});

test('the words agreed to stand there word for word, and are the same as today’s', async ({
  mine,
  registered,
  page,
}) => {
  await mine.open(registered.link);
  await mine.press(mine.t.rules.open);
  await expect(page.getByText(mine.t.rules.same)).toBeVisible();
  await page.getByText(mine.t.rules.whole).click();
  await expect(page.locator('.two-columns').first()).toBeVisible();
  await page.goBack();
  await expect(page.locator('.arrival-code')).toBeVisible();
});

test('an entry this phone was shown before and is shown no more is called out', async ({
  mine,
  registered,
  hotel,
  browser,
  watch,
  page,
}) => {
  const desk = await openAtDesk(browser, watch, hotel, registered);
  await desk.locator('[data-key=open]').first().click();
  await desk.locator('.opening-dialog__reasons button').first().click();
  await desk.locator('.opened-panel').waitFor();
  await desk.context().close();
  await mine.open(registered.link);
  await mine.expectVerifiedLog();
  await expect(page.locator('#mine-looked').getByText(mine.t.looked.roles['front-desk'])).toBeVisible();
  await page.route('**/registrations/log', async (route) => {
    const response = await route.fetch();
    const answer = guestLogSchema.parse(await response.json());
    const entries = answer.entries.filter(({ text }) => !text.includes('"action":"opened"'));
    await route.fulfill({ response, json: { ...answer, entries } });
  });
  await page.goto('/verify');
  await mine.open(registered.link);
  await expect(page.getByText(mine.t.looked.alarms['left-out']).first()).toBeVisible();
  await expect(page.getByText(mine.t.looked.verified, { exact: true })).toHaveCount(0);
});

test('everything can be downloaded, as data and as a page', async ({ mine, registered, page }) => {
  await mine.open(registered.link);
  await mine.expectVerifiedLog();
  await mine.press(mine.t.copy.open);
  const data = page.waitForEvent('download');
  await mine.press(mine.t.copy.json);
  const copy: unknown = JSON.parse(await readFile(await (await data).path(), 'utf8'));
  expect(copy).toMatchObject({
    format: 'foyer-copy/1',
    registration: registered.registration,
    details: { name: '欧阳晓岚' },
    decisions: [{ number: 1 }],
    log: [{ action: 'registered' }],
  });
  const readable = page.waitForEvent('download');
  await mine.press(mine.t.copy.page);
  const html = await readFile(await (await readable).path(), 'utf8');
  expect(html).toContain('欧阳晓岚');
  expect(html).not.toContain(registered.secret);
});

test('a log that leaves out a receipt’s entry is called out, not shown', async ({ mine, registered, page }) => {
  await page.route('**/registrations/log', async (route) => {
    const response = await route.fetch();
    const answer = guestLogSchema.parse(await response.json());
    await route.fulfill({ response, json: { ...answer, entries: [] } });
  });
  await mine.open(registered.link);
  await expect(page.getByText(mine.t.looked.alarms.receipt).first()).toBeVisible();
  await expect(page.getByText(mine.t.looked.verified, { exact: true })).toHaveCount(0);
});

test('who opened an envelope at the desk stands in the timeline, with role and reason', async ({
  mine,
  registered,
  hotel,
  browser,
  watch,
  page,
}) => {
  const desk = await openAtDesk(browser, watch, hotel, registered);
  await desk.locator('[data-key=open]').first().click();
  await desk.locator('.opening-dialog__reasons button').first().click();
  await desk.locator('.opened-panel').waitFor();
  await mine.open(registered.link);
  const entry = page.locator('.timeline__entry').first();
  await expect(entry).toContainText(mine.t.looked.roles['front-desk']);
  await expect(entry.locator('.timeline__why')).not.toBeEmpty();
  await mine.expectVerifiedLog();
  await desk.context().close();
});
