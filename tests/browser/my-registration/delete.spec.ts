import { readFile } from 'node:fs/promises';
import { bothLanguages } from '../both-languages.ts';
import { expect, Mine, test } from './mine-test.ts';

for (const { locale, run } of bothLanguages('en')) {
  test.describe(locale, run, () => {
    test.use({ locale });

    test('from the receipt to the certificate in three taps; the certificate verifies offline and names nobody', async ({
      guest,
      mine,
      hotel,
      page,
      context,
    }) => {
      await guest.open(hotel.posters.lobby);
      await guest.answer('emergency', 'yes');
      await guest.press(guest.words.common.next);
      await guest.type('name', '陆远');
      await guest.type('phone', '13612345678');
      await guest.press(guest.words.guest.details.toReview);
      await guest.press(guest.words.guest.review.seal);
      await expect(page.getByText(guest.words.guest.receipt.received)).toBeVisible();

      mine.taps = 1;
      await page.getByRole('link', { name: mine.words.guest.registration.title }).click();
      await mine.press(mine.t.deletion.open);
      await expect(page.getByText(mine.t.deletion.nothingHeld)).toBeVisible();
      await mine.press(mine.t.deletion.confirm);
      await expect(page.getByRole('heading', { level: 1, name: mine.t.certificate.title })).toBeVisible();
      expect(mine.taps).toBeLessThanOrEqual(3);

      const downloading = page.waitForEvent('download');
      await mine.press(mine.t.certificate.file);
      const file = await (await downloading).path();
      const text = await readFile(file, 'utf8');
      for (const told of ['陆远', '13612345678']) expect(text).not.toContain(told);
      await mine.press(mine.t.certificate.picture);
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
      await expect(page.getByText(mine.t.certificate.what)).toBeVisible();
    });
  });
}

for (const locale of ['zh-CN', 'en-GB']) {
  test.describe(locale, () => {
    test.use({ locale });

    test('the link still opens the certificate afterwards, and a late tap on another phone changes nothing', async ({
      mine,
      registered,
      browser,
      watch,
      expectedErrors,
    }) => {
      expectedErrors.push(/410/);
      const other = watch(await browser.newContext({ locale }));
      const second = new Mine(await other.newPage(), locale === 'zh-CN' ? 'zh' : 'en');
      // It doesn't hear how things stand before the tap: by itself it would ask every few seconds.
      const { promise: tapped, resolve: release } = Promise.withResolvers<void>();
      await second.page.route('**/registrations/status', async (route) => {
        await tapped;
        await route.continue();
      });
      await second.open(registered.link);
      await mine.open(registered.link);
      await mine.press(mine.t.deletion.open);
      await mine.press(mine.t.deletion.confirm);
      await expect(mine.page.getByText(mine.t.certificate.doneText)).toBeVisible();
      const refused = second.page.waitForResponse((response) => response.status() === 410);
      await second.choose('offers', 'no');
      await refused;
      release();
      await expect(second.page.getByText(mine.t.certificate.doneText)).toBeVisible();
      await other.close();
    });
  });
}

test('without a connection nothing is deleted, and it says so', async ({
  mine,
  registered,
  page,
  context,
  expectedErrors,
}) => {
  expectedErrors.push(/Failed to load resource/);
  await mine.open(registered.link);
  await mine.press(mine.t.deletion.open);
  await mine.cutOff();
  await mine.press(mine.t.deletion.confirm);
  await expect(page.getByText(mine.t.deletion.waiting)).toBeVisible();
  await context.setOffline(false);
  await mine.press(mine.t.deletion.confirm);
  await expect(page.getByText(mine.t.certificate.doneText)).toBeVisible();
});
