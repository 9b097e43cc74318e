// A hotel of each test's own: what happens to it would not be undone for the next.

import type { BrowserContext } from '@playwright/test';
import type { Hotel } from '../../src/demo/set-up-hotel.ts';
import type { House } from '../support/start-hotel.ts';
import type { RunningServer } from '../tools/start-server.ts';
import { expect, test as base } from './fixtures.ts';
import { Guest } from './guest/guest-test.ts';
import { type Arrives, arrivesAt, Desk } from './staff/staff-test.ts';

interface OwnFixtures {
  house: House;
  /** The house's server. */
  own: RunningServer;
  hotel: Hotel;
  language: 'zh' | 'en';
  desk: Desk;
  /** The desk on another device, until the test is over. */
  newTablet: () => Promise<Desk>;
  guest: Guest;
  arrives: Arrives;
}

export const test = base.extend<OwnFixtures>({
  house: async ({ startHotel }, use) => {
    const house = await startHotel();
    await use(house);
    await house.stop();
  },
  own: async ({ house }, use) => {
    await use(house.server);
  },
  hotel: async ({ house }, use) => {
    await use(house.hotel);
  },
  language: async ({ locale }, use) => {
    await use(locale?.startsWith('zh') === true ? 'zh' : 'en');
  },
  desk: async ({ page, hotel, language }, use) => {
    await use(new Desk(page, hotel, language));
    // Before its server ends, or it reports that it can't be reached.
    await page.close();
  },
  newTablet: async ({ browser, watch, hotel, language, locale }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async () => {
      const context = watch(await browser.newContext(locale === undefined ? {} : { locale }));
      contexts.push(context);
      return new Desk(await context.newPage(), hotel, language);
    });
    for (const context of contexts) await context.close();
  },
  guest: async ({ page, hotel, language }, use) => {
    expect(hotel.guestUrl).toContain('/p/');
    await use(new Guest(page, language));
    await page.close();
  },
  arrives: async ({ hotel, own }, use) => {
    await use(arrivesAt(own.url, hotel));
  },
});

export { expect };
