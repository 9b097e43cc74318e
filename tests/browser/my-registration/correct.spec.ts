import { expect, test } from './mine-test.ts';

for (const locale of ['zh-CN', 'en-GB']) {
  test.describe(locale, () => {
    test.use({ locale });
    const corrected = locale === 'zh-CN' ? '欧阳晓兰' : 'Eleanor Corrected';

    test('a name is corrected, reviewed, sealed again, and stands so on another opening', async ({
      mine,
      registered,
      page,
    }) => {
      await mine.open(registered.link);
      await mine.press(mine.t.told.change);
      await expect(page.locator('#field-name')).toHaveValue(registered.name);
      await mine.press(mine.words.guest.details.toReview);
      await expect(page.getByText(mine.t.correct.nothingChanged)).toBeVisible();
      await page.locator('#field-name').fill(corrected);
      await mine.press(mine.words.guest.details.toReview);
      await expect(page.getByRole('heading', { level: 1, name: mine.t.correct.review })).toBeVisible();
      await mine.press(mine.t.correct.seal);
      await expect(page.getByText(mine.t.correct.done)).toBeVisible();
      await expect(page.locator('#mine-told').getByText(corrected).first()).toBeVisible();
      await expect(page.locator('#mine-told').getByText(registered.name)).toHaveCount(0);
      await page.goto('about:blank');
      await mine.open(registered.link);
      await expect(page.locator('#mine-told').getByText(corrected).first()).toBeVisible();
      await mine.expectVerifiedLog();
    });
  });
}
