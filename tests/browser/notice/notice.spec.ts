import { publishNotice, keepOffersFor } from '../../support/publish-notice.ts';
import { bothLanguages } from '../both-languages.ts';
import { expectAccessibleEverywhere } from '../expect-accessible.ts';
import { Guest } from '../guest/guest-test.ts';
import { words } from '../guest/words.ts';
import { openAtDesk } from '../my-registration/mine-test.ts';
import { expect, test } from './notice-test.ts';

const names = { 'zh-Hans': '简体中文', en: 'English' } as const;

for (const { language, locale, run } of bothLanguages('zh')) {
  test.describe(language, run, () => {
    test.use({ locale });

    test('the owner changes what offers are for: one guest answers, one doesn’t, and the desk sees which words hold', async ({
      owner,
      house,
      registers,
      opensMine,
      browser,
      watch,
      page,
    }) => {
      test.slow();
      const answers = await registers(['billing', 'offers']);
      const silent = await registers(['billing', 'offers']);
      const says = await registers(['billing']);
      const t = owner.t.noticeEditor;
      await owner.open();
      await expectAccessibleEverywhere(page, 'notice');

      await owner.edit('offers');
      await owner.fill(t.plain(names['zh-Hans']), '有优惠、有新鲜事，每月给您寄一封信。您说停，我们就停。');
      await owner.fill(t.plain(names.en), '');
      await owner.press(t.keep);
      await expect(page.getByLabel(t.plain(names.en), { exact: true })).toBeFocused();
      await expect(page.getByText(t.missing)).toBeVisible();
      await owner.fill(t.plain(names.en), 'x'.repeat(401));
      await owner.press(t.keep);
      await expect(page.getByText(t.tooLong(400))).toBeVisible();
      await owner.fill(
        t.plain(names.en),
        'Once a month we write to you about prices and what is new here. When you say stop, we stop.',
      );
      await page.locator('select').selectOption('24');
      await owner.press(t.addRecipient);
      await owner.fill(t.name, '望江茶馆');
      await owner.fill(t.contact, '020-5550 0200');
      for (const one of Object.values(names)) {
        await owner.fill(t.whatFor(one), one === 'English' ? 'Invitations to tastings' : '邀请您品茶');
        await owner.fill(t.method(one), one === 'English' ? 'A list, once a month' : '每月一份名单');
      }
      await expect(page.locator('.two-columns')).toHaveCount(2);
      await expect(page.locator('.two-columns').first()).toContainText('每月给您寄一封信');
      await expect(page.locator('div[lang="zh-Hans"] .two-columns__label').first()).toHaveText('简单说');
      await expect(page.locator('div[lang="en"] .two-columns__label').first()).toHaveText('In plain words');
      await expectAccessibleEverywhere(page, 'one use of details');
      await owner.press(t.keep);

      await page.getByRole('button', { name: owner.t.common.edit, exact: true }).click();
      await owner.fill(t.officerContact, '020-5550 0999');
      await owner.press(t.addProcessor);
      await owner.fill(t.name, '云上托管');
      await owner.fill(t.contact, '400-555 0300');
      for (const one of Object.values(names)) {
        await owner.fill(t.whatFor(one), one === 'English' ? 'Keeping our server running' : '托管本店服务器');
        await owner.fill(t.place(one), one === 'English' ? 'Guangzhou' : '广州');
      }
      await expectAccessibleEverywhere(page, 'the hotel');
      await owner.press(t.keep);
      await owner.press(t.review);
      await expect(page.locator('[data-asked]')).toHaveAttribute('data-asked', '1');
      const { removed, added } = await owner.marked('offers');
      expect(removed.join(' ')).toContain('12');
      expect(added.join(' ')).toContain('24');
      expect(added.join(' ')).toContain('望江茶馆');
      await page.locator('summary').click();
      await expect(page.locator('.disclosure')).toContainText('020-5550 0999');
      await expectAccessibleEverywhere(page, 'before publishing');
      await owner.publish(2);

      const yes = await opensMine(answers);
      await expect(yes.page.locator('.changed-card')).toHaveCount(1);
      await expect(yes.page.locator('.changed-card ins').first()).toBeVisible();
      await expect(yes.page.locator('.changed-card')).toContainText('望江茶馆');
      for (const answer of ['yes', 'no'] as const) await expect(yes.radio('offers', answer)).not.toBeChecked();
      await expectAccessibleEverywhere(yes.page, 'asked again');
      await yes.press(yes.t.rules.open);
      await expect(yes.page.locator('.rules-page__part').first()).toBeVisible();
      await expectAccessibleEverywhere(yes.page, 'rules then and now');
      await yes.press(yes.words.common.back);
      yes.taps = 0;
      await yes.choose('offers', 'yes');
      await expect(yes.card('offers').getByText(yes.t.choices.given, { exact: true })).toBeVisible();
      expect(yes.taps).toBe(1);
      await expect(yes.page.locator('.changed-card')).toHaveCount(0);
      await expect(yes.card('offers')).toContainText('24');

      const quiet = await opensMine(silent);
      await expect(quiet.page.locator('.changed-card')).toHaveCount(1);
      await quiet.page.goto('about:blank');
      await quiet.open(silent.link);
      await expect(quiet.page.locator('.changed-card')).toHaveCount(1);
      await expect(quiet.page.locator('.receipts > *')).toHaveCount(1);
      const never = await opensMine(says);
      await expect(never.radio('offers', 'no')).toBeChecked();
      await expect(never.page.locator('.changed-card')).toHaveCount(0);

      const desk = await openAtDesk(browser, watch, house.hotel, silent);
      await expect(desk.locator('.purpose-lines')).toContainText('第 1 版，没有同意今天的');
      await desk.context().close();
      const other = await openAtDesk(browser, watch, house.hotel, answers);
      await expect(other.locator('.purpose-lines')).toContainText('告知第 2 版');
      await expect(other.locator('.purpose-lines')).not.toContainText('没有同意今天的');
      await other.context().close();

      await quiet.choose('offers', 'no');
      await expect(quiet.card('offers').getByText(quiet.t.choices.takenBack, { exact: true })).toBeVisible();
    });

    test('a registration under way is asked only for what changed, with nothing typed again', async ({
      house: { url, hotel },
      page,
      expectedErrors,
    }) => {
      await page.setViewportSize({ width: 375, height: 812 });
      const guest = new Guest(page, language === 'zh' ? 'zh' : 'en');
      const t = words[language === 'zh' ? 'zh' : 'en'];
      await guest.open(hotel.posters.lobby);
      for (const purpose of ['billing', 'offers'] as const) await guest.answer(purpose, 'yes');
      await guest.press(t.common.next);
      await guest.type('name', '林知夏');
      await guest.type('phone', '13812345678');
      await guest.press(t.guest.details.toReview);
      await guest.expectHeading(t.guest.review.title);
      // Published after the phone looked at the rules for the last time: the server refuses, the phone asks.
      await publishNotice(url, hotel.property, keepOffersFor(36), Date.now());
      expectedErrors.push(/409/);
      await guest.press(t.guest.review.seal);
      await guest.expectHeading(t.newRules.title);
      await expect(page.locator('.purpose-card')).toHaveCount(1);
      await guest.answer('offers', 'no');
      await guest.press(t.newRules.goOn);
      await expect(page.getByText(t.guest.receipt.received)).toBeVisible();
      const offers = page.locator('.receipt-contents__purpose', { hasText: language === 'zh' ? '优惠' : 'Offers' });
      await expect(offers).toContainText(t.guest.receipt.refusedByGuest);
    });
  });
}

