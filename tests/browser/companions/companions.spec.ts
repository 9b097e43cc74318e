import type { Page, Request } from '@playwright/test';
import { arrivalCode } from '../../../src/protocol/ids.ts';
import { submissionSchema } from '../../../src/protocol/submission.ts';
import { staff } from '../../../src/ui/messages/zh-hans/staff.ts';
import { bothLanguages } from '../both-languages.ts';
import { dumpStorage } from '../blindness/dump-storage.ts';
import { expectAccessibleEverywhere } from '../expect-accessible.ts';
import { Guest } from '../guest/guest-test.ts';
import { openAtDesk } from '../my-registration/mine-test.ts';
import { companionLinkOf, expect, lead, registerLead, test } from './companions-test.ts';

function submissionsOf(page: Page): Request[] {
  const sent: Request[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/registrations')) sent.push(request);
  });
  return sent;
}

const read = (request: Request | undefined) => submissionSchema.parse(JSON.parse(request?.postData() ?? ''));

for (const { language, locale, run } of bothLanguages('en')) {
  test.describe(locale, run, () => {
    test.use({ locale });

    test('a companion decides on their own phone, with nothing typed twice, in half the taps, and the desk sees them together', async ({
      guest,
      hotel,
      page,
      t,
      browser,
      watch,
    }) => {
      const sentByLead = submissionsOf(page);
      await registerLead(guest, hotel);
      const first = read(sentByLead[0]);
      const link = await companionLinkOf(page, t);
      expect(decodeURIComponent(link)).not.toContain(lead.name);
      expect(link).not.toContain(lead.phone);
      await expectAccessibleEverywhere(page, 'receipt with companions');

      const second = await watch(await browser.newContext({ locale, viewport: { width: 375, height: 812 } })).newPage();
      const sent = submissionsOf(second);
      const companion = new Guest(second, language);
      // What an app that passes the link on may put behind it.
      await companion.open(`${link}&from=singlemessage`);
      const code = arrivalCode(first.registration);
      await expect(second.getByText(t.note(`${code.slice(0, 3)} ${code.slice(3)}`))).toBeVisible();
      await expect(second.locator('input[type=radio]:checked')).toHaveCount(0);
      await expectAccessibleEverywhere(second, 'welcome of a companion');
      await companion.answer('emergency', 'yes');
      await companion.press(companion.words.common.next);
      await expect(second.locator('#field-checkIn')).toHaveCount(0);
      await companion.type('name', '许白');
      // The keyboard's own "next" goes on to the number: no tap.
      await second.keyboard.press('Enter');
      await expect(second.locator('#field-phone')).toBeFocused();
      await second.keyboard.type('13900001111');
      await companion.press(companion.words.guest.details.toReview);
      await companion.press(companion.words.guest.review.seal);
      await expect(second.getByText(companion.words.guest.receipt.received)).toBeVisible();

      const submission = read(sent[0]);
      expect(submission).toMatchObject({
        party: first.registration,
        channel: 'lobby',
        checkIn: first.checkIn,
        checkOut: first.checkOut,
      });
      expect(submission.lookupHash).not.toBe(first.lookupHash);
      console.log(`taps: first guest ${guest.taps}, companion ${companion.taps}`);
      expect(companion.taps * 2).toBeLessThanOrEqual(guest.taps);

      const desk = await openAtDesk(browser, watch, hotel, { code: arrivalCode(submission.registration) });
      const together = desk.locator('.together-line');
      await expect(together).toContainText(lead.name);
      await expectAccessibleEverywhere(desk, 'desk');
      await together.getByRole('button').click();
      await expect(desk.getByRole('heading', { level: 1, name: lead.name })).toBeVisible();
      await expect(desk.locator('.guest-detail')).toContainText(staff.guest.together);
      await expect(together).toContainText('许白');
      await desk.context().close();
      await second.context().close();
    });
  });
}

for (const { locale, run } of bothLanguages('zh')) {
  test.describe(`a phone handed over, ${locale}`, run, () => {
    test.use({ locale });

    test('shows the next adult nothing of the first, and gives nothing of either back', async ({
      guest,
      hotel,
      page,
      t,
    }) => {
      test.slow();
      const sent = submissionsOf(page);
      await registerLead(guest, hotel);
      const secretOf = async () => {
        const href = await page.getByRole('link', { name: guest.words.guest.receipt.bySms }).getAttribute('href');
        return /#([A-Za-z0-9_-]{43})/.exec(decodeURIComponent(href ?? ''))?.[1] ?? 'no secret';
      };
      const firstSecret = await secretOf();
      const nothingOf = async (secret: string, name: string, number: string) => {
        const stored = JSON.stringify([await dumpStorage(page), await page.content()]);
        for (const needle of [secret, name, number]) expect(stored).not.toContain(needle);
      };

      await guest.press(t.handOver);
      await expect(page.getByText(t.beforeKeep)).toBeVisible();
      await expectAccessibleEverywhere(page, 'before handing over');
      await guest.press(t.beforeGo);
      await expect(page.getByText(t.handedNote)).toBeVisible();
      await expect(page.locator('.arrival-code')).toHaveCount(0);
      await nothingOf(firstSecret, lead.name, lead.phone);
      // Back, further back and forward again: the first guest is nowhere.
      for (const step of ['goBack', 'goBack', 'goForward', 'goForward'] as const) {
        await page[step]();
        await expect(page.locator('.welcome-screen__choices')).toBeVisible();
        await expect(page.locator('input[type=radio]:checked')).toHaveCount(0);
        await nothingOf(firstSecret, lead.name, lead.phone);
      }

      await guest.answer('offers', 'yes');
      await guest.press(guest.words.common.next);
      await expect(page.locator('#field-name')).toHaveValue('');
      await guest.type('name', '许白');
      await guest.type('phone', '+86 139 0000 1111');
      await guest.press(guest.words.guest.details.toReview);
      await guest.press(guest.words.guest.review.seal);
      await expect(page.getByText(guest.words.guest.receipt.received)).toBeVisible();
      const [first, second] = sent.map((request) => read(request));
      expect(second?.party).toBe(first?.registration);
      expect(second?.signer).not.toBe(first?.signer);
      // Nobody's details are kept on a phone that isn't theirs.
      await expect(page.getByRole('button', { name: t.giveBack })).toBeVisible();
      await expect(page.getByRole('button', { name: t.returning.keep })).toHaveCount(0);
      await expect(page.getByRole('button', { name: t.handOver })).toHaveCount(0);

      const secondSecret = await secretOf();
      await guest.press(t.giveBack);
      await guest.press(t.afterwardsGo);
      await guest.expectHeading(t.backTitle);
      await expectAccessibleEverywhere(page, 'given back');
      await nothingOf(firstSecret, lead.name, lead.phone);
      await nothingOf(secondSecret, '许白', '13900001111');
      await page.goBack();
      await nothingOf(secondSecret, '许白', '13900001111');
      await page.goForward();
      await guest.press(t.backNext);
      await expect(page.getByText(t.handedNote)).toBeVisible();
    });
  });
}

