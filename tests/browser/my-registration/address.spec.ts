import { expect, test } from './mine-test.ts';

test('at first paint the address holds no secret, and no entry of the history does', async ({
  mine,
  registered,
  page,
}) => {
  await page.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(window, { seenAtPaint: seen });
    // Before and after every frame from the first on, for as long as a slow phone takes.
    const look = () => {
      seen.push(location.hash);
      if (seen.length < 30) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    new PerformanceObserver((list) => {
      for (const { name } of list.getEntries()) if (name === 'first-paint') seen.push(`paint ${location.hash}`);
    }).observe({ type: 'paint', buffered: true });
  });
  // The app itself comes only after the first paint.
  const { promise: painted, resolve: release } = Promise.withResolvers<void>();
  await page.route('**/assets/guest/*.js', async (route) => {
    await painted;
    await route.continue();
  });
  await page.goto(registered.link, { waitUntil: 'commit' });
  await page.waitForFunction(() => performance.getEntriesByName('first-paint').length > 0);
  release();
  await expect(page.getByRole('heading', { level: 1, name: mine.words.guest.registration.title })).toBeVisible();
  const seen = await page.evaluate(() => JSON.stringify(Reflect.get(window, 'seenAtPaint')));
  expect(seen).toContain('paint');
  expect(seen).not.toContain(registered.secret);
  const session = await page.context().newCDPSession(page);
  const { entries } = await session.send('Page.getNavigationHistory');
  expect(JSON.stringify(entries.map(({ url }) => url))).not.toContain(registered.secret);
  expect(await page.evaluate(() => 'foyerFragment' in window)).toBe(false);
});

for (const junk of [
  '&from=singlemessage&isappinstalled=0',
  '?from=timeline',
  '&scene=1',
  '%20',
  '/',
  ' 来自微信',
  '，请收好',
]) {
  test(`the link opens with ${JSON.stringify(junk)} behind it`, async ({ mine, registered }) => {
    await mine.open(`${registered.link}${junk}`);
    await expect(mine.page.locator('.arrival-code')).toBeVisible();
  });
}

test('the link opens with a question before the fragment, as apps that share it put there', async ({
  mine,
  registered,
  page,
}) => {
  await mine.open(registered.link.replace('/r#', '/r?from=singlemessage&scene=126#'));
  await expect(page.locator('.arrival-code')).toBeVisible();
  expect(new URL(page.url()).hash).toBe('');
});

test('a language tapped before the app runs keeps the poster’s fragment', async ({ hotel, page }) => {
  const { promise: held, resolve: release } = Promise.withResolvers<void>();
  await page.route('**/assets/guest/*.js', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(hotel.posters.lobby, { waitUntil: 'commit' });
  await page.getByRole('link', { name: 'English' }).click();
  // The new page's own script is held as well.
  await page.waitForURL(/lang=en/, { waitUntil: 'commit' });
  expect(new URL(page.url()).hash).toBe(new URL(hotel.posters.lobby).hash);
  release();
  await expect(
    page.getByText('Checked: the hotel on the poster').or(page.locator('.seal-with-words').first()),
  ).toBeVisible();
  await expect(page.locator('.trust-note--bare')).toHaveCount(0);
});
