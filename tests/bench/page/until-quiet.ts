import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from '@playwright/test';

const quietFor = 1500;
const patience = 60_000;

/** Call before the navigation; the result resolves once nothing has been asked for, and no long task run, for a while. */
export function untilQuiet(page: Page): () => Promise<void> {
  const open = new Set<unknown>();
  let last = performance.now();
  const touch = () => {
    last = performance.now();
  };
  page.on('request', (request) => {
    open.add(request);
    touch();
  });
  const close = (request: unknown) => {
    open.delete(request);
    touch();
  };
  page.on('requestfinished', close);
  page.on('requestfailed', close);
  return async () => {
    const deadline = performance.now() + patience;
    while (open.size > 0 || performance.now() - last < quietFor) {
      if (performance.now() > deadline) throw new Error(`${page.url()} did not come to rest.`);
      await wait(100);
      const busy = await page.evaluate(() => {
        const task = window.benchLoad?.longTasks.at(-1);
        return task === undefined ? Infinity : performance.now() - task.start - task.duration;
      });
      if (busy < quietFor) last = Math.max(last, performance.now() - busy);
    }
  };
}
