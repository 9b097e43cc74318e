import type { Page } from '@playwright/test';
import type { PurposeId } from '../../../src/protocol/purposes.ts';

/** The big button of a screen. */
export function primary(page: Page) {
  return page.locator('.screen__actions .button--primary');
}

/** Taps one of a purpose's two answers. */
export async function answer(page: Page, purpose: PurposeId, value: 'yes' | 'no' | 'here' | 'desk'): Promise<void> {
  await page.locator(`label:has(input[name="purpose-${purpose}"][value="${value}"])`).click();
}

/** Opens the poster's page and waits until the phone has checked it. */
export async function scan(page: Page, poster: string): Promise<void> {
  await page.goto(poster);
  await page.locator('.trust-note .seal-with-words').waitFor();
}
