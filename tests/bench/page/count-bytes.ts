import type { Browser, Page } from '@playwright/test';
import type { Flow } from './flows.ts';
import { phone } from './send-form.ts';
import { untilQuiet } from './until-quiet.ts';

export interface Transfer {
  readonly url: string;
  /** Of the body as it came over the wire, compressed. */
  readonly body: number;
  /** Of the body and the response's headers. */
  readonly wire: number;
}

export interface LoadBytes {
  /** Everything fetched until the page came to rest by itself. */
  readonly first: readonly Transfer[];
  /** What came after that, until the first detail was typed in. */
  readonly later: readonly Transfer[];
}

/**
 * Opens the page cold and goes on until the first detail is typed. Without a service worker: what it fetches ahead is after
 * the load and not needed for the form, and it must not hide what is.
 */
export async function countBytes(browser: Browser, url: string, flow: Flow): Promise<LoadBytes> {
  const context = await browser.newContext({ ...phone, serviceWorkers: 'block' });
  try {
    const page = await context.newPage();
    const transfers = await watchTransfers(page);
    const quiet = untilQuiet(page);
    await page.goto(url);
    await quiet();
    const first = [...transfers];
    await flow.choose(page);
    await flow.reachDetails(page, '林小满');
    await quiet();
    return { first, later: transfers.slice(first.length) };
  } finally {
    await context.close();
  }
}

async function watchTransfers(page: Page): Promise<readonly Transfer[]> {
  const session = await page.context().newCDPSession(page);
  const transfers: Transfer[] = [];
  const open = new Map<string, { url: string; headers: number }>();
  session.on('Network.responseReceived', ({ requestId, response }) => {
    open.set(requestId, { url: response.url, headers: response.encodedDataLength });
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength: wire }) => {
    const one = open.get(requestId);
    if (one !== undefined && /^https?:/.test(one.url)) transfers.push({ url: one.url, body: wire - one.headers, wire });
  });
  await session.send('Network.enable');
  return transfers;
}
