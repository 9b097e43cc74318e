import { join } from 'node:path';
import type { Act } from '../act.ts';
import { projectFolder } from '../../tools/project-folder.ts';
import { signInAtDesk } from './sign-in-at-desk.ts';

export const deskKept: Act = {
  title: 'Desk: settings, exports, own sign-in',
  names: [
    'settings',
    'settings-wrong',
    'export-missing',
    'export-step-up',
    'export-working',
    'export-elsewhere',
    'export-cut',
    'export-done',
    'export-done-elsewhere',
    'account',
    'sessions',
    'posters-scan',
  ],
  play: async ({ shoot, newPage, ownHotel, words }) => {
    const stage = await ownHotel();
    const { shell, settings, stepUp, account, purposes, opening, posters } = words.staff;
    const { exports: t } = words;
    const window = { whole: false };
    const page = await newPage();
    await page.setViewportSize({ width: 1024, height: 768 });
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
    const goTo = (place: string) => page.locator(`.place-tabs__tab[data-place=${place}]`).click();
    await signInAtDesk(page, stage, 'owner');
    await goTo('settings');
    await page.locator('.settings-form').waitFor();
    await shoot(page, 'settings');
    await page.getByLabel(settings.hours).fill('11');
    await press(settings.save);
    await page.locator('.field__error').first().waitFor();
    await shoot(page, 'settings-wrong');

    await goTo('records');
    await press(t.start);
    await page.getByText(t.missing).first().waitFor();
    await shoot(page, 'export-missing');
    await page.getByLabel(t.purpose).selectOption({ label: purposes.billing });
    await page.getByLabel(t.reason).selectOption({ label: opening.reasons.bill });
    let asked = false;
    await page.route('**/exports', async (route) => {
      if (asked) return route.continue();
      asked = true;
      const body = { type: 'urn:foyer:problem:step_up_needed', code: 'step_up_needed', title: '', status: 403 };
      return route.fulfill({ status: 403, contentType: 'application/problem+json', body: JSON.stringify(body) });
    });
    let wait = true;
    await page.route('**/exports/*/pages', (route) => (wait ? undefined : route.continue()));
    await press(t.start);
    await page.getByLabel(stepUp.passphrase, { exact: true }).fill(stage.hotel.people.owner.passphrase);
    await shoot(page, 'export-step-up', window);
    await press(stepUp.submit);
    await page.locator('dialog[open]').waitFor({ state: 'detached' });
    await page.locator('progress').waitFor();
    await shoot(page, 'export-working');
    await goTo('desk');
    await page.locator('progress').waitFor();
    await shoot(page, 'export-elsewhere', window);
    await press(t.stop);
    await page.getByText(t.stoppedText).waitFor();
    await goTo('records');
    await page.route('**/exports/*/pages', (route) => (wait ? route.abort() : route.continue()));
    await page.getByLabel(t.purpose).selectOption({ label: purposes.billing });
    await page.getByLabel(t.reason).selectOption({ label: opening.reasons.bill });
    await press(t.start);
    await page.getByText(t.cut).waitFor();
    await shoot(page, 'export-cut');
    wait = false;
    await press(t.stop);
    await page.getByText(t.stoppedText).waitFor();
    const saved = page.waitForEvent('download');
    await press(t.start);
    await saved;
    await page.getByText(t.careful).waitFor();
    await shoot(page, 'export-done');
    await goTo('desk');
    await page.getByText(t.careful).waitFor();
    await shoot(page, 'export-done-elsewhere', window);
    await press(words.common.close);

    await press(shell.menu);
    await press(account.title);
    await page.getByRole('heading', { level: 1, name: account.title }).waitFor();
    await shoot(page, 'account');
    await press(shell.menu);
    await press(shell.sessions);
    await page.locator('dialog[open] li').first().waitFor();
    await shoot(page, 'sessions', window);
    await page.keyboard.press('Escape');

    await goTo('posters');
    await press(posters.scan.open);
    await page
      .locator('.scan-posters input[type=file]')
      .setInputFiles([
        join(projectFolder, 'public/icons/desk-192.png'),
        join(projectFolder, 'docs/images/screens.png'),
      ]);
    await page.locator('.scan-posters__list li').nth(1).waitFor();
    await shoot(page, 'posters-scan');
  },
};
