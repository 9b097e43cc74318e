import { type Browser, type BrowserContextOptions } from '@playwright/test';
import type { Flow } from './flows.ts';
import { recordSend, type SendRecord } from './record-send.ts';
import { slowDown } from './slow-phone.ts';

export const phone: BrowserContextOptions = {
  viewport: { width: 375, height: 812 },
  locale: 'zh-CN',
  timezoneId: 'Asia/Shanghai',
  hasTouch: true,
};

/** Fills in a form on a phone of its own and sends it; resolves once it has been answered. `cpu`: times slower when sending. */
export async function sendForm(browser: Browser, url: string, flow: Flow, cpu: number): Promise<SendRecord> {
  const context = await browser.newContext(phone);
  try {
    const page = await context.newPage();
    await page.addInitScript(recordSend);
    await page.goto(url);
    await flow.ready(page);
    await flow.choose(page);
    await flow.reachDetails(page, '林小满');
    await flow.reachSend(page);
    if (cpu > 1) {
      await page.waitForLoadState('networkidle');
      await slowDown(page, { cpu, network: 'as it is' });
    }
    await flow.send(page);
    await page.waitForFunction(() => (window.benchSend?.answeredAt ?? 0) > 0);
    const record = await page.evaluate(() => window.benchSend);
    if (record === undefined) throw new Error(`${url} left no record.`);
    return record;
  } finally {
    await context.close();
  }
}
