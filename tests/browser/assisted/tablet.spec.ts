import type { Page } from '@playwright/test';
import { answerMilliseconds, quietMilliseconds } from '../../../src/guest/assisted/idle-wipe.ts';
import { bothLanguages } from '../both-languages.ts';
import { dumpStorage } from '../blindness/dump-storage.ts';
import { expectAccessibleEverywhere } from '../expect-accessible.ts';
import { decodePicture, pagesIn } from '../staff/read-poster.ts';
import { expect, expectLocked, expectNoAutofill, handOver, type Person, test } from './assisted-test.ts';

const person: Person = { name: '沈砚秋', phone: '13977604812', email: 'wpxtgdzn@bramble.example' };

/** As long as nobody touches the tablet, and a little more. */
async function quietTime(page: Page): Promise<void> {
  const step = 10_000;
  for (let gone = 0; gone <= quietMilliseconds + answerMilliseconds; gone += step) await page.clock.runFor(step);
}

for (const { language, locale, run } of bothLanguages('zh')) {
  test.describe(language, run, () => {
    test.use({ locale, contextOptions: { reducedMotion: 'reduce' } });

    test('a slip takes a guest back to the registration at the desk, and everything on the way is accessible', async ({
      desk,
      page,
    }) => {
      test.slow();
      await page.addInitScript(() => {
        window.print = () => document.documentElement.classList.add('was-printed');
      });
      const guest = await handOver(desk, language, 'register');
      await expectAccessibleEverywhere(page, 'welcome');
      await guest.fillIn(person);
      await guest.seal();
      await guest.expectReceived();
      await guest.press(guest.said.handOver.show);
      await expectAccessibleEverywhere(page, 'receipt');
      await guest.press(guest.said.handOver.print);
      await expect(page.locator('html.was-printed.printing-slip')).toHaveCount(1);
      await page.emulateMedia({ media: 'print' });
      await expect(page.locator('#app')).toBeHidden();
      const slip = page.locator('.slip');
      await expect(slip).toContainText(`${(await guest.code()).slice(0, 3)} ${(await guest.code()).slice(3)}`);
      const groups = await slip.locator('.slip__code span').allTextContents();
      expect(groups).toHaveLength(14);
      const link = await decodePicture(page, await slip.locator('.qr-code').screenshot(), 'image/png');
      expect(link).toMatch(/\/r#[\w-]{43}$/);
      expect(pagesIn(await page.pdf({ preferCSSPageSize: true }))).toBe(1);
      await page.emulateMedia({ media: null });
      await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
      await expect(slip).toBeHidden();
      await guest.press(guest.said.giveBack);
      await expectAccessibleEverywhere(page, 'giving back');
      await guest.press(guest.said.ending.wipe);
      await expectLocked(page, desk);
      await expectAccessibleEverywhere(page, 'locked');

      const again = await handOver(desk, language, 'mine');
      await expectNoAutofill(page);
      await again.press(again.said.enter.open);
      await expect(page.getByText(again.said.enter.missing)).toBeVisible();
      await again.type('code', groups.with(0, 'ZZZZ').join(' '));
      await again.press(again.said.enter.open);
      await expect(page.getByText(again.said.enter.wrong)).toBeVisible();
      await expectAccessibleEverywhere(page, 'a mistyped code');
      await again.type('code', groups.join(' ').toLowerCase());
      await again.press(again.said.enter.open);
      await expect(page.getByText(person.name).first()).toBeVisible();
      expect(page.url(), 'nothing to find in the address').not.toContain(link.slice(-43));
      await expect(page.locator('a[download], a[href^="mailto:"], a[target=_blank]')).toHaveCount(0);
      await expectAccessibleEverywhere(page, 'my registration');
      await again.giveBack(desk);
      expect(JSON.stringify(await dumpStorage(page))).not.toContain(link.slice(-43));
    });
  });
}

test('after two quiet minutes the guest is asked, behind a cover, and without an answer everything is wiped', async ({
  desk,
  page,
}) => {
  await page.clock.install();
  const guest = await handOver(desk, 'zh', 'register');
  await guest.fillIn(person);
  await expect(page.getByText(person.name).first()).toBeVisible();
  await page.clock.runFor(quietMilliseconds + 1000);
  await expect(page.getByRole('dialog')).toContainText(guest.said.idle.title);
  await expect(page.getByText(person.name).first()).toBeHidden();
  await guest.press(guest.said.idle.here);
  await expect(page.getByText(person.name).first()).toBeVisible();
  // From here on time goes on by these steps alone.
  await page.clock.pauseAt(await page.evaluate(() => Date.now() + 1000));
  await quietTime(page);
  await expectLocked(page, desk);
  expect(await page.content()).not.toContain(person.name);
});

test('what has not gone out is not wiped by itself; the guest waits or takes paper', async ({
  desk,
  page,
  context,
  expectedErrors,
}) => {
  expectedErrors.push('ERR_INTERNET_DISCONNECTED');
  await page.clock.install();
  const guest = await handOver(desk, 'zh', 'register');
  await guest.fillIn(person);
  await context.setOffline(true);
  await guest.seal();
  await expect(page.getByText(guest.said.waiting.state)).toBeVisible();
  await quietTime(page);
  await expect(page.getByRole('dialog')).toContainText(guest.said.waiting.text);
  await guest.press(guest.said.waiting.wait);
  await guest.press(guest.said.giveBack);
  await expect(page.getByRole('dialog')).toContainText(guest.said.waiting.text);
  await guest.press(guest.said.waiting.wait);
  await context.setOffline(false);
  await page.clock.runFor(61_000);
  await guest.expectReceived();
  await page.clock.resume();
  await guest.giveBack(desk);
});
