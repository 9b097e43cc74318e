import type { Act } from '../act.ts';
import { answer, primary, scan } from './choose-yes.ts';

export const guestTogether: Act = {
  title: 'Guest: together and again',
  names: [
    'guest-together-receipt',
    'guest-together-link',
    'guest-together-before',
    'guest-together-welcome',
    'guest-together-details',
    'guest-together-given-back',
    'guest-guardian',
    'guest-again-review',
  ],
  play: async ({ shoot, newPage, sharedHotel, language, words }) => {
    const { hotel } = await sharedHotel();
    const t = words.companions;
    const page = await newPage();
    const name = language === 'en' ? 'Ingrid Solberg' : '林小满';
    const register = async () => {
      await answer(page, 'emergency', 'yes');
      await primary(page).click();
      await page.locator('input[name=name]').fill(name);
      await page.locator('input[type=tel]').fill('+8613800138000');
      await primary(page).click();
      await page.locator('.review-screen__envelope').first().waitFor();
      await primary(page).click();
      await page.locator('.state-note--received').waitFor();
    };
    await scan(page, hotel.posters.lobby);
    await register();
    await page.getByRole('button', { name: t.returning.keep }).click();
    await page.getByText(t.returning.kept).waitFor();
    await shoot(page, 'guest-together-receipt');
    await page.getByRole('button', { name: t.ownPhone }).click();
    await shoot(page, 'guest-together-link', { whole: false });
    await page.keyboard.press('Escape');

    await page.goto('about:blank');
    await scan(page, hotel.posters.lobby);
    await answer(page, 'billing', 'yes');
    await primary(page).click();
    await page.getByText(t.returning.filled).waitFor();
    await shoot(page, 'guest-again-review');
    await primary(page).click();
    await page.locator('.state-note--received').waitFor();

    await page.getByRole('button', { name: t.handOver }).click();
    await shoot(page, 'guest-together-before', { whole: false });
    await page.getByRole('button', { name: t.beforeGo }).click();
    await page.locator('.companion-note').waitFor();
    await page.locator('.trust-note .seal-with-words').waitFor();
    await shoot(page, 'guest-together-welcome');
    await answer(page, 'identity', 'here');
    await primary(page).click();
    await page.locator('input[name=name]').waitFor();
    await shoot(page, 'guest-together-details');
    await page.locator('input[name=name]').fill('Sofie');
    await page.locator('[name="people.0.documentKind"]').selectOption('passport');
    await page.locator('[name="people.0.documentNumber"]').fill('CCC002541');
    await page.locator('[name="people.0.nationality"]').selectOption('NO');
    await page.locator('[name="people.0.birthDate"]').fill('2018-05-17');
    await primary(page).click();
    await page.getByText(t.guardian.title).waitFor();
    await shoot(page, 'guest-guardian');
    await page.getByRole('button', { name: t.guardian.back }).click();
    await page.locator('[name="people.0.birthDate"]').fill('1988-05-17');
    await primary(page).click();
    await page.locator('.review-screen__envelope').first().waitFor();
    await primary(page).click();
    await page.locator('.state-note--received').waitFor();
    await page.getByRole('button', { name: t.giveBack }).click();
    await page.getByRole('button', { name: t.afterwardsGo }).click();
    await page.getByText(t.backTitle).waitFor();
    await shoot(page, 'guest-together-given-back');
  },
};
