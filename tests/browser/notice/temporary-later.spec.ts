// What became of a temporary purpose after it was filled in: with its guest, at the desk and on paper, while it runs and once its day has come.

import type { Page } from '@playwright/test';
import { parseCertificate } from '../../../src/protocol/erasure-certificate.ts';
import type { Language } from '../../../src/protocol/languages.ts';
import { pages } from '../../../src/protocol/pages.ts';
import { submissionSchema } from '../../../src/protocol/submission.ts';
import type { TemporaryRule } from '../../../src/protocol/temporary-rule.ts';
import { addDays, toDate } from '../../../src/protocol/time.ts';
import { openPurpose } from '../../../src/staff/desk/open-purpose.ts';
import { temporary as temporaryEn } from '../../../src/ui/messages/en/temporary.ts';
import { languageNames } from '../../../src/ui/messages/language.ts';
import { formatCalendarDate } from '../../../src/ui/messages/format-date.ts';
import { temporary as temporaryZh } from '../../../src/ui/messages/zh-hans/temporary.ts';
import { GuestPhone, sampleDetails } from '../../support/guest-phone.ts';
import { ownerAtWork, publishNotice } from '../../support/publish-notice.ts';
import { emptyEnvelope } from '../../support/server-fixtures.ts';
import { askTemporarily, temporaryPurpose } from '../../support/temporary-purpose.ts';
import { bothLanguages } from '../both-languages.ts';
import { expectAccessible } from '../expect-accessible.ts';
import { Guest } from '../guest/guest-test.ts';
import { Mine } from '../my-registration/mine-test.ts';
import { Desk } from '../staff/staff-test.ts';
import { type Clocked, expect, test } from './clocked-test.ts';

const day = 86_400_000;
/** A rule's name is its owner's to write, whatever they write: it is only ever text. */
const hostile = '<img src=x onerror=alert(1)>"&';
const names = { 'zh-Hans': `关于登记到访地的通告${hostile}`, en: `Notice on places visited ${hostile}` } as const;
const said = { zh: temporaryZh, en: temporaryEn };
const tablet = { viewport: { width: 1024, height: 768 } };

/** The hotel asking up to and on a day, and two guests who answered and have arrived. */
async function furnish({ server, hotel }: Clocked, asked: string) {
  const today = toDate(server.clock.now);
  const rule = { name: names, issuedOn: addDays(today, -3), enteredOn: today };
  const edit = askTemporarily(temporaryPurpose(asked, 0, rule));
  const { manifest, publication } = await publishNotice(server.url, hotel.property, edit, server.clock.now);
  const asking = { ...hotel, manifest, notices: publication.notices };
  const told = {
    ...sampleDetails,
    checkIn: today,
    checkOut: addDays(today, 20),
    temporary: { places: ['CN-42', 'JP'], health: 'well' as const },
  };
  const guest = async (name: string) => {
    const phone = await GuestPhone.register(server, asking, ['emergency'], { ...told, name });
    const { session } = await ownerAtWork(server.url, hotel.property);
    const desk = emptyEnvelope('desk', null, manifest.manifest.card.keyId);
    await session.api.arrive(phone.registration, { checkOut: told.checkOut, desk });
    return { phone, link: `${server.url}${pages.registration}#${phone.sealed.secret}` };
  };
  return { stays: await guest('林小满'), deletes: await guest('顾清') };
}

/** Whatever has become of them. */
const showAll = (desk: Desk) =>
  desk.page.locator('.guest-list__view', { hasText: desk.words.staff.list.views.all }).click();

const paperOf = async (desk: Desk): Promise<Record<'short' | 'full', string>> => {
  const { staff } = desk.words;
  await desk.press(staff.assisted.open);
  await desk.press(staff.assisted.paper);
  const form = desk.page.locator('.paper-form');
  await expect(form).toBeVisible();
  const short = (await form.textContent()) ?? '';
  const cells = form.locator('.paper-form__people td');
  const cut = await cells.evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth + 1).length);
  expect(cut, 'nothing is cut off').toBe(0);
  await desk.press(staff.paper.full);
  await expect(form.getByRole('heading', { name: desk.words.common.notice.collectedList })).toBeVisible();
  return { short, full: (await form.textContent()) ?? '' };
};

