// The desk's dialogs by keyboard: each opens from a focused button, holds the focus, goes at Esc, and the focus is where it was.

import type { Locator } from '@playwright/test';
import { expect, test } from './staff-test.ts';

test('each dialog gives the focus back to what opened it, and the keys of the desk lose it nowhere', async ({
  desk,
  arrives,
  page,
}) => {
  const keys = page.keyboard;
  const { staff } = desk.words;
  const { shell } = staff;
  const dialog = page.locator('dialog[open]');
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const inDialog = () => dialog.evaluate((one) => one.contains(document.activeElement));

  /** Opens it by keyboard, from where the focus is, leaves it by Esc and looks where the focus went. */
  const walk = async (opener: Locator, key = 'Enter') => {
    await opener.focus();
    await keys.press(key);
    await expect(dialog).toBeVisible();
    await expect.poll(inDialog).toBe(true);
    await keys.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(opener).toBeFocused();
  };

  const guest = await arrives({ name: '艾青' });
  await desk.signIn(desk.hotel.people.owner);
  await desk.expectLive();
  await desk.choose(guest);
  const opens = page.locator('[data-key="open"]').first();
  await walk(button(shell.menu));
  await walk(button(staff.assisted.open));
  await walk(button(shell.lock), '?');
  await walk(opens);
  await walk(button(staff.record.ask));
  await walk(button(staff.words.open));

  // Pressed from elsewhere, the key goes to what it presses.
  await page.getByRole('heading', { level: 1 }).focus();
  await keys.press('o');
  await expect(dialog).toBeVisible();
  await keys.press('Escape');
  await expect(opens).toBeFocused();

  // One dialog in the place of another gives the focus back to what opened the first.
  for (const next of [shell.help, shell.sessions]) {
    await button(shell.menu).focus();
    await keys.press('Enter');
    await dialog.getByRole('button', { name: next, exact: true }).press('Enter');
    await expect(dialog.getByRole('button', { name: shell.signOut, exact: true })).toHaveCount(0);
    await expect.poll(inDialog).toBe(true);
    await keys.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(button(shell.menu)).toBeFocused();
  }

  // The list as a table and back, with the focus in a row, and with somebody chosen.
  await keys.press('Escape');
  await expect(page.locator('.guest-detail')).toHaveCount(0);
  for (const shown of [staff.guestFile.list, staff.guestFile.table]) {
    await desk.row(guest.registration).getByRole('button').focus();
    await keys.press('t');
    await expect(button(shown)).toBeFocused();
  }
  await desk.choose(guest);
  await desk.row(guest.registration).getByRole('button').focus();
  await keys.press('t');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await keys.press('t');

  await button(shell.team).click();
  await desk.press(staff.person.manage(desk.hotel.people['front-desk'].displayName));
  await walk(button(staff.person.remove));
});
