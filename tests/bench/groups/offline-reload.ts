import type { Browser } from '@playwright/test';
import type { Hotel } from '../../../src/demo/set-up-hotel.ts';
import type { BenchmarkGroup } from '../benchmark.ts';
import { foyerFlow } from '../page/flows.ts';
import { phone } from '../page/send-form.ts';
import { slowDown } from '../page/slow-phone.ts';
import { withHotel } from '../stage.ts';
import { median, quantile, round } from '../statistics.ts';

/** A guest who sealed in flight mode opens the poster's page again, still in flight mode: until their arrival code is there. */
export const offlineReload: BenchmarkGroup = {
  names: ['guest.offline_reload_ms'],
  measure: (setting) =>
    withHotel(setting, async ({ browser, hotel }) => {
      const times = await reloadOffline(browser, hotel, setting.quick ? 5 : 15, setting.say);
      return [
        {
          name: 'guest.offline_reload_ms',
          value: round(median(times), 0),
          unit: 'ms',
          goal: '<= 800',
          baseline: { fastest: round(Math.min(...times), 0), p90: round(quantile(times, 0.9), 0) },
        },
      ];
    }),
};

async function reloadOffline(
  browser: Browser,
  hotel: Hotel,
  rounds: number,
  say: (line: string) => void,
): Promise<number[]> {
  const context = await browser.newContext(phone);
  try {
    const first = await context.newPage();
    await first.goto(hotel.posters.reception);
    await foyerFlow.ready(first);
    await first.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    await foyerFlow.choose(first);
    await foyerFlow.reachDetails(first, '林小满');
    await foyerFlow.reachSend(first);
    await first.waitForLoadState('networkidle');
    await context.setOffline(true);
    await foyerFlow.send(first);
    await first.locator('.state-note--waiting button').waitFor();
    await first.close();
    const times: number[] = [];
    for (let turn = 0; turn < rounds; turn += 1) {
      const page = await context.newPage();
      await page.addInitScript(noteCode);
      await slowDown(page, { cpu: 4, network: 'as it is' });
      await page.goto(hotel.posters.reception);
      const time = await (await page.waitForFunction(() => window.benchCodeShown)).jsonValue();
      if (time === undefined) throw new Error('The code never appeared.');
      times.push(time);
      say(`${turn + 1}/${rounds} offline: ${time.toFixed(0)} ms`);
      await page.close();
    }
    return times;
  } finally {
    await context.close();
  }
}

declare global {
  interface Window {
    /** Milliseconds from the navigation's start until the arrival code was in the page and a frame had been drawn. */
    benchCodeShown?: number;
  }
}

// Runs inside the page.
function noteCode(): void {
  const look = () => {
    if (document.querySelector('.arrival-code__code') === null) requestAnimationFrame(look);
    else
      requestAnimationFrame(() => {
        window.benchCodeShown = performance.now();
      });
  };
  requestAnimationFrame(look);
}
