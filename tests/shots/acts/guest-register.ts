import { deskRows } from '../../support/desk-rows.ts';
import type { Page } from '@playwright/test';
import { arrivalCode } from '../../../src/protocol/ids.ts';
import type { Act } from '../act.ts';
import { answer, primary, scan } from './choose-yes.ts';

export const guestRegister: Act = {
  title: 'Guest: details to receipt',
  names: [
    'guest-details-short',
    'guest-details',
    'guest-details-errors',
    'guest-details-filled',
    'guest-review',
    'guest-sealing',
    'guest-receipt-waiting',
    'guest-receipt-received',
    'guest-receipt-picture',
    'guest-receipt-seen',
  ],
  play: async ({ shoot, newPage, sharedHotel, language, words }) => {
    const { hotel, openDesk } = await sharedHotel();
    const short = await newPage();
    await scan(short, hotel.posters.reception);
    await answer(short, 'emergency', 'yes');
    await primary(short).click();
    await short.locator('input[name=name]').waitFor();
    await shoot(short, 'guest-details-short');

    const page = await newPage();
    await scan(page, hotel.posters.reception);
    for (const purpose of ['emergency', 'billing'] as const) await answer(page, purpose, 'yes');
    for (const purpose of ['membership', 'offers'] as const) await answer(page, purpose, 'no');
    await answer(page, 'identity', 'here');
    await primary(page).click();
    await page.locator('input[name=name]').waitFor();
    await shoot(page, 'guest-details');
    await page.getByRole('button', { name: words.guest.details.addMinor }).click();
    await page.locator('input[name=name]').fill(language === 'en' ? 'Ingrid Solberg' : '林小满');
    await page.locator('input[type=tel]').fill('1380013800');
    await primary(page).click();
    await page.locator('.error-summary').waitFor();
    await shoot(page, 'guest-details-errors');
    await fillRest(page, language === 'en');
    await shoot(page, 'guest-details-filled');

    const property = /\/api\/v1\/properties\/[a-z0-9]+(\?.*)?$/;
    const hold = held();
    await page.route(property, async (route) => {
      await hold.until;
      await route.continue();
    });
    await primary(page).click();
    await page.locator('.review-screen__envelope').first().waitFor();
    await shoot(page, 'guest-review');
    await primary(page).click();
    await page.locator('.button[aria-busy=true], .button[disabled]').first().waitFor();
    await shoot(page, 'guest-sealing');
    await page.route('**/registrations', (route) => route.abort('internetdisconnected'));
    hold.let();
    await page.locator('.state-note--waiting, .state-note--offline').first().waitFor();
    await page.getByText(words.guest.receipt.tryNow).waitFor();
    await shoot(page, 'guest-receipt-waiting');
    await page.unroute('**/registrations');
    await page.getByText(words.guest.receipt.tryNow).click();
    await page.locator('.state-note--received').waitFor();
    await shoot(page, 'guest-receipt-received');
    await page.getByRole('button', { name: words.guest.receipt.picture, exact: true }).click();
    await page.locator('.keep-receipt__picture').waitFor();
    await shoot(page, 'guest-receipt-picture', { whole: false });
    await page.keyboard.press('Escape');

    const session = await openDesk();
    const code = (await page.locator('.arrival-code__code').innerText()).replaceAll(/\s/g, '');
    const { rows } = await deskRows(session.api);
    const own = rows.find(({ registration }) => arrivalCode(registration) === code);
    if (own === undefined) throw new Error(`The desk has no ${code}.`);
    await session.api.markSeen([own.registration]);
    await page.locator('.state-note--seen').waitFor({ timeout: 45_000 });
    await shoot(page, 'guest-receipt-seen');
  },
};

async function fillRest(page: Page, abroad: boolean): Promise<void> {
  const field = (name: string) => page.locator(`[name="${name}"]`);
  await field('phone').fill(abroad ? '+4740612345' : '13800138000');
  if (abroad) await field('email').fill('ingrid.solberg@example.org');
  await field('people.0.documentKind').selectOption(abroad ? 'passport' : 'resident-id');
  await field('people.0.documentNumber').fill(abroad ? 'CCC002541' : '11010519491231002X');
  if (abroad) {
    await field('people.0.nationality').selectOption('NO');
    await field('people.0.birthDate').fill('1986-05-17');
  }
  await field('minors.0.minorName').fill(abroad ? 'Sofie Solberg' : '林小禾');
  await field('minors.0.minorAge').selectOption('under-14');
  await field('minors.0.guardianName').fill(abroad ? 'Ingrid Solberg' : '林小满');
  await field('minors.0.guardianRelation').fill(abroad ? 'mother' : '母亲');
  await field('minors.0.guardianContact').fill(abroad ? 'ingrid.solberg@example.org' : '13800138000');
}

/** A wait that ends when told. */
export function held(): { readonly until: Promise<void>; readonly let: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { until: promise, let: resolve };
}
