import { peopleSchema } from '../../../src/protocol/api.ts';
import { routes } from '../../../src/protocol/routes.ts';
import { damageGrant } from '../../support/damage-grant.ts';
import type { Act } from '../act.ts';
import { signInAtDesk, typeSignIn } from './sign-in-at-desk.ts';

/** A team nobody has vouched for, and a list that is gone: the server's answer is played without it. */
export const deskTeamList: Act = {
  title: 'Desk: the signed team',
  names: [
    'team-damaged-key',
    'team-list-unconfirmed',
    'team-list-person',
    'team-list-leave',
    'team-list-refused',
    'team-refused-note',
    'older-owner',
    'older-go-on',
  ],
  play: async ({ shoot, newPage, ownHotel, words }) => {
    const stage = await ownHotel();
    const { shell, person, team } = words.staff;
    const page = await newPage();
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
    const people = `**${routes.people.path}`;
    const withoutList = () =>
      page.route(people, async (route) => {
        const answer = await route.fetch();
        await route.fulfill({ json: { ...peopleSchema.parse(await answer.json()), team: null } });
      });
    const damaged = await newPage();
    await damageGrant(damaged, 'billing');
    await signInAtDesk(damaged, stage, 'owner');
    await damaged.getByText(shell.unopenedWays, { exact: true }).click();
    await shoot(damaged, 'team-damaged-key', { whole: false });

    await withoutList();
    await signInAtDesk(page, stage, 'owner');
    await press(shell.team);
    await page.getByText(team.unconfirmed, { exact: true }).first().waitFor();
    await shoot(page, 'team-list-unconfirmed');
    await press(person.manage(stage.hotel.people['front-desk'].displayName));
    await page.getByText(team.unconfirmed, { exact: true }).waitFor();
    await shoot(page, 'team-list-person');
    await press(person.remove);
    await page.getByText(person.consequences.sheet).waitFor();
    await shoot(page, 'team-list-leave', { whole: false });
    await page.keyboard.press('Escape');
    await press(person.back);

    await page.unroute(people);
    await press(shell.desk);
    await press(shell.team);
    await page.getByText(team.unconfirmed, { exact: true }).first().waitFor({ state: 'detached' });
    await page.locator('.team-place__people li').first().waitFor();
    await withoutList();
    await press(shell.desk);
    await press(shell.team);
    await page.getByRole('button', { name: team.anew, exact: true }).waitFor();
    await shoot(page, 'team-list-refused');
    await press(shell.lock);
    await signInAtDesk(page, stage, 'owner');
    await page.getByText(shell.teamRefused, { exact: true }).waitFor();
    await shoot(page, 'team-refused-note', { whole: false });
    await press(shell.lock);

    // What a tablet remembers that knew a later one.
    const { property, staffUrl, people: staff } = stage.hotel;
    await page.evaluate((hotel) => {
      const manifests = { [hotel]: { sequence: 2, hash: 'A'.repeat(43) } };
      localStorage.setItem('foyer.desk', JSON.stringify({ property: hotel, manifests }));
    }, property);
    await page.goto(staffUrl);
    await typeSignIn(page, staff.owner.handle, staff.owner.passphrase);
    await page.getByText(words.staff.older.title, { exact: true }).waitFor();
    await shoot(page, 'older-owner');
    await press(words.staff.older.restored);
    await shoot(page, 'older-go-on', { whole: false });
  },
};
