import { formatRecoveryCode } from '../../../src/crypto/recovery-code.ts';
import { aYearAgo } from '../../support/a-year-ago.ts';
import { bothLanguages } from '../both-languages.ts';
import { expectAccessibleEverywhere } from '../expect-accessible.ts';
import { Desk } from '../staff/staff-test.ts';
import { expect, strangersSecret, test } from './keys-test.ts';

test.use({ viewport: { width: 1024, height: 768 } });

for (const { language, locale, run } of bothLanguages('zh')) {
  test.describe(locale, run, () => {
    test.use({ locale });

    test('a lost owner comes back with the recovery sheet, and everyone hears of it', async ({
      desk,
      page,
      hotel,
      browser,
      watch,
      expectedErrors,
    }) => {
      test.slow();
      expectedErrors.push(/422/);
      const { staff, common } = desk.words;
      const { restore, recovery, team } = staff;
      await page.goto(hotel.staffUrl);
      await desk.press(restore.open);
      const box = page.getByLabel(recovery.code, { exact: true });

      await test.step('a slip and a stranger’s sheet are told apart', async () => {
        await box.fill(hotel.recoveryCode.slice(0, 12));
        await desk.press(restore.submit);
        await expect(page.getByText(recovery.wrong.length)).toBeVisible();
        await box.fill(await formatRecoveryCode(strangersSecret()));
        await desk.press(restore.submit);
        await expect(page.getByText(restore.other)).toBeVisible();
        await expectAccessibleEverywhere(page, 'the sheet’s code', { widths: [375] });
      });

      await box.fill(hotel.recoveryCode.toLowerCase().replaceAll('-', ' '));
      await desk.press(restore.submit);
      await expect(page.getByRole('heading', { name: restore.opened })).toBeVisible();
      await expect(page.locator('.seal-with-words')).toBeVisible();
      await expectAccessibleEverywhere(page, 'the new owner', { widths: [375] });
      const fill = (label: string, text: string) => page.getByLabel(label, { exact: true }).fill(text);
      await fill(team.name, '周明 Zhou');
      await fill(team.handle, 'Zhou.M');
      await fill(restore.passphrase, 'a lantern over the bridge');
      await fill(team.again, 'a lantern over the bridge');
      await desk.press(restore.create);

      // An owner again, whose first task is another sheet.
      await expect(page.getByText(recovery.used, { exact: true })).toBeVisible({ timeout: 30_000 });
      await desk.press(staff.shell.posters);
      await expect(page.getByText(restore.banner.used)).toBeVisible();
      await expect(page.getByText(staff.posters.again)).toBeVisible();
      await desk.press(staff.shell.team);
      await expect(page.getByText('周明 Zhou').first()).toBeVisible();

      const other = await browser.newContext({ locale });
      watch(other);
      const colleague = new Desk(await other.newPage(), hotel, language);
      await colleague.signIn();
      const banner = colleague.page.getByRole('alert').filter({ hasText: '周明 Zhou' });
      await expect(banner).toBeVisible();
      await banner.getByRole('button', { name: common.close }).click();
      await expect(banner).toHaveCount(0);
      await colleague.page.close();
      await other.close();
    });
  });
}

for (const { locale, run } of bothLanguages('en')) {
  test.describe(locale, run, () => {
    test.use({ locale });

    test('a year later the owner is asked to try the sheet again; with it the banner goes, and the day is written down', async ({
      desk,
      page,
      hotel,
      own,
    }) => {
      test.slow();
      const { staff, common } = desk.words;
      const { rehearsal, code, check, rehearse } = staff.recovery;
      const { banner } = staff.restore;
      await desk.signIn(hotel.people.owner);
      await desk.expectLive();
      await expect(page.getByText(banner.due)).toHaveCount(0);
      await desk.press(staff.shell.lock);
      aYearAgo(own);
      await desk.type(hotel.people.owner.handle, hotel.people.owner.passphrase);
      await expect(page.getByText(banner.due)).toBeVisible();
      await expectAccessibleEverywhere(page, 'a rehearsal is due', { widths: [375, 768] });
      await desk.press(banner.toSheet);
      await expect(page.getByText(banner.due)).toHaveCount(0);
      await expect(page.getByText(rehearsal.proof)).toHaveCount(1);
      await desk.press(rehearse);
      await expect(page.getByRole('heading', { name: rehearsal.title })).toBeVisible();
      await page.getByLabel(code, { exact: true }).fill(hotel.recoveryCode);
      await desk.press(check);
      await expect(page.getByText(rehearsal.doneText)).toBeVisible();
      await desk.press(common.done);
      await expect(page.getByText(rehearsal.again)).toHaveCount(1);
      await expectAccessibleEverywhere(page, 'the sheet’s place', { widths: [375] });
      await desk.press(staff.shell.desk);
      await desk.expectLive();
      await expect(page.getByText(banner.due)).toHaveCount(0);
    });
  });
}
