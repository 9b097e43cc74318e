import type { Browser, BrowserContext, Page } from '@playwright/test';
import type { HotelPerson } from '../../../src/demo/set-up-hotel.ts';
import type { Figure, Setting } from '../benchmark.ts';
import { type DeskRecord, recordDesk } from '../page/record-desk.ts';
import { median, quantile, round } from '../statistics.ts';

/** What is typed, letter by letter: initials, names, rooms, last digits, and what finds nobody. */
const texts = ['wxy', 'zh', 'stf', 'oy', 'lwb', '王秀', '李', 'anna', 'smi', '1205', '302', '98', '7412', 'qqq'];

export interface DeskAt {
  readonly staffUrl: string;
  readonly person: HotelPerson;
  /** Registrations there are. */
  readonly count: number;
}

export async function measureList({ quick, say }: Setting, browser: Browser, desk: DeskAt): Promise<Figure[]> {
  const stalls: number[] = [];
  const close = async (page: Page) => {
    const { stall } = await recordOf(page);
    stalls.push(stall);
    say(`  longest stall ${stall.toFixed(0)} ms`);
    await page.close();
  };
  await untilAtRest(desk);
  const cold: number[] = [];
  let tablet = await newTablet(browser);
  let page = await openDesk(tablet, desk);
  cold.push(await firstRows(page));
  const everything = await untilRead(page, desk);
  say(`cold: rows after ${cold[0]?.toFixed(0)} ms, everything read after ${everything.toFixed(0)} ms`);
  await close(page);

  const warm: number[] = [];
  for (let turn = 0; turn < (quick ? 3 : 7); turn += 1) {
    page = await openDesk(tablet, desk);
    warm.push(await firstRows(page));
    say(`warm: rows after ${warm.at(-1)?.toFixed(0)} ms`);
    await close(page);
  }
  page = await openDesk(tablet, desk);
  const blocks = await untilRead(page, desk);
  await search(page, quick ? 1 : 4);
  const { searches } = await recordOf(page);
  await close(page);
  await tablet.close();

  for (let turn = 0; turn < (quick ? 1 : 4); turn += 1) {
    tablet = await newTablet(browser);
    page = await openDesk(tablet, desk);
    cold.push(await firstRows(page));
    say(`cold: rows after ${cold.at(-1)?.toFixed(0)} ms`);
    await close(page);
    await tablet.close();
  }
  return figuresOf({ cold, warm, searches, stalls, everything, blocks }, desk.count);
}

/** Milliseconds a server's first look through everything may take: ten times what it does with 100,000 registrations. */
const firstLook = 100_000;

/** A server looks through everything once as it starts, which takes one of the cores that the tablet is measured on. */
async function untilAtRest({ staffUrl }: DeskAt): Promise<void> {
  const metrics = new URL('/metrics', staffUrl);
  const latest = performance.now() + firstLook;
  while (!(await (await fetch(metrics)).text()).includes('\nfoyer_retention_last_run_timestamp_seconds ')) {
    if (performance.now() > latest) throw new Error('The server is still looking through everything.');
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

export function newTablet(browser: Browser): Promise<BrowserContext> {
  return browser.newContext({ viewport: { width: 1024, height: 768 }, locale: 'zh-CN' });
}

export async function openDesk(tablet: BrowserContext, { staffUrl, person }: DeskAt): Promise<Page> {
  const page = await tablet.newPage();
  await page.addInitScript(recordDesk);
  await page.goto(staffUrl);
  // At the pace of people: on a first visit the desk is kept for days without a network long before they have typed their passphrase, and
  // what a page does at the first key is not part of the tap.
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => null));
  await page.locator('input[autocomplete=username]').pressSequentially(person.handle);
  await page.locator('input[autocomplete=current-password]').pressSequentially(person.passphrase);
  await page.locator('.button--primary').click();
  return page;
}

export async function recordOf(page: Page): Promise<DeskRecord> {
  const record = await page.evaluate(() => window.benchDesk);
  if (record === undefined) throw new Error('The page kept no record.');
  return record;
}

/** Milliseconds from the tap on sign in until rows had been drawn. */
async function firstRows(page: Page): Promise<number> {
  await page.waitForFunction(() => (window.benchDesk?.rowsAt ?? 0) > 0, undefined, { timeout: 120_000 });
  const { signInAt, rowsAt } = await recordOf(page);
  return rowsAt - signInAt;
}

/** Milliseconds from the tap until the list held everybody and said no more that it was still reading. */
export async function untilRead(page: Page, { count }: DeskAt): Promise<number> {
  await page.waitForFunction(
    (all) => {
      const counts = [...document.querySelectorAll('.guest-list__count')];
      const read = document.querySelector('.guest-list__reading') === null;
      return read && counts.at(-1)?.textContent?.replaceAll(/\D/g, '') === String(all);
    },
    count,
    { timeout: 1_200_000, polling: 100 },
  );
  const { signInAt } = await recordOf(page);
  return (await page.evaluate(() => performance.now())) - signInAt;
}

async function search(page: Page, turns: number): Promise<void> {
  const box = page.locator('.guest-list input[type=search]');
  let done = 0;
  for (const text of Array.from({ length: turns }, () => texts).flat()) {
    await box.focus();
    for (const letter of text) {
      done += 1;
      // A Chinese character comes from an input method, not from a key.
      if (/[a-z0-9]/.test(letter)) await page.keyboard.press(letter);
      else await page.keyboard.insertText(letter);
      await page.waitForFunction((wanted) => window.benchDesk?.searches.length === wanted, done);
    }
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.querySelector('.guest-list')?.getAttribute('aria-busy') === 'false');
  }
}

interface Measured {
  readonly cold: readonly number[];
  readonly warm: readonly number[];
  readonly searches: DeskRecord['searches'];
  readonly stalls: readonly number[];
  readonly everything: number;
  readonly blocks: number;
}

function figuresOf({ cold, warm, searches, stalls, everything, blocks }: Measured, count: number): Figure[] {
  const registrations = { registrations: count };
  const inPage = searches.map((one) => one.inPage);
  const drawn = searches.map((one) => one.drawn);
  const firstLetters = searches.filter(({ typed }) => typed.length === 1).map((one) => one.inPage);
  const figure = (name: string, value: number, goal: string, baseline: Figure['baseline']): Figure => ({
    name: `staff.${name}`,
    value: round(value, 1),
    unit: 'ms',
    goal,
    baseline: { ...baseline, ...registrations },
  });
  return [
    figure('cold_100k_ms', median(cold), '<= 6000', {
      fastest: round(Math.min(...cold), 0),
      'everything read': round(everything, 0),
    }),
    figure('warm_100k_ms', median(warm), '<= 400', {
      fastest: round(Math.min(...warm), 0),
      'every block read': round(blocks, 0),
    }),
    figure('search_p95_ms', quantile(inPage, 0.95), '<= 16', {
      median: round(median(inPage), 1),
      slowest: round(Math.max(...inPage), 1),
      'first letters, p95': round(quantile(firstLetters, 0.95), 1),
      'until the frame was drawn, p95': round(quantile(drawn, 0.95), 1),
      keystrokes: searches.length,
    }),
    figure('longest_stall_ms', Math.max(...stalls), '<= 50', { 'median of the page loads': round(median(stalls), 0) }),
  ];
}
