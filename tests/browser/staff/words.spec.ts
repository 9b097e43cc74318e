import { guestSentences as en } from '../../../src/ui/messages/en/guest-sentences.ts';
import { guestSentences as zh } from '../../../src/ui/messages/zh-hans/guest-sentences.ts';
import { bothLanguages } from '../both-languages.ts';
import { expectAccessibleEverywhere } from '../expect-accessible.ts';
import { expect, test } from './staff-test.ts';

// Both every time: each shows the other's text, with its language and its font.
for (const { language, locale } of bothLanguages('zh')) {
  test.describe(language, () => {
    test.use({ locale });

    test('what to say stands large in the guest’s language and small in the desk’s, by keyboard alone', async ({
      desk,
      arrives,
      page,
    }) => {
      const t = desk.words.staff.words;
      const [guestTag, guestSays, ownSays] =
        language === 'zh' ? (['en', en, zh] as const) : (['zh-Hans', zh, en] as const);
      const sealed = await arrives({ name: '林徽因', language: guestTag });
      await desk.signIn();
      await desk.choose(sealed);
      const button = page.getByRole('button', { name: t.open, exact: true });
      await button.focus();
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog', { name: t.title });
      await expect(dialog.getByRole('button', { name: t.topic.complain, exact: true })).toBeVisible();
      await expectAccessibleEverywhere(page, 'topics of what to say');
      await dialog.getByRole('button', { name: t.topic.refusesIdentity, exact: true }).focus();
      await page.keyboard.press('Enter');
      const large = page.locator('.words-dialog__large');
      await expect(large).toBeFocused();
      await expect(large).toHaveAttribute('lang', guestTag);
      await expect(large).toHaveText(guestSays.refusesIdentity.join(''));
      await expect(page.locator('.words-dialog__own')).toContainText(ownSays.refusesIdentity[0] ?? '-');
      const size = (selector: string) =>
        page
          .locator(selector)
          .first()
          .evaluate((one) => Number.parseFloat(getComputedStyle(one).fontSize));
      expect(await size('.words-dialog__large p')).toBeGreaterThan(1.5 * (await size('.words-dialog__own p')));
      await expectAccessibleEverywhere(page, 'what to say');

      await desk.press(t.back);
      await desk.press(t.topic.complain);
      for (const { contact } of desk.hotel.profile.complaints) await expect(large).toContainText(contact);
      await page.keyboard.press('Escape');
      await expect(large).toHaveCount(0);
      await expect(button).toBeFocused();
    });
  });
}

test('without a network the words are said to be missing', async ({ desk, arrives, page, expectedErrors }) => {
  expectedErrors.push(/ERR_FAILED|ERR_INTERNET_DISCONNECTED|Failed to load|net::/);
  const sealed = await arrives({ name: '庐隐' });
  await page.route(/guest-sentences/, (route) => route.abort());
  await desk.signIn();
  await desk.choose(sealed);
  await desk.press(desk.words.staff.words.about(desk.words.staff.words.topic.whyIdentity));
  await expect(page.getByText(desk.words.staff.words.failed)).toBeVisible();
});
