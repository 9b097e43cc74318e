import { invitationLink } from '../../support/invitation-link.ts';
import { posterChannels } from '../../../src/protocol/poster.ts';
import type { Act } from '../act.ts';
import { primary } from './choose-yes.ts';
import { chooseGuest, signInAtDesk } from './sign-in-at-desk.ts';

export const deskOwner: Act = {
  title: 'Desk: owner',
  names: [
    'owner-desk',
    'owner-menu',
    ...posterChannels.flatMap((channel) => [`posters-${channel}`, `paper-poster-${channel}`]),
    'recovery-place',
    'retention',
    'records',
    'records-kept',
    'paper-anchor',
    'team',
    'team-add',
    'team-add-errors',
    'team-invitation',
    'join',
    'join-words',
    'team-words',
    'join-done',
    'join-used',
  ],
  play: async ({ shoot, shootPaper, newPage, ownHotel, words }) => {
    const stage = await ownHotel();
    const { shell, posters, team } = words.staff;
    const page = await newPage();
    await signInAtDesk(page, stage, 'owner');
    await chooseGuest(page, '欧阳晓岚');
    await shoot(page, 'owner-desk', { whole: false });
    await page.getByRole('button', { name: shell.menu, exact: true }).click();
    await shoot(page, 'owner-menu', { whole: false });
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: shell.posters, exact: true }).click();
    await page.getByLabel(posters.printAnyway).check();
    for (const channel of posterChannels) {
      await page
        .locator('.posters-place')
        .getByRole('button', { name: posters.channels[channel], exact: true })
        .click();
      await page.locator('.posters-place__preview').getByRole('img', { name: posters.channels[channel] }).waitFor();
      await shoot(page, `posters-${channel}`);
      await shootPaper(page, `paper-poster-${channel}`);
    }
    await page.getByRole('button', { name: shell.recovery, exact: true }).click();
    await page.locator('.state-note--done').waitFor();
    await shoot(page, 'recovery-place');
    await page.locator('.place-tabs__tab[data-place=retention]').click();
    await page.locator('.retention-place__day').first().waitFor();
    await shoot(page, 'retention');
    await page.getByRole('button', { name: words.records.tab, exact: true }).click();
    await page.getByText(words.records.keptNone).waitFor();
    await shoot(page, 'records');
    await page.getByRole('button', { name: words.records.save, exact: true }).click();
    await page.locator('.records-place__kept li').waitFor();
    await shoot(page, 'records-kept');
    await shootPaper(page, 'paper-anchor');
    await page.getByRole('button', { name: shell.team, exact: true }).click();
    await page.locator('.team-place__people li').first().waitFor();
    await shoot(page, 'team');
    await page.getByRole('button', { name: team.add, exact: true }).click();
    await page.getByLabel(team.handle, { exact: true }).waitFor();
    await shoot(page, 'team-add');
    await primary(page).click();
    await page.locator('.field__error').first().waitFor();
    await shoot(page, 'team-add-errors');
    const { invitation, join } = words.staff;
    await page.getByLabel(team.name, { exact: true }).fill('林晓');
    await page.getByLabel(team.handle, { exact: true }).fill('linxiao');
    await primary(page).click();
    const code = page.getByRole('button', { name: invitation.copyLink, exact: true });
    await code.waitFor();
    await shoot(page, 'team-invitation');
    const link = await invitationLink(page);
    const invited = await newPage();
    await invited.goto(link);
    await invited.getByLabel(join.passphrase, { exact: true }).fill('eight paper lanterns');
    await invited.getByLabel(team.again, { exact: true }).fill('eight paper lanterns');
    await shoot(invited, 'join');
    await primary(invited).click();
    await invited.locator('.four-words').waitFor();
    await shoot(invited, 'join-words');
    await page.locator('.four-words').waitFor();
    await shoot(page, 'team-words');
    await page.getByRole('button', { name: invitation.same, exact: true }).click();
    await invited.getByRole('button', { name: join.toSignIn, exact: true }).waitFor();
    await shoot(invited, 'join-done');
    const late = await newPage();
    await late.goto(link);
    await late.getByText(join.over.used.title).waitFor();
    await shoot(late, 'join-used');
  },
};
