import type { Locator } from '@playwright/test';
import { parseNotice } from '../../../src/protocol/notice.ts';
import { routes } from '../../../src/protocol/routes.ts';
import { expectAccessibleEverywhere } from '../expect-accessible.ts';
import { pagesIn } from './read-poster.ts';
import { expect, test } from './staff-test.ts';

for (const language of ['zh', 'en'] as const) {
  test.describe(language, () => {
    test.use({ locale: language === 'zh' ? 'zh-CN' : 'en-GB' });

    test('the paper form is two sheets: equal boxes and the law’s part to give back, the notice to keep', async ({
      desk,
      page,
      expectedErrors,
    }) => {
      expectedErrors.push(/ERR_INTERNET_DISCONNECTED/);
      const { staff } = desk.words;
      await desk.signIn();
      await desk.expectLive();
      // The line is gone for a moment: it is said of what was to be read, and read once the line is back.
      const published = `**${routes.property.path.replace(':property', '*')}?lang=*`;
      await page.route(published, (route) => route.abort('internetdisconnected'));
      await desk.press(staff.assisted.open);
      await desk.press(staff.assisted.paper);
      await expect(page.getByText(staff.unread)).toBeVisible();
      await page.unroute(published);
      await page.evaluate(() => window.dispatchEvent(new Event('online')));
      const form = page.locator('.paper-form');
      await expect(form).toBeVisible();
      await expect(page.getByText(staff.unread)).toHaveCount(0);
      await expectAccessibleEverywhere(page, 'paper form');

      const said = (await form.textContent()) ?? '';
      for (const text of Object.values(desk.hotel.notices)) {
        const notice = parseNotice(text);
        for (const { title, plain, rule, retentionText, refusal, items } of notice.purposes)
          for (const words of [
            title,
            plain,
            rule,
            retentionText,
            refusal,
            ...items.flatMap((one) => one.sensitive ?? []),
          ])
            expect(said, 'a use keeps its published words').toContain(words);
        const { controller, complaints, passedOn, crossBorder } = notice;
        for (const words of [controller.name, controller.contact, controller.officer.contact, crossBorder])
          expect(said).toContain(words);
        for (const { name, contact } of [...complaints, ...passedOn]) {
          expect(said).toContain(name);
          expect(said).toContain(contact);
        }
      }
      expect(said, 'nothing a pen cannot do').not.toMatch(/phone and seal|手机上|回执|receipt|envelope|信封/u);

      const boxes = await form.locator('.paper-form__box').evaluateAll((all) =>
        all.map((one) => {
          const { width, height } = one.getBoundingClientRect();
          return `${width.toFixed(1)} ${height.toFixed(1)} ${one.textContent}`;
        }),
      );
      expect(boxes.length).toBe(8);
      expect(new Set(boxes).size, 'yes and no are of one size, and empty').toBe(1);

      await page.emulateMedia({ media: 'print' });
      expect(await clippedIn(form)).toEqual([]);
      expect(pagesIn(await page.pdf({ preferCSSPageSize: true }))).toBe(4);
      await page.emulateMedia({ media: null });

      await desk.press(staff.paper.full);
      await expect(form.getByRole('heading', { name: desk.words.common.notice.collectedList })).toBeVisible();
      await page.emulateMedia({ media: 'print' });
      expect(await clippedIn(form)).toEqual([]);
    });
  });
}

function clippedIn(form: Locator): Promise<string[]> {
  return form
    .locator('*')
    .evaluateAll((all) =>
      all
        .filter((one) => one instanceof HTMLElement && one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0)
        .map((one) => one.outerHTML.slice(0, 100)),
    );
}
