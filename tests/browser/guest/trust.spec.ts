import { expect, test } from './guest-test.ts';

test('the words and choices are there before any script, and a tick made before it runs counts', async ({
  guest,
  hotel,
  page,
}) => {
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/assets/guest/app-*.js', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(hotel.posters.lobby, { waitUntil: 'commit' });
  await page.locator('input[name=purpose-emergency][value=yes]').check({ force: true });
  // Too early: it must not leave the page, nor lose the tick.
  await page.getByRole('button', { name: guest.words.common.next }).click({ noWaitAfter: true });
  release();
  await expect(page.locator('.seal-with-words')).toBeVisible();
  await expect(page.locator('input[name=purpose-emergency][value=yes]')).toBeChecked();
  await guest.press(guest.words.common.next);
  await guest.expectHeading(guest.words.guest.details.title);
});

test('nothing is ticked, and yes and no weigh the same', async ({ guest, hotel, page }) => {
  await guest.open(hotel.posters.lobby);
  await expect(page.locator('input[type=radio]:checked')).toHaveCount(0);
  const [yes, no] = await Promise.all(
    ['yes', 'no'].map((value) =>
      page.locator(`label:has(input[name=purpose-emergency][value=${value}])`).evaluate((label) => {
        const { width, height } = label.getBoundingClientRect();
        const { fontWeight, color, backgroundColor } = getComputedStyle(label);
        return { width, height, fontWeight, color, backgroundColor };
      }),
    ),
  );
  expect(yes).toEqual(no);
});

test('opened without the poster: a warning that says what cannot be checked, and the form still works', async ({
  guest,
  hotel,
  page,
}) => {
  await guest.open(hotel.guestUrl);
  await expect(page.getByText(guest.words.guest.trust.unpostedText)).toBeVisible();
  await expect(page.getByText(guest.words.guest.trust.verified)).toHaveCount(0);
  await guest.answer('billing', 'yes');
  await guest.press(guest.words.common.next);
  await guest.expectHeading(guest.words.guest.details.title);
});

test('another fingerprint than the poster’s stops before anything is asked', async ({ guest, hotel, page }) => {
  const wrong = hotel.posters.lobby.replace(/#.{4}/, '#AAAA');
  await page.goto(wrong);
  await guest.expectHeading(guest.words.problems.manifest_fingerprint.title);
  await expect(page.locator('input')).toHaveCount(0);
  await expect(page.getByText(guest.words.guest.refusal.desk)).toBeVisible();
});

test('an older manifest than the phone has seen is refused', async ({ guest, hotel, page }) => {
  await guest.open(hotel.posters.lobby);
  await page.waitForFunction(async () => (await indexedDB.databases()).some(({ name }) => name === 'foyer-seen'));
  // The phone has seen number 7 of this root; the server now shows number 1 again.
  await page.evaluate(async (fingerprint) => {
    const done = (target: EventTarget, event: string) =>
      new Promise((resolve) => {
        target.addEventListener(event, resolve, { once: true });
      });
    const request = indexedDB.open('foyer-seen', 1);
    await done(request, 'success');
    const change = request.result.transaction('sequences', 'readwrite');
    change.objectStore('sequences').put(7, fingerprint);
    await done(change, 'complete');
    request.result.close();
  }, hotel.fingerprint);
  await page.reload();
  await guest.expectHeading(guest.words.problems.manifest_older.title);
});

test('an expired manifest is refused in plain words', async ({ guest, hotel, page }) => {
  await page.clock.setFixedTime(Date.now() + 500 * 86_400_000);
  await page.goto(hotel.posters.lobby);
  await guest.expectHeading(guest.words.problems.manifest_expired.title);
});

test.describe('with scripts off', () => {
  test.use({ javaScriptEnabled: false });

  test('the whole notice can be read, and the desk is named', async ({ hotel, page, guest }) => {
    await page.goto(hotel.posters.lobby);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('竹里小栈');
    await expect(page.locator('.welcome-screen__no-scripts')).toHaveText(guest.words.guest.welcome.noScripts);
    await page.locator('summary').click();
    for (const title of [guest.words.common.notice.collectedList, guest.words.common.notice.passedOnList])
      await expect(page.getByRole('heading', { name: title })).toBeVisible();
    await expect(page.getByText('个人信息保护法').first()).toBeVisible();
    await expect(page.getByRole('button', { name: guest.words.common.next })).toBeHidden();
  });
});
