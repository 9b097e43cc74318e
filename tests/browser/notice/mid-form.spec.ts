// The owner publishes while a guest fills in the form: what a law asks is nobody's to agree to, and everybody's to be told.

import { decodeBase64Url } from '../../../src/protocol/base64url.ts';
import { type ConsentEvent, consentEventSchema } from '../../../src/protocol/consent-event.ts';
import { parseReceipt, provenReceiptSchema } from '../../../src/protocol/receipt.ts';
import type { PropertyProfile } from '../../../src/protocol/property-profile.ts';
import { registrationChangeSchema } from '../../../src/protocol/registration-change.ts';
import { submissionSchema } from '../../../src/protocol/submission.ts';
import { addDays, toDate } from '../../../src/protocol/time.ts';
import { publishNotice } from '../../support/publish-notice.ts';
import { askTemporarily, temporaryPurpose } from '../../support/temporary-purpose.ts';
import { bothLanguages } from '../both-languages.ts';
import { expectAccessibleEverywhere } from '../expect-accessible.ts';
import { Guest } from '../guest/guest-test.ts';
import { words as guestWords } from '../guest/words.ts';
import { expect, test } from './notice-test.ts';

/** The local rule for the register, which changes how long it is kept. */
const withLocalRule = (profile: PropertyProfile): PropertyProfile => ({
  ...profile,
  identityRule: { rule: '某市旅馆业管理办法', article: '第九条', term: '一年', enteredOn: '2026-11-27' },
});

/** What a guest has signed, read without its signature. */
function eventOf(jws: string): ConsentEvent {
  const payload = decodeBase64Url(jws.split('.')[1] ?? '') ?? new Uint8Array();
  return consentEventSchema.parse(JSON.parse(new TextDecoder().decode(payload)));
}

for (const { language, locale, run } of bothLanguages('zh')) {
  test.describe(language, run, () => {
    test.use({ locale, viewport: { width: 375, height: 812 } });

    test('a law’s purpose added, then another’s words changed: told and asked before sealing, and shown when they were', async ({
      house: { url, hotel },
      page,
      language: reads,
    }) => {
      test.slow();
      const publish = (edit: (profile: PropertyProfile) => PropertyProfile) =>
        publishNotice(url, hotel.property, edit, Date.now());
      const guest = new Guest(page, reads);
      const { common, guest: t, newRules } = guest.words;
      const sent: string[] = [];
      page.on('request', (request) => {
        if (request.url().endsWith('/registrations')) sent.push(request.postData() ?? '');
      });
      const answered = page.waitForResponse(/\/registrations$/);
      await guest.open(hotel.posters.lobby);
      await guest.answer('emergency', 'yes');
      await guest.answer('identity', 'desk');
      await guest.press(common.next);
      await guest.expectHeading(t.details.title);
      await publish(askTemporarily(temporaryPurpose(addDays(toDate(Date.now()), 20))));
      await guest.type('name', '林知夏');
      await guest.type('phone', '13812345678');
      await guest.press(t.details.toReview);
      await guest.expectHeading(t.review.title);
      await guest.press(t.review.seal);

      await guest.expectHeading(newRules.title);
      await expect(page.getByText(newRules.text(2))).toBeVisible();
      await expect(page.locator('.purpose-card--law')).toHaveCount(1);
      await expect(page.locator('input[type=radio]:checked')).toHaveCount(0);
      expect(sent).toEqual([]);
      await expectAccessibleEverywhere(page, 'a rule that is new');
      await guest.answer('temporary', 'here');
      await guest.press(newRules.goOn);
      await guest.expectHeading(t.details.title);
      await expect(page.locator('#field-name')).toHaveValue('林知夏');
      await guest.pick('temporary-places-0-place', 'CN-42');
      await guest.pick('temporary-health', 'well');
      await publish(withLocalRule);
      await guest.press(t.details.toReview);
      await guest.expectHeading(t.review.title);
      await guest.press(t.review.seal);

      await guest.expectHeading(newRules.title);
      const identity = page.locator('[data-part=purpose-identity]');
      await expect(identity.locator('ins').first()).toBeVisible();
      await expect(identity).toContainText('某市旅馆业管理办法');
      await expect(page.locator('input[type=radio]')).toHaveCount(0);
      await expectAccessibleEverywhere(page, 'a rule in other words');
      expect(sent).toEqual([]);
      const drawn = await page.evaluate(() => Date.now());
      await guest.press(newRules.goOn);
      // Nothing is asked, so there is nothing to fill in again.
      await guest.expectHeading(t.review.title);
      const before = await page.evaluate(() => Date.now());
      await guest.press(t.review.seal);
      await expect(page.getByText(t.receipt.received)).toBeVisible();

      const submission = submissionSchema.parse(JSON.parse(sent[0] ?? ''));
      const event = eventOf(submission.consent);
      expect(event.notice.version).toBe(3);
      expect(event.statutory).toEqual(['temporary']);
      expect(Date.parse(event.notice.shownAt)).toBeLessThanOrEqual(drawn);
      expect(Date.parse(event.notice.shownAt)).toBeLessThan(before);
      const { notice } = parseReceipt(provenReceiptSchema.parse(await (await answered).json()).text);
      expect([notice.version, notice.shown_at]).toEqual([3, event.notice.shownAt]);
    });
  });
}

