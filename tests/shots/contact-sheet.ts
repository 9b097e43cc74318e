import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { languages } from '../../src/protocol/languages.ts';
import { fileNameOf, type Picture, themes } from './variants.ts';

/** Pixels of the small pictures: how wide, by the width of the large one, and at most how tall. */
const widths: Readonly<Record<string, number>> = { '375': 106, '768': 150, '1024': 200, a4: 190 };
const tallest = 270;

/** One page with every picture, small; each leads to the picture itself. Written as HTML and, rendered, as PNG. */
export async function writeContactSheet(
  browser: Browser,
  folder: string,
  names: readonly string[],
  pictures: readonly Picture[],
): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 3872, height: 1000 } });
  const page = await context.newPage();
  try {
    const rows: string[] = [];
    for (const name of names) {
      const own = pictures.filter((picture) => picture.name === name).sort((a, b) => placeOf(a) - placeOf(b));
      const cells: string[] = [];
      for (const picture of own) {
        const file = fileNameOf(picture);
        const small = await shrink(page, await readFile(join(folder, file)), widths[picture.size] ?? 150);
        cells.push(`<a href="${file}" title="${file}"><img src="${small}" alt="${file}"></a>`);
      }
      if (cells.length > 0) rows.push(`<section><h2>${name}</h2><div>${cells.join('')}</div></section>`);
    }
    const file = join(folder, 'contact-sheet.html');
    await writeFile(file, sheet(rows.join('\n'), `${rows.length} screens, ${pictures.length} pictures`));
    await page.goto(`file://${file}`);
    await page.screenshot({ path: join(folder, 'contact-sheet.png'), fullPage: true });
  } finally {
    await context.close();
  }
}

/** Phone first, then tablets; within a size, language by language. */
function placeOf({ size, language, theme }: Picture): number {
  return Object.keys(widths).indexOf(size) * 100 + languages.indexOf(language) * 10 + themes.indexOf(theme);
}

/** A small JPEG of a picture's beginning, as a data address. */
async function shrink(page: Page, png: Buffer, width: number): Promise<string> {
  return page.evaluate(
    async ({ address, wide, most }) => {
      const picture = new Image();
      picture.src = address;
      await picture.decode();
      const factor = wide / picture.width;
      const canvas = document.createElement('canvas');
      canvas.width = wide;
      canvas.height = Math.min(most, Math.round(picture.height * factor));
      const context = canvas.getContext('2d');
      if (context === null) throw new Error('This browser draws no pictures.');
      context.imageSmoothingQuality = 'high';
      context.drawImage(picture, 0, 0, wide, picture.height * factor);
      return canvas.toDataURL('image/jpeg', 0.8);
    },
    { address: `data:image/png;base64,${png.toString('base64')}`, wide: width, most: tallest },
  );
}

const sheet = (rows: string, title: string) => `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Foyer, every screen: ${title}</title>
<style>
body { margin: 16px; background: #8a8a86; color: #fff; font: 13px/1.3 system-ui, sans-serif; columns: 2; column-gap: 16px; }
section { break-inside: avoid; margin: 0 0 12px; }
h2 { margin: 0 0 3px; font-size: 13px; }
div { display: flex; flex-wrap: wrap; gap: 4px; align-items: flex-start; }
img { display: block; }
</style>
${rows}
</html>
`;
