// A phone whose browser can be closed and opened again: a profile folder of its own, searched once nothing runs in it any more.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium } from '@playwright/test';
import { launchArguments } from '../../tools/ensure-browser.ts';
import { test as base } from '../guest/guest-test.ts';

type ContextOptions = NonNullable<Parameters<typeof chromium.launchPersistentContext>[1]>;

export interface Phone {
  readonly folder: string;
  /** Starts the browser; with the same folder it is the same phone after a restart. */
  readonly start: (options?: ContextOptions) => Promise<BrowserContext>;
}

export const test = base.extend<{ phone: Phone }>({
  phone: async ({ watch, locale }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'foyer-phone-'));
    const started: BrowserContext[] = [];
    await use({
      folder,
      start: async (options = {}) => {
        const context = await chromium.launchPersistentContext(folder, {
          ...(process.env['CHROMIUM_PATH'] === undefined ? {} : { executablePath: process.env['CHROMIUM_PATH'] }),
          args: launchArguments(),
          locale: locale ?? 'zh-CN',
          timezoneId: 'Asia/Shanghai',
          viewport: { width: 375, height: 812 },
          ...options,
        });
        started.push(context);
        return watch(context);
      },
    });
    for (const context of started) await context.close();
    rmSync(folder, { recursive: true, force: true });
  },
});
export { expect } from '../fixtures.ts';
