// Every role at every screen: what the table allows is there and works, what it refuses is not there at all, whichever way they come.

import { places } from '../../../src/staff/desk/use-where.ts';
import { roles } from '../../../src/protocol/roles.ts';
import { hasPlace, isOffered, type ScreenName, screens, unbound } from '../../support/on-screen.ts';
import { mayAsk, staffRoutes } from '../../support/staff-actions.ts';
import { expectAccessibleEverywhere } from '../expect-accessible.ts';
import { offeredOn, offerOn } from './controls.ts';
import { expect, reach, test, type Tour } from './roles-test.ts';

// One world for all of them.
test.describe.configure({ mode: 'default' });

const screenNames = Object.keys(screens).filter((name): name is ScreenName => name in screens);
const languages = { 'front-desk': 'zh-CN', supervisor: 'en-GB', owner: 'zh-CN' } as const;

/** Nothing that somebody may not do is on the page, neither dead nor hidden. */
async function expectNothingRefused(tour: Tour, where: string): Promise<void> {
  const { there } = await offerOn(tour.page, tour.t, null);
  expect(
    there.filter((name) => !isOffered(tour.person, name)),
    `refused, and yet on the screen: ${where}`,
  ).toEqual([]);
}

for (const role of roles) {
  test.describe(role, () => {
    test.use({ locale: languages[role] });

    test(`the ${role} is offered what the table allows, and nothing of what it refuses`, async ({ tourOf }) => {
      test.slow();
      expect(unbound(staffRoutes)).toEqual([]);
      const tour = tourOf(role);
      const { page, t, person } = tour;
      await tour.withAuthenticator();
      await tour.signIn(person);
      await reach.list(tour);
      expect(await tour.offeredPlaces()).toEqual(
        places.filter((place) => !['account', 'training', 'paper'].includes(place) && hasPlace(person, place)),
      );

      for (const screen of screenNames.filter((one) => hasPlace(person, screens[one]))) {
        await test.step(screen, async () => {
          const where = `${role} at “${screen}”`;
          await reach[screen](tour);
          const { pressed, fetched } = offeredOn(person, screen);
          await expect.poll(() => offerOn(page, t, screen).then(({ works }) => works), where).toEqual(pressed);
          await expect
            .poll(() => fetched.filter((name) => !tour.asked.has(name)), `${where} isn’t fetched`)
            .toEqual([]);
          await expectNothingRefused(tour, where);
          await tour.closeDialog();
        });
      }

      for (const place of places.filter((one) => !hasPlace(person, one))) {
        await test.step(`${place} by its address`, async () => {
          await tour.comeBackTo(place);
          await expect(page.getByRole('heading', { level: 1 })).toHaveText(t.staff.shell.notYours);
          // These words, and nothing besides.
          const said = [t.staff.shell.notYours, t.staff.shell.notYoursText, t.staff.shell.toDesk];
          expect(await page.locator('main').allTextContents()).toEqual([said.join('')]);
          await expectNothingRefused(tour, `${role} at “${place}”, by its address`);
          if (place === 'team') await expectAccessibleEverywhere(page, 'a colleague’s page');
          await tour.press(t.staff.shell.toDesk);
          await expect(page.locator('.desk-place')).toBeVisible();
        });
      }

      const asked = [...tour.asked.keys()];
      expect(
        asked.filter((name) => !mayAsk(role, name)),
        'asked by the app though refused',
      ).toEqual([]);
      expect([...tour.asked].filter(([, status]) => status >= 400)).toEqual([]);
    });
  });
}
