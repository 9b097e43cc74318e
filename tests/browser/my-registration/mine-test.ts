// What every test of "my registration" stands on: a guest who has registered, and a phone that has only the link.

import type { Browser, Page } from '@playwright/test';
import { randomBytes } from '../../../src/crypto/random-bytes.ts';
import { demoGuests } from '../../../src/demo/demo-guests.ts';
import { type Phone, registerGuest } from '../../../src/demo/register-guest.ts';
import { createGuestApi } from '../../../src/guest/registration/guest-api.ts';
import { arrivalCode } from '../../../src/protocol/ids.ts';
import type { PurposeId } from '../../../src/protocol/purposes.ts';
import { myRegistration as en } from '../../../src/ui/messages/en/my-registration.ts';
import { staff as staffWords } from '../../../src/ui/messages/zh-hans/staff.ts';
import { myRegistration as zh } from '../../../src/ui/messages/zh-hans/my-registration.ts';
import { expect, test as base } from '../guest/guest-test.ts';
import type { Hotel } from '../../../src/demo/set-up-hotel.ts';
import { words } from '../guest/words.ts';

export interface Registered {
  readonly name: string;
  readonly secret: string;
  readonly registration: string;
  readonly code: string;
  readonly link: string;
}

interface MineFixtures {
  /** A guest who said yes to everything and entered what the law asks. */
  registered: Registered;
  mine: Mine;
}

export const test = base.extend<MineFixtures>({
  registered: async ({ server, hotel, locale }, use) => {
    const phone: Phone = {
      api: createGuestApi({ fetch, origin: server.url }),
      property: hotel.property,
      fingerprint: hotel.fingerprint,
      clock: Date.now,
      random: randomBytes,
    };
    const language = locale?.startsWith('zh') === true ? 'zh-Hans' : 'en';
    const guest = demoGuests.find((one) => one.language === language && one.document !== null);
    if (guest === undefined) throw new Error(`No demo guest reads ${language}.`);
    const all: PurposeId[] = ['emergency', 'billing', 'membership', 'offers'];
    const { secret, registration } = await registerGuest(phone, { ...guest, yes: all });
    await use({
      name: guest.name,
      secret,
      registration,
      code: arrivalCode(registration),
      link: `${server.url}/r#${secret}`,
    });
  },
  mine: async ({ page, locale }, use) => {
    await use(new Mine(page, locale?.startsWith('zh') === true ? 'zh' : 'en'));
  },
});

export { expect };

const said = { zh, en };

/** A guest on any phone, with nothing but their link. Counts taps. */
export class Mine {
  readonly page: Page;
  readonly words: (typeof words)['zh'];
  readonly t: typeof zh;
  taps = 0;

  constructor(page: Page, language: keyof typeof said) {
    this.page = page;
    this.words = words[language];
    this.t = said[language];
  }

  async open(link: string): Promise<void> {
    await this.page.goto(link);
    await expect(this.page.getByRole('heading', { level: 1, name: this.words.guest.registration.title })).toBeVisible();
  }

  radio(purpose: PurposeId, answer: 'yes' | 'no') {
    return this.page.locator(`input[name=purpose-${purpose}][value=${answer}]`);
  }

  card(purpose: PurposeId) {
    return this.page.locator('.choice-card', { has: this.radio(purpose, 'yes') });
  }

  /** One tap on a card. */
  async choose(purpose: PurposeId, answer: 'yes' | 'no'): Promise<void> {
    this.taps += 1;
    await this.radio(purpose, answer).locator('xpath=..').click();
  }

  async press(name: string): Promise<void> {
    this.taps += 1;
    await this.page.getByRole('button', { name, exact: true }).click();
  }

  /** Cuts the connection once the app is on the phone: its worker is fetched a moment after the page. */
  async cutOff(): Promise<void> {
    await this.page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    await this.page.context().setOffline(true);
  }

  /** Everything the log says was checked. */
  async expectVerifiedLog(): Promise<void> {
    await expect(this.page.getByText(this.t.looked.verified, { exact: true }).first()).toBeVisible();
  }
}

/** The desk's tablet, signed in as the front desk, with this guest open. */
export async function openAtDesk(
  browser: Browser,
  watch: (context: Awaited<ReturnType<Browser['newContext']>>) => unknown,
  hotel: Hotel,
  { code }: Pick<Registered, 'code'>,
): Promise<Page> {
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1180, height: 820 } });
  watch(context);
  const desk = await context.newPage();
  const { handle, passphrase } = hotel.people['front-desk'];
  await desk.goto(hotel.staffUrl);
  await desk.locator('input[autocomplete=username]').fill(handle);
  await desk.locator('input[autocomplete=current-password]').fill(passphrase);
  await desk.locator('button[type=submit]').click();
  await desk.locator('.guest-row', { hasText: `${code.slice(0, 3)} ${code.slice(3)}` }).click();
  await desk.locator('.guest-detail').waitFor();
  return desk;
}

/** What the desk calls a purpose. */
export function deskWord(purpose: PurposeId): string {
  return staffWords.purposes[purpose];
}
