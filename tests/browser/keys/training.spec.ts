import { aYearAgo } from '../../support/a-year-ago.ts';
import { bothLanguages } from '../both-languages.ts';
import { expectAccessibleEverywhere } from '../expect-accessible.ts';
import { logEntries } from '../staff/staff-test.ts';
import { expect, test } from './keys-test.ts';

test.use({ viewport: { width: 1024, height: 768 } });

for (const { locale, run } of bothLanguages('en')) {
  test.describe(locale, run, () => {
    test.use({ locale });

    test('somebody new is asked to read what to know, confirms it once, and is reminded a year later', async ({
      desk,
      page,
      hotel,
      own,
    }) => {
      test.slow();
      const { staff } = desk.words;
      const { training } = staff;
      const { handle, passphrase, id } = hotel.people['front-desk'];
      const asked = page.getByText(training.banner.training, { exact: true });
      await desk.signIn();
      await expect(asked).toBeVisible();
      await expect(page.getByText(training.banner.trainingFirst)).toBeVisible();
      // It asks and doesn't block: put away, the desk is there; it is in the menu all the same.
      await desk.press(training.banner.later);
      await expect(asked).toHaveCount(0);
      await desk.press(staff.shell.menu);
      await desk.press(training.title);
      await expect(page.getByRole('heading', { level: 1, name: training.title })).toBeVisible();
      await expect(page.getByText(staff.purposes.emergency)).toBeVisible();
      await expectAccessibleEverywhere(page, 'what to know', { widths: [375, 1024] });
      await desk.press(training.confirm);
      await expect(page.getByText(training.done, { exact: true })).toBeVisible();
      await expect(page.getByRole('button', { name: training.confirm })).toHaveCount(0);
      const confirmed = logEntries(own).filter(({ action }) => action === 'training-confirmed');
      expect(confirmed.map(({ actor }) => actor)).toEqual([id]);
      await desk.press(staff.shell.lock);
      await desk.type(handle, passphrase);
      await desk.expectLive();
      await expect(asked).toHaveCount(0);
      await desk.press(staff.shell.lock);

      aYearAgo(own);
      await desk.type(handle, passphrase);
      await expect(asked).toBeVisible();
      await expect(page.getByText(training.banner.passphrase)).toBeVisible();
      await expectAccessibleEverywhere(page, 'two reminders', { widths: [375, 1024] });
      await desk.press(training.banner.change);
      await expect(page.getByRole('heading', { name: staff.account.passphraseTitle, exact: true })).toBeVisible();
      await desk.press(staff.shell.lock);

      await desk.type(hotel.people.owner.handle, hotel.people.owner.passphrase);
      await desk.press(staff.shell.team);
      await expect(page.getByText(training.team.untrained)).toHaveCount(2);
      await expect(page.getByText(training.team.trainingDue('').trim())).toHaveCount(1);
      await expectAccessibleEverywhere(page, 'the team', { widths: [375, 768] });
    });
  });
}
