import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Expects axe to find nothing on the screen as it is now. Every rule runs; what passed is not described, which takes most of the time. */
export async function expectAccessible(page: Page, screen: string): Promise<void> {
  // Half a megabyte that stays in the page until the next one is loaded.
  const isThere = await page.evaluate(() => 'axe' in window);
  // Legacy mode runs axe in the page itself instead of carrying every result to a second one: no page here has foreign frames. What
  // would be preloaded is for rules that are off.
  const { violations } = await new AxeBuilder({ page, ...(isThere ? { axeSource: ';' } : {}) })
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'], preload: false })
    .analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 140)).join(' | ')}`);
  expect(found, screen).toEqual([]);
}

interface Looks {
  /** Default: a phone's and a tablet's. */
  readonly widths?: readonly (375 | 768 | 1024)[];
  /** Also in the system's own few colours. */
  readonly forcedColors?: boolean;
}

const heights = { 375: 812, 768: 1024, 1024: 768 } as const;

/** The same in light and dark at every width; leaves the page as wide as it was, and light. */
export async function expectAccessibleEverywhere(page: Page, screen: string, looks: Looks = {}): Promise<void> {
  const before = page.viewportSize();
  const { widths = [375, 1024], forcedColors = false } = looks;
  for (const width of widths) {
    await page.setViewportSize({ width, height: heights[width] });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await settled(page);
      await expectAccessible(page, `${screen}, ${colorScheme}, ${width} wide`);
    }
  }
  await page.emulateMedia({ colorScheme: 'light' });
  if (before !== null) await page.setViewportSize(before);
  // Whoever presses something next would aim at where it was.
  await settled(page);
  if (forcedColors) {
    await page.emulateMedia({ forcedColors: 'active' });
    await settled(page);
    await expectAccessible(page, `${screen}, forced colours`);
    await page.emulateMedia({ forcedColors: 'none' });
  }
}

/** Until what follows from a new look has been drawn. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
  );
}
