import { expectAccessibleEverywhere } from '../expect-accessible.ts';
import { expect, test } from './mine-test.ts';

test.use({ viewport: { width: 1024, height: 768 }, contextOptions: { reducedMotion: 'reduce' } });

test('axe finds nothing on any page of a registration', async ({ mine, registered, page }) => {
  test.slow();
  const check = (screen: string) => expectAccessibleEverywhere(page, screen);
  await mine.open(registered.link);
  await mine.expectVerifiedLog();
  await mine.press(mine.t.looked.everything);
  await page.locator('.receipts summary').first().click();
  await check('home');
  await mine.choose('offers', 'no');
  await expect(mine.card('offers').locator('.state-note')).toBeVisible();
  await check('taken back');
  await mine.press(mine.t.rules.open);
  await expect(page.getByText(mine.t.rules.same)).toBeVisible();
  await page.locator('summary').first().click();
  await check('rules');
  await mine.press(mine.words.common.back);
  await mine.press(mine.t.copy.open);
  await check('copy');
  await mine.press(mine.words.common.back);
  await mine.press(mine.t.told.change);
  await page.locator('#field-name').fill('欧阳晓兰');
  await check('correct');
  await mine.press(mine.words.guest.details.toReview);
  await expect(page.getByRole('heading', { level: 1, name: mine.t.correct.review })).toBeVisible();
  await check('review');
  await mine.press(mine.t.correct.seal);
  await expect(page.getByText(mine.t.correct.done)).toBeVisible();
  await mine.press(mine.t.deletion.open);
  await check('delete');
  await mine.press(mine.t.deletion.confirm);
  await expect(page.getByText(mine.t.certificate.doneText)).toBeVisible();
  await mine.expectVerifiedLog();
  await check('certificate');
});
