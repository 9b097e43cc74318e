import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Language } from '../../src/protocol/languages.ts';
import { fileNameOf, paper, type Picture, sizes, themes } from './variants.ts';

export interface TakenPicture extends Picture {
  /** Its beginning, small enough for the contact sheet: a JPEG in base64. */
  readonly small: string;
}

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
  taken: (picture: TakenPicture) => void,
): Camera {
  async function take(page: Page, picture: Picture): Promise<void> {
    const { png, small } = await capture(page);
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, fileNameOf(picture)), png);
    taken({ ...picture, small });
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
          await take(page, { name, size: String(size.width), language, theme });
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
      await take(page, { name, size: 'a4', language, theme: 'light' });
      await page.emulateMedia({ media: 'screen' });
      if (before !== null) await page.setViewportSize(before);
    },
  };
}

/** What the window shows, as it is and small. Asked of the browser itself: its quick PNG takes a quarter of the time. */
async function capture(page: Page): Promise<{ readonly png: Buffer; readonly small: string }> {
  const { width, height } = page.viewportSize() ?? paper;
  const session = await page.context().newCDPSession(page);
  try {
    const { data } = await session.send('Page.captureScreenshot', { format: 'png', optimizeForSpeed: true });
    const scale = smallWidth(width) / width;
    const clip = { x: 0, y: 0, width, height: Math.min(height, tallest / scale), scale };
    const small = await session.send('Page.captureScreenshot', { format: 'jpeg', quality: 80, clip });
    return { png: Buffer.from(data, 'base64'), small: small.data };
  } finally {
    await session.detach();
  }
}

/** Pixels on the contact sheet: of a phone a little more than of a tablet. */
const smallWidth = (width: number) => Math.round(60 + width / 7.5);
/** Pixels; a long page says enough with its beginning. */
const tallest = 270;

/** Of the page with everything in it, also what scrolls inside a part of it. */
function heightOf(page: Page): Promise<number> {
  return page.evaluate(() => {
    const hidden = [...document.querySelectorAll('*')]
      .filter((element) => /auto|scroll/.test(getComputedStyle(element).overflowY))
      .map((element) => element.scrollHeight - element.clientHeight);
    return document.documentElement.scrollHeight + Math.max(0, ...hidden);
  });
}