for (const { language: reads, locale, run } of bothLanguages('zh')) {
  test.describe(reads, run, () => {
    test.use({ locale });
    const language: Language = reads === 'zh' ? 'zh-Hans' : 'en';

    test('a guest sees and corrects what a temporary rule asked, deletes it as far as it lets them, and reads on its day that it is gone', async ({
      clocked,
    }) => {
      test.slow();
      const { server, hotel } = clocked;
      const asked = addDays(toDate(server.clock.now), 3);
      const { stays, deletes } = await furnish(clocked, asked);
      const [gone, words] = [addDays(asked, 1), said[reads]];
      const date = (text: string) => formatCalendarDate(text, language);
      const card = (page: Page) => page.locator('.choice-card', { hasText: names[language] });

      const mine = new Mine(await clocked.newPage(), reads);
      await mine.open(stays.link);
      await expect(card(mine.page)).toContainText(mine.t.choices.law.held);
      await expect(card(mine.page)).toContainText(mine.t.choices.goes(date(gone)));
      // By law: there is no yes to take back.
      await expect(card(mine.page).getByRole('radio')).toHaveCount(0);
      const told = mine.page.locator('#mine-told');
      await expect(told).toContainText(words.provinces['CN-42']);
      await mine.press(mine.t.told.change);
      await mine.page.locator('#field-temporary-places-1-place').selectOption('CN-11');
      await mine.page.locator('#field-temporary-health').selectOption('symptoms');
      await mine.press(mine.words.guest.details.toReview);
      await expectAccessible(mine.page, 'a corrected answer to a temporary rule');
      await mine.press(mine.t.correct.seal);
      await expect(mine.page.getByText(mine.t.correct.done)).toBeVisible();
      await expect(told).toContainText(words.provinces['CN-11']);
      await expect(told).toContainText(words.healthAnswers.symptoms);
      const { session } = await ownerAtWork(server.url, hotel.property);
      expect(await openPurpose(session, { registration: stays.phone.registration }, 'temporary', 'legal-duty')).toEqual(
        {
          purpose: 'temporary',
          places: ['CN-42', 'CN-11'],
          health: 'symptoms',
        },
      );

      const leaving = new Mine(await clocked.newPage(), reads);
      await leaving.open(deletes.link);
      await leaving.press(leaving.t.deletion.open);
      await expect(leaving.page.locator('.delete-page__list').last()).toContainText(names[language]);
      await leaving.press(leaving.t.deletion.confirm);
      const certificate = leaving.page.locator('.receipt-contents').first();
      await expect(certificate).toContainText(names.en);
      await expect(certificate).toContainText(date(gone));

      const desk = new Desk(await clocked.newPage(tablet), hotel, reads);
      await desk.signIn();
      await showAll(desk);
      await desk.row(stays.phone.registration).getByRole('button').click();
      const line = desk.page.locator('.purpose-lines__line', { hasText: desk.words.staff.purposes.temporary });
      // The front desk was not granted its key.
      await expect(line).toContainText(desk.words.staff.guest.notGranted);
      await expect(line.getByRole('button')).toHaveCount(0);
      await desk.press(desk.words.staff.words.open);
      await desk.press(desk.words.staff.words.topic.temporary);
      const large = desk.page.locator('.words-dialog__large');
      const cited = { en: `${names.en}, Art. 3`, 'zh-Hans': `《${names['zh-Hans']}》第三条` };
      const guestReads = (await large.getAttribute('lang')) === 'en' ? 'en' : 'zh-Hans';
      await expect(large).toContainText(cited[guestReads]);
      const other = guestReads === 'en' ? 'zh-Hans' : 'en';
      await desk.press(languageNames[other]);
      await expect(large).toContainText(cited[other]);
      if (other !== language) await expect(desk.page.locator('.words-dialog__own')).toContainText(cited[language]);
      await desk.page.keyboard.press('Escape');
      await desk.row(deletes.phone.registration).getByRole('button').click();
      const sealed = desk.page.locator('.sealed-off-lines');
      await expect(sealed).toContainText(names[language]);
      await expect(sealed).toContainText(desk.words.requests.sealedOff.until(date(gone)));
      await expect(sealed).not.toContainText(language === 'en' ? 'PIPL' : '个人信息保护法');
      await expectAccessible(desk.page, 'a temporary rule that is sealed off');
      const before = await paperOf(desk);
      for (const name of Object.values(names)) {
        expect(before.short).toContain(name);
        expect(before.full).toContain(name);
      }
      // Nobody writes about their health: the answers are there to be ticked.
      for (const { healthAnswers } of Object.values(said))
        for (const answer of Object.values(healthAnswers)) expect(before.short).toContain(answer);
      await clocked.ahead(4 * day);
      const tomorrow = new Mine(await clocked.newPage(), reads);
      await expect
        .poll(
          async () => (await stays.phone.open()).view.purposes.find(({ purpose }) => purpose === 'temporary')?.state,
        )
        .toBe('expired');
      await tomorrow.open(stays.link);
      await expect(card(tomorrow.page)).toContainText(tomorrow.t.choices.law.expired);
      await expect(card(tomorrow.page)).toContainText(tomorrow.t.choices.went(date(gone)));
      await expect(tomorrow.page.locator('#mine-told')).not.toContainText(words.provinces['CN-42']);
      await tomorrow.expectVerifiedLog();
      await tomorrow.press(tomorrow.t.told.change);
      await expect(tomorrow.page.locator('#field-name')).toBeVisible();
      await expect(tomorrow.page.locator('#field-temporary')).toHaveCount(0);
      const after = new Mine(await clocked.newPage(), reads);
      await after.page.goto(deletes.link);
      await expect(after.page.locator('.receipt-contents').first()).toContainText(after.t.choices.went(date(gone)));

      const later = new Desk(await clocked.newPage(tablet), hotel, reads);
      await later.signIn(hotel.people.supervisor);
      await showAll(later);
      await later.row(stays.phone.registration).getByRole('button').click();
      await expect(later.page.locator('.purpose-lines')).toContainText(later.words.staff.purposes.emergency);
      await expect(later.page.locator('.purpose-lines')).not.toContainText(later.words.staff.purposes.temporary);
      await later.row(deletes.phone.registration).getByRole('button').click();
      await expect(later.page.locator('.guest-detail .arrival-code')).toBeVisible();
      await expect(later.page.locator('.sealed-off-lines')).toHaveCount(0);
      // Nobody asks about a rule there isn't.
      await later.press(later.words.staff.shell.menu);
      await later.press(later.words.staff.words.open);
      await expect(later.page.getByRole('button', { name: later.words.staff.words.topic.complain })).toBeVisible();
      await expect(later.page.getByRole('button', { name: later.words.staff.words.topic.temporary })).toHaveCount(0);
      await later.page.keyboard.press('Escape');
      const { retention } = later.words.staff;
      await later.press(later.words.staff.shell.retention);
      const lastRun = `${retention.classes.temporary} ${retention.outcomes.erased} 2`;
      await expect(later.page.locator('.retention-place__runs')).toContainText(lastRun);
      const paper = await paperOf(later);
      for (const name of Object.values(names))
        for (const text of Object.values(paper)) expect(text).not.toContain(name);

      const { certificates } = await (await ownerAtWork(server.url, hotel.property)).session.api.retention();
      const [erased] = certificates
        .map(({ text }) => parseCertificate(text))
        .filter(({ classes }) => classes.length > 0);
      expect(erased?.classes).toContainEqual({ class: 'temporary', outcome: 'erased', count: 2 });
    });
  });
}

