import { demoGuests } from '../../../src/demo/demo-guests.ts';
import { registerGuest } from '../../../src/demo/register-guest.ts';
import { idleMilliseconds, warningMilliseconds } from '../../../src/staff/session/idle-lock.ts';
import type { Act } from '../act.ts';
import { signInAtDesk } from './sign-in-at-desk.ts';

export const deskClock: Act = {
  title: 'Desk: as time passes',
  names: ['desk-new-arrival', 'desk-idle-warning', 'desk-idle-locked'],
  play: async ({ shoot, newPage, ownHotel }) => {
    const stage = await ownHotel();
    const window = { whole: false };
    const page = await newPage({ clock: true });
    await signInAtDesk(page, stage, 'front-desk');
    const [guest] = demoGuests.filter(({ stage: at }) => at === 'arriving').slice(2);
    if (guest === undefined) throw new Error('No demo guest is arriving.');
    await registerGuest(stage.phone, { ...guest, name: 'Ingrid Solberg' });
    await page.locator('.guest-row', { hasText: 'Ingrid Solberg' }).waitFor();
    await page.clock.pauseAt(Date.now() + 500);
    await shoot(page, 'desk-new-arrival', window);
    await page.clock.resume();
    await page.clock.fastForward(idleMilliseconds - warningMilliseconds);
    await page.locator('dialog[open]').waitFor();
    await shoot(page, 'desk-idle-warning', window);
    await page.clock.fastForward(warningMilliseconds + 1000);
    await page.locator('input[autocomplete=username]').waitFor();
    await shoot(page, 'desk-idle-locked');
  },
};
