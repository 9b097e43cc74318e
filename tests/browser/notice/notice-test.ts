// What every test of a new notice stands on: a hotel of the test's own, its owner at the desk, and guests who agreed before.

import type { Page } from '@playwright/test';
import { randomBytes } from '../../../src/crypto/random-bytes.ts';
import { demoGuests } from '../../../src/demo/demo-guests.ts';
import { registerGuest } from '../../../src/demo/register-guest.ts';
import type { Hotel } from '../../../src/demo/set-up-hotel.ts';
import { createGuestApi } from '../../../src/guest/registration/guest-api.ts';
import { arrivalCode } from '../../../src/protocol/ids.ts';
import type { PurposeId } from '../../../src/protocol/purposes.ts';
import { expect, test as base } from '../fixtures.ts';
import { Mine, type Registered } from '../my-registration/mine-test.ts';
import { words } from '../staff/staff-test.ts';

export interface House {
  readonly url: string;
  readonly hotel: Hotel;
}

interface NoticeFixtures {
  house: House;
  language: 'zh' | 'en';
  owner: Owner;
  /** Registers a guest who reads the test's language. */
  registers: (yes: readonly PurposeId[]) => Promise<Registered>;
  /** A guest on a phone of their own, with the link open. */
  opensMine: (registered: Registered) => Promise<Mine>;
}

export const test = base.extend<NoticeFixtures>({
  house: async ({ startHotel }, use) => {
    const { server, hotel, stop } = await startHotel();
    await use({ url: server.url, hotel });
    await stop();
  },
  language: async ({ locale }, use) => {
    await use(locale?.startsWith('zh') === true ? 'zh' : 'en');
  },
  viewport: { width: 1024, height: 768 },
  owner: async ({ page, house, language }, use) => {
    await use(new Owner(page, house.hotel, language));
    // Before its server ends, or it reports that it can't be reached.
    await page.close();
  },
  registers: async ({ house: { url, hotel }, language }, use) => {
    const reads = language === 'zh' ? 'zh-Hans' : 'en';
    const guest = demoGuests.find((one) => one.language === reads && one.child === null);
    if (guest === undefined) throw new Error(`No demo guest reads ${reads}.`);
    await use(async (yes) => {
      const { property, fingerprint } = hotel;
      const phone = {
        api: createGuestApi({ fetch, origin: url }),
        property,
        fingerprint,
        clock: Date.now,
        random: randomBytes,
      };
      const { secret, registration } = await registerGuest(phone, { ...guest, yes });
      return { name: guest.name, secret, registration, code: arrivalCode(registration), link: `${url}/r#${secret}` };
    });
  },
  opensMine: async ({ browser, watch, language, locale, house }, use) => {
    const contexts: Awaited<ReturnType<typeof browser.newContext>>[] = [];
    await use(async (registered) => {
      const viewport = { width: 375, height: 812 };
      const context = await browser.newContext({ viewport, ...(locale === undefined ? {} : { locale }) });
      contexts.push(watch(context));
      expect(registered.link).toContain(house.url);
      const mine = new Mine(await context.newPage(), language);
      await mine.open(registered.link);
      return mine;
    });
    for (const context of contexts) await context.close();
  },
});

export { expect };

/** The owner, editing what guests read. */
class Owner {
  readonly page: Page;
  readonly t: (typeof words)['zh'];
  readonly #hotel: Hotel;

  constructor(page: Page, hotel: Hotel, language: keyof typeof words) {
    this.page = page;
    this.t = words[language];
    this.#hotel = hotel;
  }

  async signIn(): Promise<void> {
    await this.page.goto(this.#hotel.staffUrl);
    await this.typePassphrase();
  }

  /** On the screen to sign in. */
  async typePassphrase(): Promise<void> {
    const { handle, passphrase } = this.#hotel.people.owner;
    await this.page.locator('input[autocomplete=username]').fill(handle);
    await this.page.locator('input[autocomplete=current-password]').fill(passphrase);
    await this.page.locator('button[type=submit]').click();
  }

  async open(): Promise<void> {
    await this.signIn();
    await this.page.getByRole('button', { name: this.t.noticeEditor.title, exact: true }).click();
    await expect(this.page.getByText(this.t.noticeEditor.lead)).toBeVisible();
  }

  async press(name: string): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).click();
  }

  async edit(purpose: PurposeId): Promise<void> {
    await this.press(`${this.t.common.edit}: ${this.t.staff.purposes[purpose]}`);
    await this.expectHeading(this.t.staff.purposes[purpose]);
  }

  async expectHeading(name: string): Promise<void> {
    await expect(this.page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible();
  }

  async fill(label: string, text: string): Promise<void> {
    await this.page.getByLabel(label, { exact: true }).fill(text);
  }

  /** The words that would be taken out and put in, as the review marks them. */
  async marked(purpose: PurposeId): Promise<{ removed: string[]; added: string[] }> {
    const part = this.page.locator(`[data-purpose=${purpose}]`);
    const [removed, added] = [part.locator('del'), part.locator('ins')];
    return { removed: await removed.allInnerTexts(), added: await added.allInnerTexts() };
  }

  async publish(version: number): Promise<void> {
    await this.press(this.t.noticeEditor.publish(version));
    await expect(this.page.getByText(this.t.noticeEditor.published(version))).toBeVisible();
  }
}
