import type { Page } from '@playwright/test';
import { demoGuests } from '../../../src/demo/demo-guests.ts';
import type { Act } from '../act.ts';
import type { ShotHotel } from '../shot-hotel.ts';
import { typeSignIn } from './sign-in-at-desk.ts';

const amounts = ['none', 'three', 'many'] as const;
/** Whose screens depend on how many guests there are. */
const places = ['requests', 'register', 'paper-register', 'posters', 'retention', 'records', 'team'] as const;
const views = ['arriving', 'in-house', 'leaving', 'all'] as const;

const few = demoGuests.slice(9, 12);
/** Milliseconds in which a hundred thousand guests are read. */
const patience = 240_000;

/** The same places with nobody, with three guests, and with very many. */
export const deskNumbers: Act = {
  title: 'Desk: nobody, three and many guests',
  names: amounts.flatMap((amount) =>
    [...views.map((view) => `list-${view}`), 'found', 'table', 'chosen', ...places].map((name) => `${amount}-${name}`),
  ),
  play: async ({ shoot, newPage, ownHotel, manyGuests, words }) => {
    const { guestFile, list } = words.staff;
    const window = { whole: false };
    const hotels = { none: () => ownHotel([]), three: () => ownHotel(few), many: manyGuests };
    for (const amount of amounts) {
      const page = await newPage();
      await page.setViewportSize({ width: 1024, height: 768 });
      await signIn(page, await hotels[amount]());
      for (const [at, view] of views.entries()) {
        await page.locator('.guest-list__view').nth(at).click();
        await page.locator('.guest-list[aria-busy=false]').waitFor();
        await shoot(page, `${amount}-list-${view}`, window);
      }
      await page.getByRole('searchbox').fill('li');
      await page.locator('.guest-list[aria-busy=false]').waitFor();
      await shoot(page, `${amount}-found`, window);
      await page.getByRole('searchbox').fill('');
      await page.getByRole('button', { name: guestFile.table, exact: true }).click();
      await page.locator('.guest-table').waitFor();
      await shoot(page, `${amount}-table`, window);
      await page.getByRole('button', { name: guestFile.list, exact: true }).click();
      await page.locator('.guest-list__view', { hasText: list.views.all }).click();
      if (amount !== 'none') {
        await page.locator('.guest-row').first().click();
        await page.locator('.guest-detail').waitFor();
      }
      await shoot(page, `${amount}-chosen`, window);
      for (const place of places) {
        await page.locator(`.place-tabs__tab[data-place=${place}]`).click();
        await page.locator('.place h1, .requests-place h1').first().waitFor();
        await page.locator('.progress-note').waitFor({ state: 'detached' });
        await shoot(page, `${amount}-${place}`);
      }
    }
  },
};

/** Signs the owner in, and waits until everything has been read. */
async function signIn(page: Page, { hotel }: ShotHotel): Promise<void> {
  await page.goto(hotel.staffUrl);
  await typeSignIn(page, hotel.people.owner.handle, hotel.people.owner.passphrase);
  await page.locator('.line-state--live').waitFor({ timeout: patience });
  await page.locator('.guest-list__reading').waitFor({ state: 'detached', timeout: patience });
}
