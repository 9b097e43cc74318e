import type { Page } from '@playwright/test';
import { signJws } from '../../../src/crypto/jws.ts';
import { importKeyPair } from '../../../src/crypto/key-pair.ts';
import type { Hotel } from '../../../src/demo/set-up-hotel.ts';
import { manifestJwsType } from '../../../src/protocol/manifest.ts';
import { publishedSchema } from '../../../src/protocol/published.ts';
import { bothLanguages } from '../both-languages.ts';
import { expectAccessibleEverywhere } from '../expect-accessible.ts';
import { expect, Guest, test } from './guest-test.ts';

const check = (page: Page, state: string) => expectAccessibleEverywhere(page, state, { forcedColors: true });

async function toReview(guest: Guest, hotel: Hotel): Promise<void> {
  await guest.open(hotel.posters.lobby);
  await guest.answer('offers', 'yes');
  await guest.press(guest.words.common.next);
  await guest.type('name', '陆远');
  await guest.type('phone', '+8613612345678');
  await guest.press(guest.words.guest.details.toReview);
  await guest.expectHeading(guest.words.guest.review.title);
}

/** The hotel's rules with other words for the offers, signed by its own root. */
async function newerWords(hotel: Hotel): Promise<string> {
  const { privateKey } = await importKeyPair(hotel.keys.root, 'sign');
  const { manifest } = hotel.manifest;
  const purposes = manifest.purposes.map((one) =>
    one.id === 'offers' ? { ...one, wording: { 'zh-Hans': 'A'.repeat(43), en: 'A'.repeat(43) } } : one,
  );
  const text = JSON.stringify({
    ...manifest,
    purposes,
    sequence: manifest.sequence + 1,
    previous: hotel.manifest.hash,
  });
  return signJws(text, privateKey, manifestJwsType, hotel.fingerprint);
}

for (const { language, locale, run } of bothLanguages('en')) {
  test.describe(locale, run, () => {
    test.use({ locale, contextOptions: { reducedMotion: 'reduce' } });

    test('axe finds nothing where something went otherwise', async ({ guest, hotel, page, expectedErrors }) => {
      test.slow();
      expectedErrors.push(/Failed to load resource/);
      const { receipt, review } = guest.words.guest;
      await toReview(guest, hotel);
      await page.route('**/registrations', (route) => route.abort('internetdisconnected'));
      await guest.press(review.seal);
      await expect(page.getByRole('button', { name: receipt.tryNow })).toBeVisible();
      await check(page, 'receipt, waiting');
      // It tries again by itself too: the next answer stands ready before the line is back.
      await page.route('**/registrations', (route) =>
        route.fulfill({
          status: 409,
          contentType: 'application/problem+json',
          json: { type: 'about:blank', title: 'taken', status: 409, code: 'submission_conflict' },
        }),
      );
      await page.evaluate(() => window.dispatchEvent(new Event('online')));
      await expect(page.getByText(receipt.refused)).toBeVisible();
      await check(page, 'receipt, refused');
      await page.unroute('**/registrations');

      const manifest = await newerWords(hotel);
      const other = await page.context().newPage();
      await other.route(/\/api\/v1\/properties\/[a-z0-9]+\?/, async (route) => {
        const response = await route.fetch();
        const published = publishedSchema.parse(await response.json());
        await route.fulfill({ response, json: { ...published, manifest } });
      });

      const asked = new Guest(other, language);
      await toReview(asked, hotel);
      await asked.press(review.seal);
      await asked.expectHeading(guest.words.newRules.title);
      await expect(other.locator('input[type=radio]:checked')).toHaveCount(0);
      await check(other, 'asked again');

      const insecure = await page.context().newPage();
      await insecure.addInitScript(() => Object.defineProperty(window, 'isSecureContext', { value: false }));
      await insecure.goto(hotel.posters.lobby);
      await expect(
        insecure.getByRole('heading', { level: 1, name: guest.words.problems.insecure_page.title }),
      ).toBeVisible();
      await check(insecure, 'insecure');
    });
  });
}
