import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Language } from '../../src/protocol/languages.ts';
import { fileNameOf, paper, type Picture, sizes, themes } from './variants.ts';

export interface Camera {
  /** Takes a screen in every size and theme. `whole` (the default): all of the page, not only what fits the window. */
  readonly shoot: (page: Page, name: string, options?: { readonly whole?: boolean }) => Promise<void>;
  /** Takes what would be printed: the first A4 page. */
  readonly shootPaper: (page: Page, name: string) => Promise<void>;
}

/** Writes PNGs into `folder` and tells `taken` of each. Names that `wants` doesn't are passed over. */
export function createCamera(
  folder: string,
  language: Language,
  wants: (name: string) => boolean,
  taken: (picture: Picture) => void,
): Camera {
  async function keep(picture: Picture, png: Buffer): Promise<void> {
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, fileNameOf(picture)), png);
    taken(picture);
  }
  return {
    shoot: async (page, name, { whole = true } = {}) => {
      if (!wants(name)) return;
      const before = page.viewportSize();
      for (const size of sizes) {
        await page.setViewportSize(size);
        // A window as tall as the page, so that what sticks to its lower edge is where the page ends.
        if (whole) await page.setViewportSize({ ...size, height: Math.max(size.height, await heightOf(page)) });
        for (const theme of themes) {
          await page.emulateMedia({ colorScheme: theme });
          const png = await page.screenshot({ animations: 'disabled' });
          await keep({ name, size: String(size.width), language, theme }, png);
        }
      }
      await page.emulateMedia({ colorScheme: 'light' });
      if (before !== null) await page.setViewportSize(before);
    },
    shootPaper: async (page, name) => {
      if (!wants(name)) return;
      const before = page.viewportSize();
      await page.setViewportSize(paper);
      await page.emulateMedia({ media: 'print', colorScheme: 'light' });
      await keep({ name, size: 'a4', language, theme: 'light' }, await page.screenshot({ animations: 'disabled' }));
      await page.emulateMedia({ media: 'screen' });
      if (before !== null) await page.setViewportSize(before);
    },
  };
}

function heightOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollHeight);
}
