import { bothLanguages } from '../both-languages.ts';
import { deskWord, expect, Mine, openAtDesk, test } from './mine-test.ts';

for (const { locale, run } of bothLanguages('zh')) {
  test.describe(locale, run, () => {
    test.use({ locale });

    test('taking back is one tap, as giving is; the desk loses the envelope within five seconds and gets it back when given again', async ({
      mine,
      registered,
      hotel,
      browser,
      watch,
    }) => {
      const desk = await openAtDesk(browser, watch, hotel, registered);
      const line = desk.locator('.purpose-lines__line', { hasText: deskWord('emergency') });
      await expect(line).toBeVisible();
      await mine.open(registered.link);

      mine.taps = 0;
      await mine.choose('emergency', 'no');
      await expect(mine.card('emergency').getByText(mine.t.choices.takenBack, { exact: true })).toBeVisible();
      const tapsToTakeBack = mine.taps;
      await expect(line).toHaveCount(0, { timeout: 5000 });
      await expect(mine.radio('emergency', 'no')).toBeChecked();

      mine.taps = 0;
      await mine.choose('emergency', 'yes');
      await expect(mine.card('emergency').getByText(mine.t.choices.given, { exact: true })).toBeVisible();
      expect(tapsToTakeBack).toBeLessThanOrEqual(mine.taps);
      expect(tapsToTakeBack).toBe(1);
      await expect(line).toBeVisible({ timeout: 5000 });
      await expect(mine.page.locator('.receipts > *')).toHaveCount(3);
      await mine.expectVerifiedLog();
      await desk.context().close();
    });
  });
}

test('two cards tapped one after the other are two acts in a row, and both stand after opening anew', async ({
  mine,
  registered,
}) => {
  await mine.open(registered.link);
  await mine.choose('offers', 'no');
  await mine.choose('membership', 'no');
  for (const purpose of ['offers', 'membership'] as const)
    await expect(mine.card(purpose).getByText(mine.t.choices.takenBack, { exact: true })).toBeVisible();
  await mine.page.goto('about:blank');
  await mine.open(registered.link);
  for (const purpose of ['offers', 'membership'] as const) await expect(mine.radio(purpose, 'no')).toBeChecked();
  for (const purpose of ['emergency', 'billing'] as const) await expect(mine.radio(purpose, 'yes')).toBeChecked();
});

test('without a connection it says that nothing is taken back yet, and goes out by itself', async ({
  mine,
  registered,
  context,
  expectedErrors,
}) => {
  expectedErrors.push(/Failed to load resource/);
  await mine.open(registered.link);
  await mine.cutOff();
  await mine.choose('billing', 'no');
  const card = mine.card('billing');
  await expect(card.getByText(mine.t.choices.waitingToTakeBack)).toBeVisible();
  await expect(card.getByText(mine.t.choices.takenBack, { exact: true })).toHaveCount(0);
  await context.setOffline(false);
  await expect(card.getByText(mine.t.choices.takenBack, { exact: true })).toBeVisible();
});

test('an answer lost on the way is asked for again with the same bytes, and is one act', async ({
  mine,
  registered,
  page,
  expectedErrors,
}) => {
  expectedErrors.push(/Failed to load resource/);
  await mine.open(registered.link);
  const bodies: (string | null)[] = [];
  await page.route('**/registrations/changes', async (route) => {
    bodies.push(route.request().postData());
    if (bodies.length > 1) return route.continue();
    await route.fetch();
    return route.abort('connectionreset');
  });
  await mine.choose('offers', 'no');
  const card = mine.card('offers');
  await card.getByRole('button', { name: mine.words.common.retry }).click();
  await expect(card.getByText(mine.t.choices.takenBack, { exact: true })).toBeVisible();
  expect(bodies).toHaveLength(2);
  expect(bodies[0]).toBe(bodies[1]);
  await expect(page.locator('.receipts > *')).toHaveCount(2);
});

for (const { language, locale, run } of bothLanguages('en')) {
  test.describe(locale, run, () => {
    test.use({ locale });

    test('what another phone decided meanwhile wins, and this one says so', async ({
      mine,
      registered,
      browser,
      watch,
      expectedErrors,
    }) => {
      expectedErrors.push(/409/);
      await mine.open(registered.link);
      const other = watch(await browser.newContext({ locale }));
      const second = new Mine(await other.newPage(), language);
      await second.open(registered.link);
      await second.choose('offers', 'no');
      await expect(second.card('offers').getByText(mine.t.choices.takenBack, { exact: true })).toBeVisible();
      await mine.choose('emergency', 'no');
      await expect(mine.card('emergency').getByText(mine.t.choices.elsewhere)).toBeVisible();
      await expect(mine.radio('offers', 'no')).toBeChecked();
      await expect(mine.radio('emergency', 'yes')).toBeChecked();
      await mine.choose('emergency', 'no');
      await expect(mine.card('emergency').getByText(mine.t.choices.takenBack, { exact: true })).toBeVisible();
      await other.close();
    });
  });
}
