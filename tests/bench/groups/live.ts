import type { Browser, Page } from '@playwright/test';
import type { Hotel } from '../../../src/demo/set-up-hotel.ts';
import type { BenchmarkGroup } from '../benchmark.ts';
import { foyerFlow } from '../page/flows.ts';
import { recordRows } from '../page/record-rows.ts';
import { sendForm } from '../page/send-form.ts';
import { withHotel } from '../stage.ts';
import { median, quantile, round } from '../statistics.ts';

/** From the receipt on a guest's phone to the row on the tablet. */
export const live: BenchmarkGroup = {
  names: ['live.p95_ms'],
  measure: (setting) =>
    withHotel(setting, async ({ browser, hotel }) => {
      const guests = setting.quick ? 10 : 40;
      const tablet = await openDesk(browser, hotel);
      const delays: number[] = [];
      for (let guest = 0; guest < guests; guest += 1) {
        const { registration, answeredAt } = await sendForm(browser, hotel.posters.reception, foyerFlow, 1);
        await tablet.waitForFunction((id) => window.benchRows?.has(id), registration);
        const shown = await tablet.evaluate((id) => window.benchRows?.get(id) ?? Number.NaN, registration);
        // The row can be there before the phone has read its receipt.
        delays.push(Math.max(0, shown - answeredAt));
        setting.say(`guest ${guest + 1}/${guests}: ${(shown - answeredAt).toFixed(0)} ms`);
      }
      await tablet.context().close();
      return [
        {
          name: 'live.p95_ms',
          value: round(quantile(delays, 0.95), 0),
          unit: 'ms',
          goal: '<= 500',
          baseline: {
            median: round(median(delays), 0),
            slowest: round(Math.max(...delays), 0),
            guests,
          },
        },
      ];
    }),
};

async function openDesk(browser: Browser, { staffUrl, people }: Hotel): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1024, height: 768 }, locale: 'zh-CN' });
  const page = await context.newPage();
  await page.addInitScript(recordRows);
  await page.goto(staffUrl);
  await page.locator('input[autocomplete=username]').fill(people['front-desk'].handle);
  await page.locator('input[autocomplete=current-password]').fill(people['front-desk'].passphrase);
  await page.locator('.button--primary').click();
  await page.locator('.guest-list').waitFor({ timeout: 60_000 });
  return page;
}
