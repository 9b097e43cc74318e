import { registerGuest } from '../../../src/demo/register-guest.ts';
import { demoGuests } from '../../../src/demo/demo-guests.ts';
import { pages } from '../../../src/protocol/pages.ts';
import type { Act } from '../act.ts';
import { primary } from './choose-yes.ts';
import { signInAtDesk } from './sign-in-at-desk.ts';

const plain = {
  'zh-Hans': '有优惠、有新鲜事，每月给您寄一封信。您说停，我们就停。',
  en: 'Once a month we write to you about prices and what is new here. When you say stop, we stop.',
} as const;

export const newNotice: Act = {
  title: 'A new notice',
  names: [
    'notice',
    'notice-purpose',
    'notice-hotel',
    'notice-review',
    'notice-asked-again',
    'notice-then-and-now',
    'notice-desk',
  ],
  play: async ({ shoot, newPage, ownHotel, language, words }) => {
    const stage = await ownHotel();
    const t = words.noticeEditor;
    const guest = demoGuests.find((one) => one.language === language && one.child === null);
    if (guest === undefined) throw new Error(`No demo guest reads ${language}.`);
    const name = language === 'zh-Hans' ? '顾小满' : 'Ada Quill';
    const { secret } = await registerGuest(stage.phone, { ...guest, name, yes: ['billing', 'offers'] });
    const page = await newPage();
    await signInAtDesk(page, stage, 'owner');
    await page.getByRole('button', { name: t.title, exact: true }).click();
    await page.getByText(t.lead).waitFor();
    await shoot(page, 'notice');
    const edit = `${words.common.edit}: ${words.staff.purposes.offers}`;
    await page.getByRole('button', { name: edit, exact: true }).click();
    for (const one of ['zh-Hans', 'en'] as const) await page.locator(`textarea[lang=${one}]`).first().fill(plain[one]);
    await page.locator('select').selectOption('24');
    await shoot(page, 'notice-purpose');
    await primary(page).click();
    await page.getByRole('button', { name: words.common.edit, exact: true }).click();
    await page.getByLabel(t.officerContact, { exact: true }).fill('020-5550 0999');
    await page.getByRole('button', { name: t.addProcessor, exact: true }).click();
    await shoot(page, 'notice-hotel');
    await page
      .getByRole('button', { name: new RegExp(`^${words.common.remove}`) })
      .first()
      .click();
    await primary(page).click();
    await primary(page).click();
    await page.locator('[data-asked]').waitFor();
    await page.locator('summary').click();
    await shoot(page, 'notice-review');
    await primary(page).click();
    await page.getByText(t.published(2)).waitFor();
    const mine = await newPage();
    await mine.goto(`${stage.url}${pages.registration}#${secret}`);
    await mine.locator('.changed-card').waitFor();
    await shoot(mine, 'notice-asked-again');
    await mine.getByRole('button', { name: words.myRegistration.rules.open, exact: true }).click();
    await mine.locator('.rules-page__part').first().waitFor();
    await shoot(mine, 'notice-then-and-now');
    const desk = await newPage();
    await signInAtDesk(desk, stage, 'front-desk');
    await desk.locator('.guest-row', { hasText: name }).click();
    await desk.locator('.purpose-lines__version').first().waitFor();
    await shoot(desk, 'notice-desk', { whole: false });
  },
};
