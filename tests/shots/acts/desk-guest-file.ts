import { deskRowsSchema } from '../../../src/protocol/api.ts';
import { demoGuests } from '../../../src/demo/demo-guests.ts';
import type { Act } from '../act.ts';
import { held } from './guest-register.ts';
import { signInAtDesk, typeSignIn } from './sign-in-at-desk.ts';

const few = demoGuests.slice(9, 12);

export const deskGuestFile: Act = {
  title: 'Desk: the guest file',
  names: [
    'desk-table-empty',
    'desk-list-few',
    'desk-table-few',
    'desk-options',
    'desk-filtered',
    'desk-table',
    'desk-table-sorted',
    'desk-still-reading',
  ],
  play: async ({ shoot, newPage, ownHotel, sharedHotel, words }) => {
    const { guestFile, list, settings } = words.staff;
    const window = { whole: false };
    // The table is there where there is room for it.
    const wide = { width: 1024, height: 768 };

    const nobody = await ownHotel([]);
    const empty = await newPage();
    await empty.setViewportSize(wide);
    await empty.goto(nobody.hotel.staffUrl);
    const { handle, passphrase } = nobody.hotel.people['front-desk'];
    await typeSignIn(empty, handle, passphrase);
    await empty.getByText(list.empty.arriving).waitFor();
    await empty.keyboard.press('t');
    await shoot(empty, 'desk-table-empty', window);

    const three = await ownHotel(few);
    const page = await newPage();
    await page.setViewportSize(wide);
    await page.goto(three.hotel.staffUrl);
    await typeSignIn(page, three.hotel.people['front-desk'].handle, three.hotel.people['front-desk'].passphrase);
    await page.locator('.guest-list__view', { hasText: list.views['in-house'] }).click();
    await page.locator('.guest-row').nth(2).waitFor();
    await shoot(page, 'desk-list-few', window);
    await page.keyboard.press('t');
    await shoot(page, 'desk-table-few', window);

    const many = await newPage();
    await many.setViewportSize(wide);
    await signInAtDesk(many, await sharedHotel(), 'supervisor');
    await many.locator('.guest-list__view', { hasText: list.views.all }).click();
    await many.keyboard.press('f');
    await many.getByLabel(guestFile.sort).waitFor();
    await shoot(many, 'desk-options', window);
    await many.getByLabel(guestFile.purpose, { exact: true }).selectOption('offers');
    await many.getByLabel(guestFile.standing, { exact: true }).selectOption('withdrawn');
    await many.getByText(guestFile.noneFits).waitFor();
    await shoot(many, 'desk-filtered', window);
    await many.getByRole('button', { name: guestFile.everything, exact: true }).first().click();
    await many.getByRole('button', { name: guestFile.options }).click();
    await many.getByRole('button', { name: guestFile.table, exact: true }).click();
    await many.locator('.guest-table__row').nth(5).waitFor();
    await shoot(many, 'desk-table', window);
    await many.getByRole('columnheader', { name: settings.columns.name }).getByRole('button').click();
    await many.locator('[aria-sort=ascending]').waitFor();
    await shoot(many, 'desk-table-sorted', window);

    const reading = await newPage();
    const older = held();
    let pages = 0;
    await reading.route(/\/staff\/registrations\?before=/, async (route) => {
      pages += 1;
      if (pages > 1) await older.until;
      const response = await route.fetch();
      const { rows, ...page1 } = deskRowsSchema.parse(await response.json());
      await route.fulfill({ response, json: { rows: rows.slice(0, 9), ...page1, more: true } });
    });
    await signInAtDesk(reading, await sharedHotel(), 'front-desk');
    await reading.getByText(guestFile.reading(9)).waitFor();
    await shoot(reading, 'desk-still-reading', window);
    await reading.unrouteAll({ behavior: 'ignoreErrors' });
    older.let();
  },
};
