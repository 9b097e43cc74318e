import { loadAssistedMessages } from '../../../src/ui/messages/load-assisted-messages.ts';
import type { Act } from '../act.ts';
import { answer, primary } from './choose-yes.ts';
import { signInAtDesk } from './sign-in-at-desk.ts';

export const assistedTablet: Act = {
  title: 'A guest without a phone',
  names: [
    'assisted-dialog',
    'paper-place',
    'paper-guest-form',
    'assisted-welcome',
    'assisted-details',
    'assisted-receipt',
    'assisted-code',
    'paper-slip',
    'assisted-give-back',
    'assisted-enter-code',
  ],
  play: async ({ shoot, shootPaper, newPage, ownHotel, language, words }) => {
    const stage = await ownHotel();
    const said = (await loadAssistedMessages()).get(language);
    if (said === undefined) throw new Error(`nothing is said in ${language}`);
    const { assisted } = words.staff;
    const page = await newPage();
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
    const open = async () => {
      await signInAtDesk(page, stage, 'front-desk');
      await press(assisted.open);
    };
    await open();
    await shoot(page, 'assisted-dialog', { whole: false });
    await press(assisted.paper);
    await page.locator('.paper-form').first().waitFor();
    await shoot(page, 'paper-place');
    await shootPaper(page, 'paper-guest-form');

    await open();
    await press(language === 'en' ? 'English' : '简体中文');
    await press(assisted.register);
    await page.getByRole('button', { name: said.giveBack, exact: true }).waitFor();
    await page.locator('.trust-note .seal-with-words').waitFor();
    await shoot(page, 'assisted-welcome');
    await answer(page, 'emergency', 'yes');
    await primary(page).click();
    await page.locator('input[name=name]').fill('陆远');
    await page.locator('input[type=tel]').fill('+8613612345678');
    await shoot(page, 'assisted-details');
    await primary(page).click();
    await page.locator('.review-screen__envelope').first().waitFor();
    await primary(page).click();
    await page.locator('.state-note--received').waitFor();
    await shoot(page, 'assisted-receipt');
    await press(said.handOver.show);
    await page.locator('.hand-over__code .qr-code').waitFor();
    await shoot(page, 'assisted-code');
    await page.evaluate(() => {
      window.print = () => undefined;
    });
    await press(said.handOver.print);
    await shootPaper(page, 'paper-slip');
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    await press(said.giveBack);
    await shoot(page, 'assisted-give-back', { whole: false });
    await press(said.ending.wipe);

    await open();
    await press(language === 'en' ? 'English' : '简体中文');
    await press(assisted.mine);
    await page.getByRole('button', { name: said.enter.open, exact: true }).click();
    await page.getByText(said.enter.missing).waitFor();
    await shoot(page, 'assisted-enter-code');
  },
};
