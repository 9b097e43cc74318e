import type { Browser } from '@playwright/test';
import { type LoadRecord, recordLoad } from './record-load.ts';
import { slowDown } from './slow-phone.ts';
import { phone } from './send-form.ts';
import { untilQuiet } from './until-quiet.ts';

export interface LoadTimes {
  readonly lcp: number;
  /** First choice that could be ticked and kept its tick. */
  readonly usable: number;
  readonly lost: number;
  /** What long tasks took beyond 50 ms each, from the first paint until quiet. */
  readonly tbt: number;
  readonly cls: number;
}

/** One cold load on a slow phone: a new context, empty caches, no worker. */
export async function measureLoad(browser: Browser, url: string): Promise<LoadTimes> {
  const context = await browser.newContext(phone);
  try {
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(String(error)));
    await slowDown(page, { cpu: 4, network: 'slow 4g' });
    await page.addInitScript(recordLoad);
    const quiet = untilQuiet(page);
    await page.goto(url, { timeout: 60_000 });
    const ticked = page.waitForFunction(() => (window.benchLoad?.ticked ?? 0) > 0, undefined, {
      polling: 500,
      timeout: 60_000,
    });
    await ticked.catch((cause: unknown) => {
      throw new Error(`${url} never let its first choice be ticked. ${faults.join(' ')}`, { cause });
    });
    await quiet();
    const record = await page.evaluate(() => window.benchLoad);
    if (record === undefined || record.ticked === 0) throw new Error(`${url} lost its first choice's tick.`);
    return timesOf(record);
  } finally {
    await context.close();
  }
}

function timesOf({ fcp, lcp, ticked, lost, longTasks, shifts }: LoadRecord): LoadTimes {
  const afterPaint = longTasks.filter(({ start }) => start >= fcp);
  const tbt = afterPaint.reduce((sum, { duration }) => sum + Math.max(0, duration - 50), 0);
  return { lcp, usable: ticked, lost, tbt, cls: shifts };
}
