// The certificate of a run on paper: checked on the tablet first, and nothing printed but the sheet.

import { expectAccessible } from '../expect-accessible.ts';
import { expect, test } from '../own-hotel-test.ts';
import { pagesIn } from './read-poster.ts';

// Its server was started with the hotel in it: the first run of the day certifies.
test.use({ viewport: { width: 1024, height: 768 } });

for (const locale of ['zh-CN', 'en'] as const) {
  test.describe(locale, () => {
    test.use({ locale });

    test('a run’s certificate prints as one page, and the screen itself not at all', async ({ desk, hotel, page }) => {
      const { retention, shell } = desk.words.staff;
      await page.addInitScript(() => {
        window.print = () => undefined;
      });
      await desk.signIn(hotel.people.supervisor);
      await desk.press(shell.retention);
      const print = page.getByRole('button', { name: new RegExp(`^${retention.print}`) }).first();
      await expect(print).toBeVisible();
      await expectAccessible(page, 'certificates to print');
      await page.emulateMedia({ media: 'print' });
      await expect(page.getByText(shell.unprinted)).toBeVisible();
      await expect(page.locator('.retention-place__runs')).toBeHidden();
      await page.emulateMedia({ media: 'screen' });
      await print.click();
      const paper = page.locator('.certificate-paper');
      await expect(paper).toBeAttached();
      await page.emulateMedia({ media: 'print' });
      await expect(paper).toBeVisible();
      await expect(paper).toContainText(retention.nothingDue);
      // The whole sheet is on the page, its seal too.
      const wide = await paper.evaluate((sheet) => [
        sheet.getBoundingClientRect().left,
        sheet.scrollWidth - sheet.clientWidth,
      ]);
      expect(wide).toEqual([0, 0]);
      await expect(page.getByText(shell.unprinted)).toBeHidden();
      expect(await page.evaluate(() => document.body.innerText)).not.toContain(retention.lead);
      expect(pagesIn(await page.pdf({ preferCSSPageSize: true }))).toBe(1);
      await page.emulateMedia({ media: 'screen' });
      await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
      await expect(paper).toHaveCount(0);
    });

    test('a certificate that was changed on its way is not printed', async ({ desk, hotel, page }) => {
      const { retention, shell } = desk.words.staff;
      await page.route('**/api/v1/staff/retention', async (route) => {
        const response = await route.fetch();
        const text = (await response.text()).replace(/\\"to\\":\d+/g, '\\"to\\":0');
        await route.fulfill({ response, body: text });
      });
      await desk.signIn(hotel.people.owner);
      await desk.press(shell.retention);
      await page
        .getByRole('button', { name: new RegExp(`^${retention.print}`) })
        .first()
        .click();
      await expect(page.getByText(desk.words.problems.receipt_invalid.title)).toBeVisible();
      await expect(page.locator('.certificate-paper')).toHaveCount(0);
    });
  });
}
