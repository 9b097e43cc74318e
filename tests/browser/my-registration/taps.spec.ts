import { companions as zh } from '../../../src/ui/messages/zh-hans/companions.ts';
import { registerLead } from '../companions/companions-test.ts';
import { expectAccessible } from '../expect-accessible.ts';
import { expect, Mine, test } from './mine-test.ts';

for (const locale of ['zh-CN', 'en-GB']) {
  test.describe(`taps, ${locale}`, () => {
    test.use({ locale });

    test('taking back costs no more than giving, two from the receipt; deleting costs three', async ({
      guest,
      hotel,
      page,
    }) => {
      await registerLead(guest, hotel);
      const registering = guest.taps;
      const fields = await page.locator('form .field__control:visible').count();
      expect(fields).toBe(0);
      const mine = new Mine(page, locale === 'zh-CN' ? 'zh' : 'en');
      // From the receipt: one tap opens, one takes back.
      mine.taps = 1;
      await page.getByRole('link', { name: mine.words.guest.registration.title }).click();
      await expect(mine.radio('offers', 'yes')).toBeChecked();
      await mine.choose('offers', 'no');
      await expect(mine.card('offers').locator('.state-note')).toBeVisible();
      await expect(mine.radio('offers', 'no')).toBeChecked();
      const fromReceipt = mine.taps;
      mine.taps = 0;
      await mine.choose('offers', 'yes');
      await expect(mine.radio('offers', 'yes')).toBeChecked();
      const give = mine.taps;
      mine.taps = 0;
      await mine.choose('offers', 'no');
      await expect(mine.radio('offers', 'no')).toBeChecked();
      const takeBack = mine.taps;
      mine.taps = 0;
      await mine.press(mine.t.deletion.open);
      await mine.press(mine.t.deletion.confirm);
      await expect(page.getByText(mine.t.certificate.doneText)).toBeVisible();
      console.log(
        `taps, ${locale}: register ${registering}, give ${give}, take back ${takeBack}, from the receipt ${fromReceipt}, delete ${mine.taps}`,
      );
      expect(registering).toBeLessThanOrEqual(20);
      expect(takeBack).toBeLessThanOrEqual(give);
      expect(fromReceipt).toBeLessThanOrEqual(2);
      expect(mine.taps).toBeLessThanOrEqual(3);
    });

    test('everything works by keyboard, and shows in forced colours', async ({ mine, registered, page }) => {
      await page.emulateMedia({ forcedColors: 'active' });
      await mine.open(registered.link);
      await mine.expectVerifiedLog();
      await expectAccessible(page, 'my registration, forced colours');
      const tabTo = async (target: ReturnType<typeof page.locator>) => {
        for (let presses = 0; presses < 120; presses += 1) {
          await page.keyboard.press('Tab');
          if (await target.evaluate((element) => element === document.activeElement)) {
            const box = await target.evaluate((element) => {
              const shown = element.closest('label') ?? element;
              const { top, bottom } = shown.getBoundingClientRect();
              return { top, bottom, height: window.innerHeight };
            });
            expect(box.bottom).toBeGreaterThan(0);
            expect(box.top).toBeLessThan(box.height);
            return;
          }
        }
        throw new Error('no way there by keyboard');
      };
      const offers = mine.radio('offers', 'yes');
      await tabTo(offers);
      await page.keyboard.press('ArrowRight');
      await expect(mine.radio('offers', 'no')).toBeChecked();
      await expect(mine.card('offers').locator('.state-note')).toBeVisible();
      await tabTo(page.getByRole('button', { name: mine.t.told.change }));
      await page.keyboard.press('Enter');
      await expect(page.locator('#field-name')).toBeVisible();
      await tabTo(page.locator('#field-name'));
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.type(locale === 'zh-CN' ? '欧阳晓兰' : 'Someone Else');
      await tabTo(page.getByRole('button', { name: mine.words.guest.details.toReview }));
      await page.keyboard.press('Enter');
      await expect(page.getByRole('heading', { level: 1, name: mine.t.correct.review })).toBeFocused();
      await tabTo(page.getByRole('button', { name: mine.t.correct.seal }));
      await page.keyboard.press('Enter');
      await expect(page.getByText(mine.t.correct.done)).toBeVisible();
      await tabTo(page.getByRole('button', { name: mine.t.deletion.open }));
      await page.keyboard.press('Enter');
      await tabTo(page.getByRole('button', { name: mine.t.deletion.confirm }));
      await page.keyboard.press('Enter');
      await expect(page.getByText(mine.t.certificate.doneText)).toBeVisible();
    });
  });
}

test('a child and another adult are added afterwards: one by correction, one by a link of their own', async ({
  mine,
  registered,
  page,
}) => {
  await mine.open(registered.link);
  await expect(page.getByRole('button', { name: zh.ownPhone })).toBeVisible();
  await mine.press(mine.t.told.change);
  const { details, receipt } = mine.words.guest;
  await mine.press(details.addMinor);
  await page.locator('#field-minors-0-minorName').fill('欧阳小满');
  await page.locator('#field-minors-0-minorAge').selectOption('under-14');
  await page.locator('#field-minors-0-guardianRelation').fill('母亲');
  await mine.press(details.iAmGuardian);
  if ((await page.locator('#field-minors-0-guardianContact').inputValue()) === '')
    await page.locator('#field-minors-0-guardianContact').fill('13812345678');
  await mine.press(details.toReview);
  await mine.press(mine.t.correct.seal);
  await expect(page.getByText(mine.t.correct.done)).toBeVisible();
  await expect(page.locator('#mine-told').getByText('欧阳小满').first()).toBeVisible();
  await page.locator('.receipts summary').first().click();
  await expect(page.getByText(receipt.acting.guardian).first()).toBeVisible();
  await expect(page.locator('.receipts').getByText(mine.t.receipts.checked)).toHaveCount(2);
});
