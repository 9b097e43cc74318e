import type { Browser, CDPSession, Page } from '@playwright/test';
import type { Flow } from './flows.ts';
import { phone } from './send-form.ts';
import { slowDown } from './slow-phone.ts';
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

/** Opens the page cold, waits until it has fetched all it wants by itself, and goes on until the first detail is typed. */
export function countBytes(browser: Browser, url: string, flow: Flow): Promise<LoadBytes> {
  return withPhone(browser, async (page) => {
    const transfers = await watchTransfers(await page.context().newCDPSession(page));
    const quiet = untilQuiet(page);
    await page.goto(url);
    await quiet();
    const first = [...transfers.values()];
    await flow.choose(page);
    await flow.reachDetails(page, '林小满');
    await quiet();
    return { first, later: [...transfers.values()].slice(first.length) };
  });
}

/** The same for a guest on slow 4G who goes on as soon as the form is ready: what had been fetched, whole or in part, when the name was typed. */
export function countHurriedBytes(browser: Browser, url: string, flow: Flow): Promise<readonly Transfer[]> {
  return withPhone(browser, async (page) => {
    const transfers = await watchTransfers(await slowDown(page, { cpu: 4, network: 'slow 4g' }));
    await page.goto(url, { waitUntil: 'commit' });
    await flow.ready(page);
    await flow.choose(page);
    await flow.reachDetails(page, '林小满');
    return [...transfers.values()];
  });
}

// Without a service worker: what it fetches ahead comes after the load and must not hide what the form itself fetches.
async function withPhone<T>(browser: Browser, use: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ ...phone, serviceWorkers: 'block' });
  try {
    return await use(await context.newPage());
  } finally {
    await context.close();
  }
}

async function watchTransfers(session: CDPSession): Promise<ReadonlyMap<string, Transfer>> {
  const transfers = new Map<string, Transfer>();
  session.on('Network.responseReceived', ({ requestId, response: { url, encodedDataLength: wire } }) => {
    if (/^https?:/.test(url)) transfers.set(requestId, { url, body: 0, wire });
  });
  session.on('Network.dataReceived', ({ requestId, encodedDataLength: more }) => {
    const one = transfers.get(requestId);
    if (one !== undefined) transfers.set(requestId, { ...one, body: one.body + more, wire: one.wire + more });
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength: wire }) => {
    const one = transfers.get(requestId);
    // Small bodies come with the headers and are only told apart here.
    if (one !== undefined) transfers.set(requestId, { ...one, body: one.body + wire - one.wire, wire });
  });
  await session.send('Network.enable');
  return transfers;
}
