import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Expects axe to find nothing on the screen as it is now. Every rule runs; what passed is not described, which takes most of the time. */
export async function expectAccessible(page: Page, screen: string): Promise<void> {
  // Legacy mode runs axe in the page itself instead of carrying every result to a second one: no page here has foreign frames. What
  // would be preloaded is for rules that are off.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'], preload: false })
    .analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 140)).join(' | ')}`);
  expect(found, screen).toEqual([]);
}
