// What every browser test stands on: a server of its worker's own, and pages that fail the test on anything unexpected.

import { rm } from 'node:fs/promises';
import { type BrowserContext, test as base, expect } from '@playwright/test';
import { makeFirstDay, startHotel, type StartHotel } from '../support/start-hotel.ts';
import { type RunningServer, startServer } from '../tools/start-server.ts';

export interface TestFixtures {
  /** A test that expects an error on the console pushes its words here; it must then really appear. */
  expectedErrors: (string | RegExp)[];
  /** Makes another context (a second phone, the desk's tablet) that is watched like the first. */
  watch: (context: BrowserContext) => BrowserContext;
}

export interface WorkerFixtures {
  /** One server process and one data folder per worker. */
  server: RunningServer;
  /** Starts a server with a finished hotel on it. Whoever starts it stops it. */
  startHotel: StartHotel;
}

export const test = base.extend<TestFixtures & { problems: string[] }, WorkerFixtures>({
  server: [
    async ({}, use) => {
      const server = await startServer();
      await use(server);
      await server.stop();
    },
    { scope: 'worker' },
  ],
  startHotel: [
    async ({}, use) => {
      const firstDay = await makeFirstDay();
      await use((options) => startHotel(firstDay, options));
      await rm(firstDay.folder, { recursive: true });
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ server }, use) => {
    await use(server.url);
  },
  expectedErrors: async ({}, use) => {
    await use([]);
  },
  // Automatic, so that a test that opens no page is checked as well.
  problems: [
    async ({ expectedErrors }, use) => {
      const problems: string[] = [];
      await use(problems);
      const isExpected = (problem: string, expected: string | RegExp) =>
        typeof expected === 'string' ? problem.includes(expected) : expected.test(problem);
      const unexpected = problems.filter((problem) => !expectedErrors.some((one) => isExpected(problem, one)));
      const missing = expectedErrors.filter((one) => !problems.some((problem) => isExpected(problem, one)));
      expect(unexpected, 'no page reported an error or a policy violation').toEqual([]);
      expect(missing.map(String), 'every expected error appeared').toEqual([]);
    },
    { auto: true },
  ],
  watch: async ({ problems }, use) => {
    await use((context) => {
      // The policy's own messages are console errors in Chromium, so they are caught here too.
      context.on('console', (message) => {
        if (message.type() === 'error') problems.push(`console.error: ${message.text()} (${message.location().url})`);
      });
      context.on('weberror', (error) => problems.push(`page error: ${String(error.error())}`));
      return context;
    });
  },
  context: async ({ context, watch }, use) => {
    await use(watch(context));
  },
});

export { expect };
