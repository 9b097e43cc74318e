import type { Page } from '@playwright/test';
import type { Role } from '../../../src/protocol/roles.ts';
import type { ShotHotel } from '../shot-hotel.ts';

export async function typeSignIn(page: Page, handle: string, passphrase: string): Promise<void> {
  await page.locator('input[autocomplete=username]').fill(handle);
  await page.locator('input[autocomplete=current-password]').fill(passphrase);
  await page.locator('button[type=submit]').click();
}

/** Signs one of the three in and waits for the list. */
export async function signInAtDesk(page: Page, { hotel }: ShotHotel, role: Role): Promise<void> {
  await page.goto(hotel.staffUrl);
  await typeSignIn(page, hotel.people[role].handle, hotel.people[role].passphrase);
  await page.locator('.guest-row').first().waitFor();
}

/** Chooses whoever has this name. */
export async function chooseGuest(page: Page, name: string): Promise<void> {
  const row = page.locator('.guest-row', { hasText: name });
  // Of a list longer than the screen only the rows around it are in the page; whoever came first is at its end.
  if (!(await row.isVisible()))
    await page.locator('.guest-list__rows').evaluate((rows) => rows.scrollTo(0, rows.scrollHeight));
  await row.click();
  await page.locator('.guest-detail').waitFor();
}
