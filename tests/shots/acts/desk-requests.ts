import type { Page } from '@playwright/test';
import type { Act } from '../act.ts';
import { signInAtDesk } from './sign-in-at-desk.ts';

export const deskRequests: Act = {
  title: 'Desk: requests',
  names: [
    'requests-empty',
    'requests-form-errors',
    'requests-verify',
    'requests-refuse',
    'requests-find',
    'requests-act',
    'requests-certificate',
    'paper-certificate',
    'requests-done',
    'requests-read-only',
  ],
  play: async ({ shoot, shootPaper, newPage, ownHotel, words }) => {
    const stage = await ownHotel();
    const { requests: t, common } = words;
    const page = await newPage();
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
    const taken = (step: string) => page.locator('.step-list__step--taken', { hasText: step }).waitFor();
    await signInAtDesk(page, stage, 'supervisor');
    await goToRequests(page);
    await page.getByText(t.emptyOpen).waitFor();
    await shoot(page, 'requests-empty', { whole: false });
    await press(t.openOne);
    await press(t.form.submit);
    await page.locator('.field__error').first().waitFor();
    await shoot(page, 'requests-form-errors');
    await page.getByLabel(t.find.search).fill('欧阳晓岚');
    await page.locator('[data-found]').first().getByRole('button').click();
    await page.getByLabel(t.form.kind).selectOption('deletion');
    await page.getByLabel(t.form.origin).selectOption('desk-call-back');
    await press(t.form.submit);
    await page.locator('.step-list').waitFor();
    await shoot(page, 'requests-verify');
    await press(t.refuse.open);
    await shoot(page, 'requests-refuse', { whole: false });
    await press(common.cancel);
    await press(t.verify.callBackDone);
    await taken(t.steps.verified);
    await shoot(page, 'requests-find');

    const colleague = await newPage();
    await signInAtDesk(colleague, stage, 'front-desk');
    await goToRequests(colleague);
    await colleague.locator('[data-request]').first().click();
    await colleague.locator('.step-list').waitFor();
    await shoot(colleague, 'requests-read-only');

    await press(t.find.thisIsIt);
    await taken(t.steps.found);
    await shoot(page, 'requests-act');
    await press(t.act.deletionDo);
    await page.locator('.certificate .qr-code').first().waitFor();
    await shoot(page, 'requests-certificate');
    await page.evaluate(() => {
      window.print = () => undefined;
    });
    await press(t.certify.print);
    await page.locator('.certificate-paper').waitFor({ state: 'attached' });
    await shootPaper(page, 'paper-certificate');
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    await press(t.certify.handed);
    await taken(t.steps.certified);
    await shoot(page, 'requests-done');
  },
};

async function goToRequests(page: Page): Promise<void> {
  await page.locator('.place-tabs__tab[data-place=requests]').click();
}
