import { bothLanguages } from '../both-languages.ts';
import { expectAccessibleEverywhere } from '../expect-accessible.ts';
import { expect, logEntries, test } from './staff-test.ts';

for (const { language, locale, run } of bothLanguages('en')) {
  test.describe(language, run, () => {
    test.use({ locale });

    test('the desk enters a sheet, past its day it is loud, and a supervisor notes twice asked that it is gone', async ({
      desk,
      page,
      server,
    }) => {
      const { staff } = desk.words;
      const t = staff.paperRegister;
      const tab = page.locator('[data-place=paper-register]');
      await desk.signIn();
      await tab.click();
      await desk.press(t.add);
      await desk.press(t.adding.submit);
      await expect(page.getByText(t.adding.usesMissing)).toBeVisible();
      await page.getByLabel(staff.purposes.emergency, { exact: true }).check();
      await page.getByLabel(staff.purposes.offers, { exact: true }).check();
      // A stay of long ago: the sheet's first use should be gone by now.
      await page.getByLabel(t.adding.checkOut).fill('2026-10-09');
      await page.getByLabel(t.adding.place).selectOption('safe');
      await expectAccessibleEverywhere(page, 'entering a sheet');
      await desk.press(t.adding.submit);
      const line = page.locator('.paper-register__line').first();
      await expect(line).toContainText(t.places.safe);
      await expect(line).toContainText(t.states.overdue);
      const number = Number(await line.getAttribute('data-paper'));
      await expect(page.getByText(t.adding.done(number))).toBeVisible();
      await expect(line.getByText(t.supervisor)).toBeVisible();
      await expect(line.getByRole('button', { name: t.whole.shredded })).toHaveCount(0);
      await expect(tab).toHaveText(t.tabDue(1));
      await page.locator('[data-place=desk]').click();
      await expect(page.getByText(t.banner(1))).toBeVisible();

      await desk.signIn(desk.hotel.people.supervisor);
      await desk.press(t.bannerOpen);
      await desk.press(t.filters.due);
      await desk.press(t.strikeOut(staff.purposes.emergency));
      const dialog = page.getByRole('dialog');
      await expect(dialog).toContainText(t.sure['struck-out']);
      await expect(dialog).not.toContainText(t.sure.early);
      await expectAccessibleEverywhere(page, 'asked twice');
      await desk.press(desk.words.common.cancel);
      await expect(line).toContainText(t.states.overdue);
      await desk.press(t.strikeOut(staff.purposes.emergency));
      await desk.press(t.sure.yes);
      await expect(page.getByText(t.none)).toBeVisible();
      await desk.press(t.filters.kept);
      await expect(line).toContainText(t.ways['struck-out']);
      await desk.press(t.whole.shredded);
      await expect(dialog).toContainText(t.sure.early);
      await desk.press(t.sure.yes);
      await desk.press(t.filters.destroyed);
      await expect(line).toContainText(t.ways.shredded);
      await expect(tab).toHaveText(t.tab);
      await page.getByLabel(t.use, { exact: true }).selectOption('identity');
      await expect(page.getByText(t.none)).toBeVisible();
      await expectAccessibleEverywhere(page, 'register of paper');
      const { id } = desk.hotel.people.supervisor;
      const gone = logEntries(server).filter(({ action, actor }) => action === 'paper-destroyed' && actor === id);
      expect(gone.slice(-2).map(({ purpose }) => purpose)).toEqual(['emergency', 'offers']);
    });
  });
}
