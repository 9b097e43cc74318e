// What every test of the guest's app stands on: a finished hotel on its worker's server, and a guest who knows the way.

import type { Page } from '@playwright/test';
import type { Hotel } from '../../../src/demo/set-up-hotel.ts';
import type { PurposeId } from '../../../src/protocol/purposes.ts';
import { makeHotel } from '../../support/make-hotel.ts';
import { expect, test as base } from '../fixtures.ts';
import { words } from './words.ts';

export interface GuestFixtures {
  guest: Guest;
}

export const test = base.extend<GuestFixtures, { hotel: Hotel }>({
  hotel: [
    async ({ server }, use) => {
      await use(await makeHotel(server));
    },
    { scope: 'worker' },
  ],
  guest: async ({ page, locale }, use) => {
    await use(new Guest(page, locale?.startsWith('zh') === true ? 'zh' : 'en'));
  },
});

export { expect };

/** A guest at the phone. Counts the taps a person would make; typing isn't one. */
export class Guest {
  readonly page: Page;
  readonly words: (typeof words)['zh'];
  taps = 0;

  constructor(page: Page, language: keyof typeof words) {
    this.page = page;
    this.words = words[language];
  }

  /** Opens an address and waits until the page answers. */
  async open(address: string): Promise<void> {
    await this.page.goto(address);
    await expect(this.page.locator('.seal-with-words').first()).toBeVisible();
  }

  async answer(purpose: PurposeId, value: 'yes' | 'no' | 'here' | 'desk'): Promise<void> {
    this.taps += 1;
    const radio = this.page.locator(`input[name=purpose-${purpose}][value=${value}]`);
    await radio.locator('xpath=..').click();
    await expect(radio).toBeChecked();
  }

  async press(name: string): Promise<void> {
    this.taps += 1;
    await this.page.getByRole('button', { name, exact: true }).click();
  }

  /** Taps into a field and types. */
  async type(field: string, text: string): Promise<void> {
    this.taps += 1;
    await this.page.locator(`#field-${field}`).fill(text);
  }

  /** Opens a list and picks. */
  async pick(field: string, value: string): Promise<void> {
    this.taps += 2;
    await this.page.locator(`#field-${field}`).selectOption(value);
  }

  async expectHeading(name: string): Promise<void> {
    await expect(this.page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible();
  }

  /** The six characters of the arrival code. */
  async code(): Promise<string> {
    return ((await this.page.locator('.arrival-code__code').textContent()) ?? '').replaceAll(/\s/g, '');
  }
}
