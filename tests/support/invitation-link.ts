import type { Page } from '@playwright/test';
import { decodePicture } from '../browser/staff/read-poster.ts';

/** The link of the invitation an owner's screen shows: read from its code, as a phone would. */
export async function invitationLink(page: Page): Promise<string> {
  return decodePicture(page, await page.locator('.qr-code').screenshot(), 'image/png');
}
