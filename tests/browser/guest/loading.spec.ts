// Parts of the app that don't come: every time the guest is told, and nothing chosen is lost.

import { expect, test } from './guest-test.ts';

test.beforeEach(({ expectedErrors }) => {
  expectedErrors.push(/Failed to load resource/);
});

for (const part of ['schemas', 'start', 'screens']) {
  test(`without ${part} the notice can still be read, and the page says it isn’t whole`, async ({ hotel, page }) => {
    await page.route(`**/assets/guest/${part}-*.js`, (route) => route.abort('internetdisconnected'));
    await page.goto(hotel.posters.lobby);
    const told = page.getByRole('alert');
    await expect(told).toContainText('页面没有加载完整');
    await expect(told).toContainText('simply go to the desk');
    await expect(page.locator('input[name=purpose-emergency]').first()).toBeAttached();
  });
}

test('without the check nobody goes on: the page stays, keeps what was chosen, and checks again', async ({
  guest,
  hotel,
  page,
}) => {
  const { common, guest: t } = guest.words;
  await page.route('**/assets/guest/trust-*.js', (route) => route.abort('internetdisconnected'));
  await page.goto(hotel.posters.lobby);
  await expect(page.getByText(t.trust.failedText)).toBeVisible();
  await guest.answer('emergency', 'yes');
  const checkedAgain = page.waitForEvent('requestfailed', (request) => request.url().includes('/assets/guest/trust-'));
  await guest.press(common.next);
  await checkedAgain;
  await expect(page.getByText(t.trust.failedText)).toBeVisible();
  await expect(page.locator('input[name=purpose-emergency][value=yes]')).toBeChecked();
  await page.unroute('**/assets/guest/trust-*.js');
  await guest.press(common.retry);
  await expect(page.locator('.seal-with-words')).toBeVisible();
  await guest.press(common.next);
  await guest.expectHeading(t.details.title);
});

test('a next page that can’t be fetched is said, and comes on the next press', async ({ guest, hotel, page }) => {
  const { common, guest: t } = guest.words;
  await page.route('**/assets/guest/form-*.js', (route) => route.abort('internetdisconnected'));
  await guest.open(hotel.posters.lobby);
  await guest.answer('emergency', 'yes');
  await guest.press(common.next);
  await expect(page.getByText(t.welcome.nextFailed)).toBeVisible();
  await page.unroute('**/assets/guest/form-*.js');
  await guest.press(common.next);
  await guest.expectHeading(t.details.title);
});
