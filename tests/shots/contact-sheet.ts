import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import { languages } from '../../src/protocol/languages.ts';
import type { TakenPicture } from './camera.ts';
import { fileNameOf, sizes, themes } from './variants.ts';

/** One page with every picture, small; each leads to the picture itself. Written as HTML and, rendered, as PNG. */
export async function writeContactSheet(
  browser: Browser,
  folder: string,
  names: readonly string[],
  pictures: readonly TakenPicture[],
): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 3960, height: 1000 } });
  const page = await context.newPage();
  try {
    const rows: string[] = [];
    for (const name of names) {
      const own = pictures.filter((picture) => picture.name === name).sort((a, b) => placeOf(a) - placeOf(b));
      const cells = own.map((picture) => {
        const file = fileNameOf(picture);
        return `<a href="${file}" title="${file}"><img src="data:image/jpeg;base64,${picture.small}" alt="${file}"></a>`;
      });
      if (cells.length > 0) rows.push(`<section><h2>${name}</h2><div>${cells.join('')}</div></section>`);
    }
    const file = join(folder, 'contact-sheet.html');
    await writeFile(file, sheet(rows.join('\n'), `${rows.length} screens, ${pictures.length} pictures`));
    await page.goto(`file://${file}`);
    await page.screenshot({ path: join(folder, 'contact-sheet.png'), fullPage: true, timeout: 180_000 });
  } finally {
    await context.close();
  }
}

const order: readonly string[] = [...sizes.map(({ width }) => String(width)), 'a4'];

/** Phone first, then tablets; within a size, language by language. */
function placeOf({ size, language, theme }: TakenPicture): number {
  return order.indexOf(size) * 100 + languages.indexOf(language) * 10 + themes.indexOf(theme);
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
