// A hotel inside the test's own process, whose clock can be put ahead by days: with the build's own pages, and browsers that go along.

import { join } from 'node:path';
import type { BrowserContext, BrowserContextOptions, Page } from '@playwright/test';
import type { Hotel } from '../../../src/demo/set-up-hotel.ts';
import { loadSite } from '../../../src/server/site/load-site.ts';
import type { Site } from '../../../src/server/site/site.ts';
import { realHotel } from '../../support/guest-phone.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';
import { projectFolder } from '../../tools/project-folder.ts';
import { expect, test as base } from '../fixtures.ts';

export interface Clocked {
  readonly server: TestServer;
  readonly hotel: Hotel;
  /** Closes every page, and puts the hotel and the pages opened from here on ahead of the real time. Milliseconds. */
  readonly ahead: (by: number) => Promise<void>;
  /** A page on a device of its own, by the hotel's time. */
  readonly newPage: (options?: BrowserContextOptions) => Promise<Page>;
}

export const test = base.extend<{ clocked: Clocked }, { site: Site }>({
  site: [async ({}, use) => use(await loadSite(join(projectFolder, 'dist'))), { scope: 'worker' }],
  clocked: async ({ site, browser, watch, locale }, use) => {
    const server = await startTestServer({ site, expireEvery: 100 });
    let by = 0;
    Object.defineProperty(server.clock, 'now', { get: () => Date.now() + by });
    const contexts: BrowserContext[] = [];
    const close = async () => {
      for (const context of contexts.splice(0)) await context.close();
    };
    await use({
      server,
      hotel: await realHotel(server),
      ahead: async (milliseconds) => {
        await close();
        by = milliseconds;
      },
      newPage: async (options = {}) => {
        const context = watch(await browser.newContext({ ...(locale === undefined ? {} : { locale }), ...options }));
        contexts.push(context);
        await context.clock.install({ time: server.clock.now });
        return context.newPage();
      },
    });
    // Before the server ends, or they report that it can't be reached.
    await close();
    await server.end();
  },
});

export { expect };
