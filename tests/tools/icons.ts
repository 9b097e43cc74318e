// Draws the PNG icons from the SVGs in public/icons. Run by hand after a drawing has changed: node tests/tools/icons.ts

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { ensureBrowser, launchArguments } from './ensure-browser.ts';
import { projectFolder } from './project-folder.ts';

const pictures = ['foyer', 'desk'].flatMap((name) => [
  { from: `${name}.svg`, to: `${name}-192.png`, size: 192 },
  { from: `${name}.svg`, to: `${name}-512.png`, size: 512 },
  { from: `${name}-maskable.svg`, to: `${name}-maskable-512.png`, size: 512 },
]);

const folder = join(projectFolder, 'public/icons');
const browser = await chromium.launch({ executablePath: ensureBrowser(console.log), args: launchArguments() });
try {
  for (const { from, to, size } of pictures) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    await page.setContent(
      `<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${readFileSync(join(folder, from), 'utf8')}`,
    );
    writeFileSync(join(folder, to), await page.screenshot({ omitBackground: true }));
    await page.close();
  }
} finally {
  await browser.close();
}
