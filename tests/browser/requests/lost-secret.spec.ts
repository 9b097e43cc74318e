// A guest who lost the secret comes to the desk, or calls: everything is done for them, marked so, and they take the proof home.

import { readFile } from 'node:fs/promises';
import { parseReceipt, provenReceiptSchema } from '../../../src/protocol/receipt.ts';
import { requestProofSchema } from '../../../src/protocol/request.ts';
import { verifyReceipt } from '../../../src/crypto/verify-receipt.ts';
import { myRegistration as mineEn } from '../../../src/ui/messages/en/my-registration.ts';
import { myRegistration as mineZh } from '../../../src/ui/messages/zh-hans/my-registration.ts';
import { bothLanguages } from '../both-languages.ts';
import { words as guestWords } from '../guest/words.ts';
import { logEntries } from '../staff/staff-test.ts';
import { expect, test } from './requests-test.ts';

for (const { language, locale, run } of bothLanguages('en')) {
  test.describe(`in ${language}`, run, () => {
    test.use({ locale });

    test('at the desk: verify, find, delete, certify; the phone of anyone checks the certificate, also offline', async ({
      queue,
      phone,
      desk,
      page,
      server,
      browser,
      watch,
    }) => {
      test.slow();
      const mine = language === 'zh' ? mineZh : mineEn;
      const { verify } = guestWords[language].guest;
      const { t } = queue;
      const { staff } = desk.words;
      const guest = await phone(`宋庆 ${language}`, ['billing', 'offers'], { identity: true });
      await desk.signIn(desk.hotel.people.supervisor);
      await desk.choose(guest.sealed);
      // The guest has arrived, so the law still holds the identity register.
      await desk.confirmArrival('301');
      await desk.press(t.openForGuest);
      await expect(page.locator('.open-request-form__guest')).toContainText(`宋庆 ${language}`);
      await queue.fill('deletion', 'desk-in-person');
      await expect(page.locator('.request-detail')).toContainText(t.daysLeft(15));
      await queue.identify(t.verify.inPersonDone);
      await expect(page.getByText(t.act.onBehalf)).toBeVisible();
      const proof = page.waitForResponse(/\/proof$/);
      await desk.press(t.act.deletionDo);
      await queue.expectTaken(t.doneSteps.deletion);
      const { link } = requestProofSchema.parse(await (await proof).json());
      await expect(page.locator('.certificate .qr-code').first()).toBeVisible();
      // The browser's own print has no sheet: only the button, which tells the log, makes one.
      const unprinted = page.locator('.desk-shell__unprinted');
      await page.emulateMedia({ media: 'print' });
      await expect(unprinted).toBeVisible();
      await expect(page.locator('.certificate')).toBeHidden();
      await page.emulateMedia({ media: 'screen' });
      await page.evaluate(() => {
        window.print = () => undefined;
      });
      const noted = page.waitForResponse(/\/print/);
      await desk.press(t.certify.print);
      expect((await noted).status()).toBe(204);
      await page.emulateMedia({ media: 'print' });
      await expect(unprinted).toBeHidden();
      const paper = page.locator('.certificate-paper');
      // In the guest's language, whatever the desk reads.
      await expect(paper).toHaveAttribute('lang', 'en');
      await expect(paper).toBeVisible();
      // The paper goes home with the guest: nothing of the desk's own list is on it.
      await expect(page.locator('.request-list')).toBeHidden();
      await expect(page.locator('.desk-shell__top')).toBeHidden();
      await expect(page.locator('.step-list')).toBeHidden();
      expect(await paper.textContent()).not.toContain('宋庆');
      await page.emulateMedia({ media: 'screen' });
      await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
      await expect(paper).toHaveCount(0);
      await desk.press(t.certify.handed);
      await queue.expectTaken(t.steps.certified);

      // Another phone scans the paper.
      const other = watch(await browser.newContext({ locale, baseURL: server.url, acceptDownloads: true }));
      const scanned = await other.newPage();
      await scanned.goto(link ?? '');
      await expect(scanned.getByText(verify.good)).toBeVisible();
      await expect(scanned.getByText(mine.receipts.madeByDesk['desk-in-person'])).toBeVisible();
      expect(new URL(scanned.url()).hash).toBe('');
      const downloading = scanned.waitForEvent('download');
      await scanned.getByRole('button', { name: mine.handed.save }).click();
      const file = await (await downloading).path();
      const proven = provenReceiptSchema.parse(JSON.parse(await readFile(file, 'utf8')));
      const { deletion, made_by_desk: madeByDesk } = parseReceipt(proven.text);
      expect(madeByDesk).toBe('desk-in-person');
      expect(deletion?.classes.find((one) => one.class === 'identity')).toMatchObject({ outcome: 'sealed-off' });
      await scanned.evaluate(async () => {
        await navigator.serviceWorker.ready;
      });
      await scanned.waitForLoadState('networkidle');
      await other.setOffline(true);
      await scanned.getByRole('button', { name: verify.another }).click();
      await scanned.locator('input[type=file]').setInputFiles(file);
      await expect(scanned.getByText(verify.good)).toBeVisible();
      await other.close();

      // The desk shows what a law still holds, and has nothing to open it with.
      await queue.go('desk');
      await page.getByRole('button', { name: new RegExp(`^${staff.list.views.all}`) }).click();
      await desk.choose(guest.sealed);
      const sealedOff = page.locator('.sealed-off-lines');
      await expect(sealedOff).toContainText(staff.purposes.identity);
      await expect(sealedOff).toContainText(t.sealedOff.untilUnknown);
      await expect(sealedOff.getByRole('button')).toHaveCount(0);

      // Whoever finds the link again after all reads in their own view who did it for them.
      const own = await guest.open();
      expect(own.view.requests[0]).toMatchObject({ origin: 'desk-in-person', outcome: 'done' });
      expect(own.events).toHaveLength(1);
      const entries = logEntries(server).filter(({ registration }) => registration === guest.registration);
      const deleted = entries.find(({ action }) => action === 'deleted');
      expect(deleted).toMatchObject({ role: 'supervisor', actor: desk.hotel.people.supervisor.id });
    });

    test('by phone: the number on file is opened with a reason, called back, and one use is taken back', async ({
      queue,
      phone,
      desk,
      page,
      server,
      browser,
      watch,
    }) => {
      test.slow();
      const { t } = queue;
      const { staff } = desk.words;
      const mine = language === 'zh' ? mineZh : mineEn;
      const guest = await phone(`何香凝 ${language}`, ['billing', 'offers']);
      await desk.signIn(desk.hotel.people.supervisor);
      await desk.expectLive();
      await queue.go();
      await desk.press(t.openOne);
      await page.getByLabel(t.form.origin).selectOption('desk-call-back');
      await desk.press(t.form.submit);
      await expect(page.getByText(t.form.callBackNeedsGuest)).toBeVisible();
      await page.getByLabel(t.find.search).fill(`何香凝 ${language}`);
      await page.locator(`[data-found="${guest.registration}"]`).getByRole('button').click();
      await queue.fill('withdrawal', 'desk-call-back', 'offers');
      await expect(page.getByText(t.verify.callBack)).toBeVisible();
      await desk.press(staff.opening.title(staff.purposes.billing));
      await desk.press(staff.opening.reasons['guest-asked']);
      await expect(page.locator('.opened-panel')).toContainText('+86 138 0013 8000');
      await queue.identify(t.verify.callBackDone);
      await desk.press(t.act.withdrawalDo);
      await queue.expectTaken(t.doneSteps.withdrawal);
      await expect(page.locator('.certificate .qr-code').first()).toBeVisible();
      await desk.press(t.certify.handed);
      await queue.expectTaken(t.steps.certified);
      const opened = logEntries(server).filter(
        ({ action, registration }) => action === 'opened' && registration === guest.registration,
      );
      expect(opened).toMatchObject([{ purpose: 'billing', reason: 'guest-asked' }]);
      const { view } = await guest.open();
      const receipts = await Promise.all(view.receipts.map((one) => verifyReceipt(one, desk.hotel.fingerprint)));
      expect(receipts.at(-1)?.receipt).toMatchObject({ kind: 'withdrawal', made_by_desk: 'desk-call-back' });

      // The guest's own page, should the link turn up again: marked, nothing alarming, and giving again is theirs alone.
      const other = watch(await browser.newContext({ locale }));
      const own = await other.newPage();
      await own.goto(`${server.url}/r#${guest.sealed.secret}`);
      await expect(own.getByText(mine.looked.verified, { exact: true }).first()).toBeVisible();
      await expect(own.getByText(mine.requests.origins['desk-call-back'])).toBeVisible();
      await expect(own.locator('input[name=purpose-offers][value=no]')).toBeChecked();
      await own.locator('.receipts .disclosure__summary').first().click();
      await expect(own.getByText(mine.receipts.madeByDesk['desk-call-back'])).toBeVisible();
      await other.close();
    });
  });
}
