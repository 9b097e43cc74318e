import type { Page } from '@playwright/test';
import { demoGuests } from '../../../src/demo/demo-guests.ts';
import { registerGuest } from '../../../src/demo/register-guest.ts';
import type { Act } from '../act.ts';
import { chooseGuest, signInAtDesk } from './sign-in-at-desk.ts';

export const deskPapers: Act = {
  title: 'Desk: the police register and paper',
  names: [
    'register',
    'register-guest',
    'register-opened',
    'register-handed-over',
    'register-for-file',
    'register-file-made',
    'paper-register-empty',
    'paper-register-add',
    'paper-register-overdue',
    'paper-register-destroy',
    'paper-register-gone',
  ],
  play: async ({ shoot, newPage, ownHotel, words }) => {
    const stage = await ownHotel();
    const { register, arrival, paperRegister: paper, purposes } = words.staff;
    const window = { whole: false };
    const page = await newPage();
    await page.setViewportSize({ width: 1024, height: 768 });
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
    const [, , anna] = demoGuests;
    if (anna === undefined) throw new Error('The demo has guests.');
    await registerGuest(stage.phone, {
      ...anna,
      name: 'Ana O’Neill',
      document: ['IE', 'passport', 'PA1234567', '1988-02-29'],
    });
    await signInAtDesk(page, stage, 'supervisor');
    await chooseGuest(page, 'Ana O’Neill');
    await page.getByLabel(arrival.checked).check();
    await page.getByLabel(arrival.abroad).check();
    await page.getByLabel(arrival.room, { exact: true }).fill('208');
    await press(arrival.submit);
    await page.locator('.arrived-facts').waitFor();
    await goTo(page, 'register');
    const line = page.locator('.register-place__line', { hasText: 'Ana O’Neill' });
    await line.waitFor();
    await shoot(page, 'register');
    await line.getByRole('button').click();
    await page.getByRole('button', { name: register.open, exact: true }).waitFor();
    await shoot(page, 'register-guest');
    await press(register.open);
    await page.locator('.register-fields').waitFor();
    await shoot(page, 'register-opened');
    await press(register.mark);
    await line.getByText(register.ways.typed).waitFor();
    await shoot(page, 'register-handed-over');

    for (const [name, child] of [
      ['周作人', { name: '周小丰', age: 'under-14', relation: '父亲' }],
      ['林一诺', null],
    ] as const) {
      await registerGuest(stage.phone, {
        ...anna,
        name,
        child,
        document: ['CN', 'passport', '012345678', '1990-05-04'],
      });
      await goTo(page, 'desk');
      await chooseGuest(page, name);
      await page.getByLabel(arrival.checked).check();
      await page.getByLabel(arrival.room, { exact: true }).fill('0301');
      await press(arrival.submit);
      await page.locator('.arrived-facts').waitFor();
    }
    await goTo(page, 'register');
    for (const name of ['周作人', '林一诺']) await page.getByLabel(register.select(name)).check();
    await shoot(page, 'register-for-file');
    await press(register.file.xlsx(2));
    await page.getByText(register.fileUnfinished).waitFor();
    await shoot(page, 'register-file-made');

    await goTo(page, 'paper-register');
    await page.getByText(paper.none).waitFor();
    await shoot(page, 'paper-register-empty');
    await press(paper.add);
    await press(paper.adding.submit);
    await page.getByText(paper.adding.usesMissing).waitFor();
    await shoot(page, 'paper-register-add');
    await page.getByLabel(purposes.emergency, { exact: true }).check();
    await page.getByLabel(purposes.offers, { exact: true }).check();
    await page.getByLabel(paper.adding.checkOut).fill('2026-10-09');
    await press(paper.adding.submit);
    await page.locator('.paper-register__line').waitFor();
    await shoot(page, 'paper-register-overdue');
    await press(paper.strikeOut(purposes.emergency));
    await page.locator('dialog[open]').waitFor();
    await shoot(page, 'paper-register-destroy', window);
    await press(paper.sure.yes);
    await press(paper.whole.shredded);
    await press(paper.sure.yes);
    await page.locator('.paper-register__line', { hasText: paper.ways.shredded }).waitFor();
    await shoot(page, 'paper-register-gone');
  },
};

async function goTo(page: Page, place: string): Promise<void> {
  await page.locator(`.place-tabs__tab[data-place=${place}]`).click();
}
