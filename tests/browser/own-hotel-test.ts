// A hotel of each test's own: what happens to it would not be undone for the next.

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
  desk: Desk;
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
  desk: async ({ page, hotel, locale }, use) => {
    await use(new Desk(page, hotel, locale?.startsWith('zh') === true ? 'zh' : 'en'));
    // Before its server ends, or it reports that it can't be reached.
    await page.close();
  },
  guest: async ({ page, hotel, locale }, use) => {
    expect(hotel.guestUrl).toContain('/p/');
    await use(new Guest(page, locale?.startsWith('zh') === true ? 'zh' : 'en'));
    await page.close();
  },
  arrives: async ({ hotel, own }, use) => {
    await use(arrivesAt(own.url, hotel));
  },
});

export { expect };
