// What every test of the handed-over tablet stands on: somebody at the desk who hands it over, and a guest who fills in the form on it.

import type { Page } from '@playwright/test';
import { routePath } from '../../../src/protocol/routes.ts';
import { assisted as en } from '../../../src/ui/messages/en/assisted.ts';
import { assisted as zh } from '../../../src/ui/messages/zh-hans/assisted.ts';
import { Guest } from '../guest/guest-test.ts';
import { type Desk, expect } from '../staff/staff-test.ts';

export { expect, test } from '../staff/staff-test.ts';

export interface Person {
  readonly name: string;
  readonly phone: string;
  readonly email: string;
}

/** A guest at the desk's tablet. */
export class TabletGuest extends Guest {
  readonly said: typeof zh;

  constructor(page: Page, language: 'zh' | 'en') {
    super(page, language);
    this.said = language === 'zh' ? zh : en;
  }

  /** From the choices to the review. */
  async fillIn({ name, phone, email }: Person): Promise<void> {
    const { details, review } = this.words.guest;
    await this.answer('emergency', 'yes');
    await this.answer('identity', 'desk');
    await this.press(this.words.common.next);
    await this.expectHeading(details.title);
    await this.type('name', name);
    await this.type('phone', phone);
    // Shown from the start to whoever reads another language.
    if ((await this.page.locator('#field-email').count()) === 0) await this.press(details.useEmail);
    await this.type('email', email);
    await this.press(details.toReview);
    await this.expectHeading(review.title);
  }

  async seal(): Promise<void> {
    await this.press(this.words.guest.review.seal);
    await expect(this.page.locator('.arrival-code__code')).toBeVisible();
  }

  async expectReceived(): Promise<void> {
    await expect(this.page.getByText(this.words.guest.receipt.received)).toBeVisible({ timeout: 20_000 });
  }

  /** Through the question to the locked desk. */
  async giveBack(desk: Desk): Promise<void> {
    await this.press(this.said.giveBack);
    await this.press(this.said.ending.wipe);
    await expectLocked(this.page, desk);
  }
}

export async function expectLocked(page: Page, desk: Desk): Promise<void> {
  await expect(page.getByLabel(desk.words.staff.signIn.passphrase, { exact: true })).toBeVisible();
}

/** Signs in and hands the tablet over, to register or to open a registration. */
export async function handOver(desk: Desk, language: 'zh' | 'en', what: 'register' | 'mine'): Promise<TabletGuest> {
  const { assisted } = desk.words.staff;
  const asked = desk.page.waitForRequest(/\/staff\/registrations\?/);
  await desk.signIn();
  const authorization = (await (await asked).headerValue('authorization')) ?? '';
  await desk.press(assisted.open);
  await desk.press(language === 'zh' ? '简体中文' : 'English');
  await desk.press(assisted[what]);
  const guest = new TabletGuest(desk.page, language);
  await expect(desk.page.getByRole('button', { name: guest.said.giveBack, exact: true })).toBeVisible();
  const rows = new URL(routePath('rows'), desk.hotel.staffUrl).href;
  await expect(async () => {
    const answer = await desk.page.request.get(rows, { headers: { authorization } });
    expect(answer.status(), 'the session is over').toBe(401);
  }).toPass();
  return guest;
}

/** No control on the screen may be filled in by the browser, or be remembered by it. */
export async function expectNoAutofill(page: Page): Promise<void> {
  const open = await page
    .locator('input, select, textarea, form')
    .evaluateAll((controls) =>
      controls
        .filter((one) => one.getAttribute('autocomplete') !== 'off' || one.hasAttribute('list'))
        .map((one) => one.outerHTML.slice(0, 120)),
    );
  expect(open).toEqual([]);
}
