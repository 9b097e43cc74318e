import type { Act } from '../act.ts';
import { answer, primary, scan } from './choose-yes.ts';

export const guestWelcome: Act = {
  title: 'Guest: welcome',
  names: [
    'guest-first-look',
    'guest-welcome',
    'guest-welcome-chosen',
    'guest-rules',
    'guest-nothing-chosen',
    'guest-welcome-typed',
    'guest-welcome-unchecked',
    'guest-welcome-no-scripts',
  ],
  play: async ({ shoot, newPage, sharedHotel }) => {
    const { hotel } = await sharedHotel();
    const page = await newPage();
    await scan(page, hotel.posters.reception);
    await shoot(page, 'guest-first-look', { whole: false });
    await shoot(page, 'guest-welcome');
    await answer(page, 'emergency', 'yes');
    await answer(page, 'billing', 'yes');
    await answer(page, 'membership', 'no');
    await answer(page, 'identity', 'desk');
    await shoot(page, 'guest-welcome-chosen');
    await page.locator('.rules summary').click();
    await shoot(page, 'guest-rules');

    const undecided = await newPage();
    await scan(undecided, hotel.posters.reception);
    await primary(undecided).click();
    await undecided.locator('.ending-screen').waitFor();
    await shoot(undecided, 'guest-nothing-chosen');

    const typed = await newPage();
    await scan(typed, hotel.guestUrl);
    await shoot(typed, 'guest-welcome-typed');

    const cutOff = await newPage();
    await cutOff.route(/check-published|verify-manifest|\/trust/, (route) => route.abort());
    await cutOff.goto(hotel.posters.reception);
    await cutOff.locator('.state-note').waitFor();
    await shoot(cutOff, 'guest-welcome-unchecked');

    const plain = await newPage({ scripts: false });
    await plain.goto(hotel.posters.reception);
    await shoot(plain, 'guest-welcome-no-scripts');
  },
};