test('who comes along with a guest who compared no poster is told that it wasn’t compared', async ({
  guest,
  hotel,
  page,
  server,
  t,
}) => {
  const { trust, receipt } = guest.words.guest;
  await page.goto(`${server.url}/p/${hotel.property}`);
  await expect(page.getByText(trust.unposted)).toBeVisible();
  await guest.answer('emergency', 'yes');
  await guest.press(guest.words.common.next);
  await guest.type('name', lead.name);
  await guest.type('phone', lead.phone);
  await guest.press(guest.words.guest.details.toReview);
  await guest.press(guest.words.guest.review.seal);
  await expect(page.getByText(receipt.received)).toBeVisible();
  const link = await companionLinkOf(page, t);
  await page.goto('/verify');
  await page.goto(link);
  await expect(page.getByText(trust.unposted)).toBeVisible();
  await expect(page.getByText(trust.verified)).toHaveCount(0);
});

test('a guest under 14 is kindly sent to their guardian, and nothing leaves the phone', async ({
  guest,
  hotel,
  page,
  t,
}) => {
  const sent = submissionsOf(page);
  await guest.open(hotel.posters.reception);
  await guest.answer('emergency', 'yes');
  await guest.answer('identity', 'here');
  await guest.press(guest.words.common.next);
  await guest.type('name', '欧阳小满');
  await guest.type('phone', lead.phone);
  await guest.pick('people-0-documentKind', 'passport');
  await guest.type('people-0-documentNumber', 'E12345678');
  await guest.pick('people-0-nationality', 'CN');
  await guest.type('people-0-birthDate', `${new Date().getFullYear() - 12}-01-01`);
  await guest.press(guest.words.guest.details.toReview);
  await guest.expectHeading(t.guardian.title);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expectAccessibleEverywhere(page, 'guardian');
  expect(sent).toHaveLength(0);
  await guest.press(t.guardian.back);
  await expect(page.locator('#field-name')).toHaveValue('欧阳小满');
});

test('a child comes in the guardian’s registration, and its receipts say who acted; another adult doesn’t', async ({
  guest,
  hotel,
  page,
}) => {
  const { details, reasons, receipt } = guest.words.guest;
  await guest.open(hotel.posters.reception);
  await guest.answer('billing', 'yes');
  await guest.answer('identity', 'here');
  await guest.press(guest.words.common.next);
  await guest.type('name', '欧阳海燕');
  await guest.type('phone', lead.phone);
  await guest.type('people-0-documentNumber', lead.document);
  await guest.press(details.addPerson);
  await guest.type('people-1-name', '许白');
  await guest.type('people-1-documentNumber', '11010119900307889X'.replace('889X', '8897'));
  await guest.press(details.toReview);
  const summary = page.locator('.error-summary');
  await expect(summary).toBeVisible();
  if ((await summary.textContent())?.includes(reasons.adult_decides) !== true) {
    await guest.pick('people-1-documentKind', 'passport');
    await guest.type('people-1-documentNumber', 'E12345678');
    await guest.pick('people-1-nationality', 'CN');
    await guest.type('people-1-birthDate', '1990-03-07');
    await guest.press(details.toReview);
  }
  await expect(summary).toContainText(reasons.adult_decides);
  await guest.press(details.removePerson(2));
  await guest.press(details.addMinor);
  await guest.type('minors-0-minorName', '欧阳小满');
  await guest.pick('minors-0-minorAge', 'under-14');
  await guest.type('minors-0-guardianName', '别人');
  await guest.type('minors-0-guardianContact', lead.phone);
  await guest.type('minors-0-guardianRelation', '外婆');
  await guest.press(details.toReview);
  await expect(summary).toContainText(reasons.guardian_registers);
  await guest.press(details.iAmGuardian);
  await guest.press(details.toReview);
  await guest.press(guest.words.guest.review.seal);
  await expect(page.getByText(receipt.received)).toBeVisible();
  await expect(page.getByText(receipt.acting.guardian)).toBeVisible();
  await page.getByRole('link', { name: guest.words.guest.registration.title }).click();
  await page.locator('.receipts summary').first().click();
  await expect(page.getByText(receipt.acting.guardian)).toBeVisible();
});
