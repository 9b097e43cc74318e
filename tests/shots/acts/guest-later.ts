import { demoGuests } from '../../../src/demo/demo-guests.ts';
import { registerGuest } from '../../../src/demo/register-guest.ts';
import { openRegistration } from '../../../src/guest/registration/open-registration.ts';
import { pages } from '../../../src/protocol/pages.ts';
import type { Act } from '../act.ts';

export const guestLater: Act = {
  title: 'Guest: later',
  names: [
    'guest-registration',
    'guest-registration-wrong-secret',
    'guest-registration-no-secret',
    'verify-empty',
    'verify-good',
    'verify-bad',
  ],
  play: async ({ shoot, newPage, sharedHotel, language, words }) => {
    const { url, phone } = await sharedHotel();
    const guest = demoGuests.find((one) => one.language === language && one.yes.length > 1 && one.document !== null);
    if (guest === undefined) throw new Error(`No demo guest reads ${language}.`);
    const { secret } = await registerGuest(phone, guest);
    const page = await newPage();
    await page.goto(`${url}${pages.registration}#${secret}`);
    await page.locator('.arrival-code').first().waitFor();
    await shoot(page, 'guest-registration');
    const wrong = await newPage();
    await wrong.goto(`${url}${pages.registration}#${'A'.repeat(secret.length)}`);
    await wrong.locator('.refusal-screen').waitFor();
    await shoot(wrong, 'guest-registration-wrong-secret');
    const without = await newPage();
    await without.goto(`${url}${pages.registration}`);
    await without.locator('.refusal-screen').waitFor();
    await shoot(without, 'guest-registration-no-secret');

    const { receipt } = await openRegistration(phone.api, secret);
    const { verify } = words.guest;
    const desk = await newPage();
    await desk.goto(`${url}${pages.verify}`);
    const text = desk.getByLabel(verify.paste);
    const check = desk.getByRole('button', { name: verify.check, exact: true });
    await text.waitFor();
    await shoot(desk, 'verify-empty');
    await text.fill(JSON.stringify(receipt));
    await check.click();
    await desk.locator('.state-note--done').waitFor();
    await shoot(desk, 'verify-good');
    await desk.getByRole('button', { name: verify.another }).click();
    await text.fill(JSON.stringify({ ...receipt, text: receipt.text.replace('granted', 'refused').concat(' ') }));
    await check.click();
    await desk.locator('.state-note--failed').waitFor();
    await shoot(desk, 'verify-bad');
  },
};
