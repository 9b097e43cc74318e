import type { Act } from '../act.ts';
import { held } from './guest-register.ts';
import { chooseGuest, signInAtDesk, typeSignIn } from './sign-in-at-desk.ts';

export const deskFront: Act = {
  title: 'Desk: front desk',
  names: [
    'desk-sign-in',
    'desk-sign-in-wrong',
    'desk-sign-in-waiting',
    'desk-list-arriving',
    'desk-list-in-house',
    'desk-list-leaving',
    'desk-list-all',
    'desk-list-found',
    'desk-list-no-hit',
    'desk-detail',
    'desk-words',
    'desk-said',
    'desk-opening',
    'desk-opened',
    'desk-arrival-errors',
    'desk-arrival-form',
    'desk-arrived',
    'desk-menu',
    'desk-help',
    'desk-offline',
    'desk-locked',
  ],
  play: async ({ shoot, newPage, ownHotel, words }) => {
    const stage = await ownHotel();
    const window = { whole: false };
    const { staff } = words;
    const door = await newPage();
    await door.goto(stage.hotel.staffUrl);
    await door.locator('input[autocomplete=username]').waitFor();
    await shoot(door, 'desk-sign-in');
    await typeSignIn(door, 'nobody', 'not the right words');
    await door.locator('.state-note--failed').waitFor();
    await shoot(door, 'desk-sign-in-wrong');
    const asking = held();
    await door.route('**/sign-in', async (route) => {
      await asking.until;
      await route.abort();
    });
    await typeSignIn(door, stage.hotel.people['front-desk'].handle, stage.hotel.people['front-desk'].passphrase);
    await door.getByText(staff.signIn.steps.proving).waitFor();
    await shoot(door, 'desk-sign-in-waiting');
    asking.let();

    const page = await newPage();
    await signInAtDesk(page, stage, 'front-desk');
    await shoot(page, 'desk-list-arriving', window);
    for (const [view, word] of [
      ['in-house', staff.list.views['in-house']],
      ['leaving', staff.list.views.leaving],
      ['all', staff.list.views.all],
    ] as const) {
      await page.locator('.guest-list__view', { hasText: word }).click();
      await shoot(page, `desk-list-${view}`, window);
    }
    const search = page.getByRole('searchbox');
    await search.fill('wang');
    await shoot(page, 'desk-list-found', window);
    await search.fill('ZZ9');
    await shoot(page, 'desk-list-no-hit', window);
    await search.fill('');
    await page.locator('.guest-list__view').first().click();

    await chooseGuest(page, '王秀英');
    await shoot(page, 'desk-detail', window);
    await page.getByRole('button', { name: staff.words.open, exact: true }).click();
    await shoot(page, 'desk-words', window);
    await page.getByRole('button', { name: staff.words.topic.phone, exact: true }).click();
    await page.locator('.words-dialog__large').waitFor();
    await shoot(page, 'desk-said', window);
    await page.keyboard.press('Escape');
    await page.locator('[data-key=open]').first().click();
    await page.locator('dialog[open]').waitFor();
    await shoot(page, 'desk-opening', window);
    await page.locator('.opening-dialog__reasons button').first().click();
    await page.locator('.opened-panel').waitFor();
    await shoot(page, 'desk-opened', window);
    await page.getByRole('button', { name: staff.opening.closeNow }).click();
    const confirm = page.locator('.arrival-form button[type=submit]');
    await confirm.click();
    await confirm.scrollIntoViewIfNeeded();
    await page.locator('.arrival-form .field__error').first().waitFor();
    await shoot(page, 'desk-arrival-errors');
    await page.getByLabel(staff.arrival.checked).check();
    await page.locator('[name=room]').fill('306');
    await page.locator('[name=remarks]').fill('加一张儿童床');
    await confirm.scrollIntoViewIfNeeded();
    await shoot(page, 'desk-arrival-form');
    await confirm.click();
    await page.locator('.arrived-facts').waitFor();
    await shoot(page, 'desk-arrived', window);

    await page.getByRole('button', { name: staff.shell.menu, exact: true }).click();
    await shoot(page, 'desk-menu', window);
    await page.getByRole('button', { name: staff.shell.help, exact: true }).click();
    await shoot(page, 'desk-help', window);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: staff.shell.lock, exact: true }).click();
    await page.locator('.state-note--done').waitFor();
    await shoot(page, 'desk-locked');

    const cutOff = await newPage();
    const line = held();
    await cutOff.route('**/api/v1/staff/changes*', async (route) => {
      await line.until;
      await route.abort('internetdisconnected');
    });
    await signInAtDesk(cutOff, stage, 'front-desk');
    await cutOff.context().setOffline(true);
    line.let();
    await cutOff.locator('.guest-list .state-note').waitFor({ timeout: 40_000 });
    await shoot(cutOff, 'desk-offline', window);
  },
};
