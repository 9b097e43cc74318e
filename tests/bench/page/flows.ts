// How each form is filled in: which parts to touch, by what they are.

import type { Page } from '@playwright/test';

export interface Flow {
  /** Until the form can be used and, at a hotel, the poster has been compared with what came. */
  readonly ready: (page: Page) => Promise<void>;
  /** Ticks yes to the first choices, three at most. */
  readonly choose: (page: Page) => Promise<void>;
  /** Goes on until the first detail can be typed, and types it. */
  readonly reachDetails: (page: Page, name: string) => Promise<void>;
  /** Fills in the rest and goes on until one tap is left. */
  readonly reachSend: (page: Page) => Promise<void>;
  /** The one tap. */
  readonly send: (page: Page) => Promise<void>;
}

const patience = { timeout: 30_000 };

async function chooseYes(page: Page, labels: string): Promise<void> {
  for (let choice = 0; choice < 3; choice += 1) await page.locator(labels).nth(choice).tap(patience);
}

/** Emergencies, the bill and membership; a name and a phone number. */
export const foyerFlow: Flow = {
  ready: (page) => page.locator('.trust-note .seal-with-words').waitFor(patience),
  choose: (page) => chooseYes(page, 'label:has(input[type=radio][value=yes])'),
  reachDetails: async (page, name) => {
    await page.locator('.button--primary').tap(patience);
    await page.locator('input[name=name]').fill(name, patience);
  },
  reachSend: async (page) => {
    await page.locator('input[type=tel]').fill('13800138000', patience);
    await page.locator('.button--primary').tap(patience);
  },
  send: (page) => page.locator('.button--primary').tap(patience),
};

export const surveyjsFlow: Flow = {
  ready: (page) =>
    page
      .locator('input[type=radio]')
      .first()
      .waitFor({ ...patience, state: 'attached' }),
  choose: (page) => chooseYes(page, 'label:has(input[type=radio][value=yes])'),
  reachDetails: async (page, name) => {
    await page.locator('.sd-navigation__next-btn').tap(patience);
    await page.locator('input[type=text]').first().fill(name, patience);
  },
  reachSend: (page) => page.locator('input[type=tel]').fill('13800138000', patience),
  send: (page) => page.locator('.sd-navigation__complete-btn').tap(patience),
};

export const formioFlow: Flow = {
  ready: (page) =>
    page
      .locator('input[type=radio]')
      .first()
      .waitFor({ ...patience, state: 'attached' }),
  choose: (page) => chooseYes(page, 'input[type=radio][value=yes] + label'),
  reachDetails: async (page, name) => {
    await page.locator('.btn-wizard-nav-next').tap(patience);
    await page.locator('input[name="data[name]"]').fill(name, patience);
  },
  reachSend: (page) => page.locator('input[name="data[phone]"]').fill('13800138000', patience),
  send: (page) => page.locator('.btn-wizard-nav-submit').tap(patience),
};