test('a temporary rule ends while it is answered: what was typed for it is said to go nowhere', async ({
  house: { url, hotel },
  page,
  language,
}) => {
  const today = toDate(Date.now());
  const publish = (asked: string) =>
    publishNotice(url, hotel.property, askTemporarily(temporaryPurpose(asked)), Date.now());
  await publish(addDays(today, 20));
  const guest = new Guest(page, language);
  const { common, guest: t, newRules } = guest.words;
  await guest.open(hotel.posters.lobby);
  await guest.answer('emergency', 'yes');
  await guest.answer('temporary', 'here');
  await guest.press(common.next);
  await guest.type('name', '林知夏');
  await guest.type('phone', '13812345678');
  await guest.pick('temporary-places-0-place', 'CN-42');
  await guest.pick('temporary-health', 'well');
  await publish(addDays(today, -1));
  await guest.press(t.details.toReview);
  await guest.press(t.review.seal);

  await guest.expectHeading(newRules.title);
  const ended = page.locator('[data-part=purpose-temporary]');
  await expect(ended).toContainText(newRules.notSent);
  await expect(page.getByText(newRules.othersKept)).toBeVisible();
  await expect(page.getByText(newRules.kept, { exact: true })).toHaveCount(0);
  await expect(ended.locator('del').first()).toBeHidden();
  await ended.locator('summary').click();
  await expect(ended.locator('del').first()).toBeVisible();
  await expectAccessibleEverywhere(page, 'a rule that ended');
  await guest.press(newRules.goOn);
  await guest.press(t.review.seal);
  await expect(page.getByText(t.receipt.received)).toBeVisible();
});

test('only keys are new: nothing is told, and the receipt says when the words were drawn', async ({
  house: { url, hotel },
  page,
  language,
}) => {
  const guest = new Guest(page, language);
  const { common, guest: t } = guest.words;
  const answered = page.waitForResponse(/\/registrations$/);
  await guest.open(hotel.posters.lobby);
  const drawn = await page.evaluate(() => Date.now());
  await guest.answer('emergency', 'yes');
  await guest.press(common.next);
  await publishNotice(url, hotel.property, (profile) => profile, Date.now());
  await guest.type('name', '林知夏');
  await guest.type('phone', '13812345678');
  await guest.press(t.details.toReview);
  await guest.press(t.review.seal);
  await expect(page.getByText(t.receipt.received)).toBeVisible();
  const receipt = parseReceipt(provenReceiptSchema.parse(await (await answered).json()).text);
  expect(receipt.manifest.sequence).toBe(2);
  expect(receipt.notice.version).toBe(1);
  expect(Date.parse(receipt.notice.shown_at)).toBeLessThanOrEqual(drawn);
});

test('another language chosen after the rules changed: all of today’s are told before sealing', async ({
  house: { url, hotel },
  page,
}) => {
  const guest = new Guest(page, 'zh');
  await guest.open(hotel.posters.lobby.replace('#', '?lang=zh-Hans#'));
  await guest.answer('emergency', 'yes');
  await guest.press(guest.words.common.next);
  await guest.type('name', '林知夏');
  await guest.type('phone', '13812345678');
  await publishNotice(url, hotel.property, withLocalRule, Date.now());
  await page.getByRole('link', { name: 'English' }).click();
  const english = new Guest(page, 'en');
  const { guest: t, newRules } = english.words;
  await english.expectHeading(t.details.title);
  await english.press(t.details.toReview);
  await english.press(t.review.seal);
  await english.expectHeading(newRules.title);
  await expect(page.getByText(newRules.otherLanguage)).toBeVisible();
  await expect(page.locator('article').first()).toContainText('某市旅馆业管理办法');
  await english.press(newRules.goOn);
  await english.press(t.review.seal);
  await expect(page.getByText(t.receipt.received)).toBeVisible();
});

test('a correction under way is told what changed before it is sealed, keeps what was typed, and a withdrawal is asked nothing', async ({
  house: { url, hotel },
  registers,
  opensMine,
  language,
}) => {
  const mine = await opensMine(await registers(['billing', 'offers']));
  const { page, t, words } = mine;
  await mine.press(t.told.change);
  await page.locator('#field-name').fill('Eleanor Corrected');
  await publishNotice(url, hotel.property, withLocalRule, Date.now());
  await mine.press(words.guest.details.toReview);
  const sending = page.waitForRequest(/\/changes$/);
  await mine.press(t.correct.seal);
  const told = guestWords[language].newRules;
  await expect(page.getByRole('heading', { level: 1, name: told.title })).toBeVisible();
  await expect(page.locator('[data-part=purpose-identity] ins').first()).toBeVisible();
  const drawn = await page.evaluate(() => Date.now());
  await mine.press(told.goOn);
  await expect(page.getByText(t.correct.done)).toBeVisible();
  await expect(page.locator('#mine-told').getByText('Eleanor Corrected').first()).toBeVisible();
  const event = eventOf(registrationChangeSchema.parse(JSON.parse((await sending).postData() ?? '')).event);
  expect(event.notice.version).toBe(2);
  expect(Date.parse(event.notice.shownAt)).toBeLessThanOrEqual(drawn);

  await publishNotice(url, hotel.property, (profile) => ({ ...profile, contact: '020-5550 0999' }), Date.now());
  const taking = page.waitForRequest(/\/changes$/);
  await mine.choose('offers', 'no');
  await expect(mine.card('offers').getByText(t.choices.takenBack, { exact: true })).toBeVisible();
  const withdrawn = eventOf(registrationChangeSchema.parse(JSON.parse((await taking).postData() ?? '')).event);
  // What its guest was shown, which is not what the hotel published since.
  expect([withdrawn.notice.version, withdrawn.notice.shownAt]).toEqual([2, event.notice.shownAt]);
});
