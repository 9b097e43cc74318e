import { expectAccessible } from '../expect-accessible.ts';
import { expect, test } from './guest-test.ts';

for (const colorScheme of ['light', 'dark'] as const) {
  for (const viewport of [
    { width: 375, height: 812 },
    { width: 1024, height: 768 },
  ]) {
    test.describe(`${colorScheme}, ${viewport.width} wide`, () => {
      test.use({ colorScheme, viewport, contextOptions: { reducedMotion: 'reduce' } });

      test('axe finds nothing on any screen', async ({ guest, hotel, page, expectedErrors }) => {
        test.slow();
        expectedErrors.push(/404/);
        const check = (screen: string) => expectAccessible(page, screen);
        await guest.open(hotel.guestUrl);
        await check('welcome without the poster');
        await page.goto('about:blank');
        await guest.open(hotel.posters.lobby);
        await page.locator('summary').click();
        await check('welcome with the rules open');
        await guest.press(guest.words.common.next);
        await check('ending');
        await guest.press(guest.words.guest.ending.change);
        await guest.answer('emergency', 'yes');
        await guest.answer('identity', 'here');
        await guest.press(guest.words.common.next);
        await guest.press(guest.words.guest.details.addMinor);
        await guest.press(guest.words.guest.details.toReview);
        await expect(page.locator('.error-summary')).toBeVisible();
        await check('details with mistakes');
        await guest.press(guest.words.guest.details.removeMinor(1));
        await guest.type('name', '林知夏');
        await guest.type('phone', '13812345678');
        await guest.pick('people-0-documentKind', 'resident-id');
        await guest.type('people-0-documentNumber', '11010519491231002X');
        await guest.press(guest.words.guest.details.toReview);
        await guest.expectHeading(guest.words.guest.review.title);
        await check('review');
        await guest.press(guest.words.guest.review.seal);
        await expect(page.getByText(guest.words.guest.receipt.received)).toBeVisible();
        await check('receipt');
        await guest.press(guest.words.guest.receipt.picture);
        await check('receipt’s picture');
        await page.goto('/verify');
        await guest.expectHeading(guest.words.guest.verify.title);
        await check('verify');
        await page.locator('textarea').fill('{}');
        await guest.press(guest.words.guest.verify.check);
        await expect(page.getByText(guest.words.guest.verify.bad)).toBeVisible();
        await check('verify, failed');
        await page.goto(`/r#${'A'.repeat(43)}`);
        await guest.expectHeading(guest.words.guest.registration.wrong);
        await check('a wrong link');
        await page.goto(hotel.posters.lobby.replace(/#.{4}/, '#AAAA'));
        await guest.expectHeading(guest.words.problems.manifest_fingerprint.title);
        await check('refusal');
      });
    });
  }
}
