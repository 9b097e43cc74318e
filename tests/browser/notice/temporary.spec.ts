import { submissionSchema } from '../../../src/protocol/submission.ts';
import { addDays, toDate } from '../../../src/protocol/time.ts';
import { temporary as temporaryEn } from '../../../src/ui/messages/en/temporary.ts';
import { temporary as temporaryZh } from '../../../src/ui/messages/zh-hans/temporary.ts';
import { bothLanguages } from '../both-languages.ts';
import { expectAccessibleEverywhere } from '../expect-accessible.ts';
import { Guest } from '../guest/guest-test.ts';
import { expect, test } from './notice-test.ts';

const names = { 'zh-Hans': '简体中文', en: 'English' } as const;
const rule = { 'zh-Hans': '关于临时登记到访地的通告', en: 'Notice on registering places visited' } as const;
const said = { zh: temporaryZh, en: temporaryEn };
const phone = { viewport: { width: 375, height: 812 } };

for (const { language, locale, run } of bothLanguages('en')) {
  test.describe(language, run, () => {
    test.use({ locale });

    test('the owner enters a rule with an end, a guest reads and fills it in as law, the desk opens it with a reason, and the owner ends it', async ({
      owner,
      house,
      browser,
      watch,
      page,
      language: reads,
    }) => {
      test.slow();
      const { noticeEditor, staff } = owner.t;
      const t = noticeEditor.temporary;
      const today = toDate(Date.now());
      await owner.open();
      const review = page.getByRole('button', { name: noticeEditor.review, exact: true });
      await expect(review).toHaveAttribute('aria-disabled', 'true');
      // On a phone it is the whole page that was scrolled to the button.
      await page.setViewportSize(phone.viewport);
      await owner.press(`${t.enter}: ${staff.purposes.temporary}`);
      await expect(page.getByRole('heading', { level: 1, name: staff.purposes.temporary })).toBeInViewport({
        ratio: 1,
      });
      await page.setViewportSize({ width: 1024, height: 768 });
      await owner.press(noticeEditor.keep);
      await expect(page.getByLabel(t.name(names['zh-Hans']), { exact: true })).toBeFocused();
      for (const [key, name] of Object.entries(names)) {
        const chinese = key === 'zh-Hans';
        await owner.fill(t.name(name), chinese ? rule['zh-Hans'] : rule.en);
        await owner.fill(t.article(name), chinese ? '第三条' : 'Art. 3');
        await owner.fill(t.authority(name), chinese ? '市疾病预防控制局' : 'City Disease Control Bureau');
      }
      await owner.fill(t.issuedOn, addDays(today, -3));
      await owner.fill(t.asked, addDays(today, 400));
      for (const name of Object.values(t.fieldNames)) await page.getByLabel(name, { exact: true }).check();
      await owner.press(noticeEditor.keep);
      await expect(page.getByText(t.askedWrong)).toBeVisible();
      await owner.fill(t.asked, addDays(today, 20));
      await expect(page.locator('.two-columns').first()).toContainText(rule['zh-Hans']);
      await expectAccessibleEverywhere(page, 'a temporary rule');
      await owner.press(noticeEditor.keep);
      await owner.press(noticeEditor.review);
      await expect(page.locator('[data-asked]')).toHaveAttribute('data-asked', '0');
      await expect(page.locator('[data-purpose=temporary]')).toContainText(noticeEditor.newKey);
      await owner.publish(2);

      const silent = watch(await browser.newContext({ ...phone, locale, javaScriptEnabled: false }));
      const unscripted = await silent.newPage();
      await unscripted.goto(house.hotel.posters.reception);
      const law = unscripted.locator('.purpose-card--law', { hasText: reads === 'zh' ? rule['zh-Hans'] : rule.en });
      await expect(law).toBeVisible();
      await silent.close();

      const context = watch(await browser.newContext({ ...phone, locale }));
      const guest = new Guest(await context.newPage(), reads);
      const words = said[reads];
      const sending = guest.page.waitForRequest(/\/registrations$/);
      await guest.open(house.hotel.posters.reception);
      await guest.answer('emergency', 'yes');
      await guest.answer('temporary', 'here');
      await guest.press(guest.words.common.next);
      await guest.type('name', '林小满');
      await guest.type('phone', '138 1234 5678');
      await guest.pick('temporary-places-0-place', 'CN-42');
      await guest.press(words.addPlace);
      await guest.press(guest.words.guest.details.toReview);
      await expect(guest.page.getByText(guest.words.guest.details.errors(2))).toBeVisible();
      const links = guest.page.locator('.error-summary a');
      await expect(links).toHaveText([words.place(2), words.health]);
      await links.first().click();
      await expect(guest.page.locator('#field-temporary-places-1-place')).toBeFocused();
      await guest.pick('temporary-places-1-place', 'JP');
      await guest.pick('temporary-health', 'well');
      await expectAccessibleEverywhere(guest.page, 'what a temporary rule asks');
      await guest.press(guest.words.guest.details.toReview);
      await expect(guest.page.getByText(words.healthAnswers.well)).toBeVisible();
      await guest.press(guest.words.guest.review.seal);
      await expect(guest.page.getByText(guest.words.guest.receipt.received)).toBeVisible();
      const sealed = submissionSchema.parse(JSON.parse((await sending).postData() ?? ''));
      expect(sealed.envelopes.map(({ kind, purpose }) => purpose ?? kind).toSorted()).toEqual([
        'card',
        'emergency',
        'self',
        'temporary',
      ]);

      await owner.signIn();
      await owner.press(staff.shell.desk);
      await page.locator(`[data-registration="${sealed.registration}"]`).getByRole('button').click();
      const opened = page.locator('.opened-panel');
      await expect(page.getByText(words.provinces['CN-42'])).toHaveCount(0);
      await owner.press(staff.opening.title(staff.purposes.temporary));
      await owner.press(staff.opening.reasons['legal-duty']);
      await expect(opened).toContainText(words.provinces['CN-42']);
      await expect(opened).toContainText(words.healthAnswers.well);

      await page.getByRole('button', { name: noticeEditor.title, exact: true }).click();
      await owner.edit('temporary');
      await owner.press(t.endNow);
      await owner.press(noticeEditor.review);
      await owner.publish(3);
      await context.close();
    });
  });
}
