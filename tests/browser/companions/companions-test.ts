// What the tests of companions stand on: a guest who has registered, and the words about those who come along.

import type { Page } from '@playwright/test';
import { companions as en } from '../../../src/ui/messages/en/companions.ts';
import { companions as zh } from '../../../src/ui/messages/zh-hans/companions.ts';
import type { Hotel } from '../../../src/demo/set-up-hotel.ts';
import { expect, type Guest, test as base } from '../guest/guest-test.ts';

export const test = base.extend<{ t: typeof zh }>({
  t: async ({ locale }, use) => {
    await use(locale?.startsWith('zh') === true ? zh : en);
  },
});
export { expect };

export const lead = { name: '林知夏', phone: '13812345678', document: '11010519491231002X' } as const;

/** Every question answered, every field filled in: what a first guest of a party does. */
export async function registerLead(guest: Guest, hotel: Hotel): Promise<void> {
  const { page, words } = guest;
  await guest.open(hotel.posters.lobby);
  for (const purpose of ['emergency', 'billing', 'membership', 'offers'] as const) await guest.answer(purpose, 'yes');
  await guest.answer('identity', 'here');
  await guest.press(words.common.next);
  await guest.type('name', lead.name);
  await guest.type('phone', lead.phone);
  await guest.type('checkOut', inDays(3));
  await guest.type('partySize', '1');
  if ((await page.locator('#field-people-0-documentKind').inputValue()) === '')
    await guest.pick('people-0-documentKind', 'resident-id');
  await guest.type('people-0-documentNumber', lead.document);
  await guest.press(words.guest.details.toReview);
  await guest.press(words.guest.review.seal);
  await expect(page.getByText(words.guest.receipt.received)).toBeVisible();
}

/** The link a companion opens, out of the dialog that shows it. */
export async function companionLinkOf(page: Page, t: typeof zh): Promise<string> {
  await page.getByRole('button', { name: t.ownPhone, exact: true }).click();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('dialog').getByRole('button', { name: t.copyLink, exact: true }).click();
  const link = await page.evaluate(async () => navigator.clipboard.readText());
  await page.keyboard.press('Escape');
  return link;
}

/** A calendar date in China, so many days from now. */
function inDays(days: number): string {
  return new Date(Date.now() + (days * 24 + 8) * 3_600_000).toISOString().slice(0, 10);
}