test('another rule is put in the place of the one a guest is answering: they read it, answer that one, and tell no more than it asks', async ({
  clocked,
}) => {
  const { server, hotel } = clocked;
  const today = toDate(server.clock.now);
  const publish = (rule: Partial<TemporaryRule>) => {
    const edit = askTemporarily(temporaryPurpose(addDays(today, 9), 0, { enteredOn: today, ...rule }));
    return publishNotice(server.url, hotel.property, edit, server.clock.now);
  };
  await publish({ issuedOn: addDays(today, -3) });
  const guest = new Guest(await clocked.newPage(), 'zh');
  const { common, guest: t, newRules } = guest.words;
  const sending = guest.page.waitForRequest(/\/registrations$/);
  await guest.open(hotel.posters.reception);
  await guest.answer('temporary', 'here');
  await guest.press(common.next);
  await guest.type('name', '林小满');
  await guest.pick('temporary-places-0-place', 'CN-42');
  await guest.pick('temporary-health', 'symptoms');
  const name = { 'zh-Hans': '关于扩大登记范围的通告', en: 'Notice on a wider register' };
  await publish({ name, issuedOn: addDays(today, -1), fields: ['itinerary'], days: 28 });
  await guest.press(t.details.toReview);
  await guest.expectHeading(t.review.title);
  await guest.press(t.review.seal);
  await guest.expectHeading(newRules.title);
  const card = guest.page.locator('.purpose-card');
  await expect(card).toHaveCount(1);
  await expect(card).toContainText(name['zh-Hans']);
  await expectAccessible(guest.page, 'another rule than the one that was answered');
  await guest.answer('temporary', 'here');
  await guest.press(newRules.goOn);
  await expect(guest.page.locator('#field-temporary-health')).toHaveCount(0);
  await guest.pick('temporary-places-0-place', 'CN-11');
  await guest.press(t.details.toReview);
  await expect(guest.page.getByText(temporaryZh.healthAnswers.symptoms)).toHaveCount(0);
  await guest.press(t.review.seal);
  await expect(guest.page.getByText(t.receipt.received)).toBeVisible();
  const { registration } = submissionSchema.parse(JSON.parse((await sending).postData() ?? ''));
  const { session } = await ownerAtWork(server.url, hotel.property);
  expect(await openPurpose(session, { registration }, 'temporary', 'legal-duty')).toEqual({
    purpose: 'temporary',
    places: ['CN-11'],
    health: null,
  });
});
