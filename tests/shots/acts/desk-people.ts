import { invitationLink } from '../../support/invitation-link.ts';
import type { Act } from '../act.ts';
import { primary } from './choose-yes.ts';
import { signInAtDesk } from './sign-in-at-desk.ts';

/** Who works here, how they leave and come back, and what each does for themselves. */
export const deskPeople: Act = {
  title: 'Desk: people',
  names: [
    'people-reminded',
    'people-training',
    'people-trained',
    'people-account',
    'people-sessions',
    'people-list',
    'people-person',
    'people-again',
    'people-again-exposed',
    'people-again-join',
    'people-again-words',
    'people-leave',
    'people-new-keys',
    'people-sheet-code',
    'people-new-owner',
  ],
  play: async ({ shoot, newPage, ownHotel, words }) => {
    const stage = await ownHotel();
    const { hotel } = stage;
    const { shell, person, team, training, account, invitation, join, restore, recovery, signIn } = words.staff;
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
    const page = await newPage();
    await signInAtDesk(page, stage, 'owner');
    await page.getByText(training.banner.training).waitFor();
    await shoot(page, 'people-reminded', { whole: false });
    await press(training.banner.read);
    await page.getByRole('heading', { level: 1, name: training.title }).waitFor();
    await shoot(page, 'people-training');
    await press(training.confirm);
    await page.getByText(training.done, { exact: true }).waitFor();
    await shoot(page, 'people-trained');
    await press(shell.menu);
    await press(account.title);
    await page.getByText(account.none).waitFor();
    await shoot(page, 'people-account');
    await press(shell.menu);
    await press(shell.sessions);
    await page.locator('.sessions-list li').waitFor();
    await shoot(page, 'people-sessions', { whole: false });
    await page.keyboard.press('Escape');

    await press(shell.team);
    await page.locator('.team-place__people li').first().waitFor();
    await shoot(page, 'people-list');
    const { displayName } = hotel.people.supervisor;
    await press(person.manage(displayName));
    await page.getByText(person.none).waitFor();
    await shoot(page, 'people-person');
    await press(person.again.open(displayName));
    await shoot(page, 'people-again');
    await page.getByText(person.again.exposed, { exact: true }).click();
    await shoot(page, 'people-again-exposed');
    await primary(page).click();
    await page.getByRole('button', { name: invitation.copyLink, exact: true }).waitFor();
    const back = await newPage();
    await back.goto(await invitationLink(page));
    await back.getByLabel(join.passphrase, { exact: true }).fill('eight paper lanterns');
    await back.getByLabel(team.again, { exact: true }).fill('eight paper lanterns');
    await shoot(back, 'people-again-join');
    await primary(back).click();
    await page.locator('.four-words').waitFor();
    await shoot(page, 'people-again-words');
    await press(invitation.different);
    await press(invitation.toTeam);

    await press(person.manage(displayName));
    await press(person.remove);
    await page.getByText(person.consequences.sheet).waitFor();
    await shoot(page, 'people-leave', { whole: false });
    await press(person.removeSubmit);
    await page.getByText(signIn.newKeys).waitFor();
    await shoot(page, 'people-new-keys');
    await press(restore.open);
    await page.getByLabel(recovery.code, { exact: true }).fill(hotel.recoveryCode);
    await shoot(page, 'people-sheet-code');
    await press(restore.submit);
    await page.getByRole('heading', { name: restore.opened }).waitFor();
    await shoot(page, 'people-new-owner');
  },
};