test('an owner who is second is told so, keeps every edit, and publishes both', async ({
  owner,
  house,
  page,
  expectedErrors,
}) => {
  expectedErrors.push(/409/);
  const t = owner.t.noticeEditor;
  await owner.open();
  await owner.edit('offers');
  await page.locator('select').selectOption('6');
  await owner.press(t.keep);
  // Left half-way for another place, and then for a lock: the same person finds what they typed, and what they kept.
  await owner.press(owner.t.staff.shell.settings);
  await owner.fill(owner.t.staff.settings.hours, '72');
  await owner.press(t.title);
  await page.getByRole('button', { name: owner.t.common.edit, exact: true }).click();
  await owner.fill(t.officer, '陈小姐');
  await owner.press(owner.t.staff.shell.lock);
  await expect(page.locator('input[autocomplete=current-password]')).toBeVisible();
  await owner.typePassphrase();
  await owner.press(owner.t.staff.shell.settings);
  await expect(page.getByLabel(owner.t.staff.settings.hours, { exact: true })).toHaveValue('72');
  await owner.press(t.title);
  await expect(page.getByLabel(t.officer, { exact: true })).toHaveValue('陈小姐');
  await owner.press(owner.t.common.back);
  await owner.press(t.leave);
  await expect(page.getByText(t.changed, { exact: true })).toBeVisible();
  const { url, hotel } = house;
  await publishNotice(url, hotel.property, (profile) => ({ ...profile, contact: '020-5550 0888' }), Date.now());
  await owner.press(t.review);
  await owner.press(t.publish(2));
  await expect(page.getByText(t.conflict)).toBeVisible();
  await owner.publish(3);
  await owner.edit('offers');
  await expect(page.locator('select')).toHaveValue('6');
  await owner.press(owner.t.common.back);
  await page.getByRole('button', { name: owner.t.common.edit, exact: true }).click();
  await expect(page.getByLabel(t.hotelContact, { exact: true })).toHaveValue('020-5550 0888');
});

test('a use that is retired stays with those who agreed and is asked of nobody', async ({
  owner,
  registers,
  opensMine,
  page,
}) => {
  const t = owner.t.noticeEditor;
  const agreed = await registers(['billing', 'offers']);
  await owner.open();
  await owner.edit('offers');
  await owner.press(t.retire);
  await expect(page.locator('[data-purpose=offers]')).toContainText(t.retired);
  await owner.press(t.review);
  await expect(page.locator('[data-asked]')).toHaveAttribute('data-asked', '0');
  await owner.publish(2);
  const mine = await opensMine(agreed);
  await expect(mine.card('offers')).toContainText(mine.t.choices.retired);
  await mine.choose('offers', 'no');
  const card = mine.page.locator('.choice-card', { hasText: mine.t.choices.retiredOver });
  await expect(card.getByText(mine.t.choices.takenBack, { exact: true })).toBeVisible();
  await expect(card.locator('input')).toHaveCount(0);
});
