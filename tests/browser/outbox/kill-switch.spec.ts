import { createServer } from 'node:http';
import type { Page } from '@playwright/test';
import { makeHotel } from '../../support/make-hotel.ts';
import { startServer } from '../../tools/start-server.ts';
import { expect, test } from '../fixtures.ts';

const garbage = 'this page is broken';
const brokenWorker = `
  self.addEventListener('install', (event) => {
    event.waitUntil(caches.open('broken').then((cache) => cache.put('/kept', new Response('old'))).then(() => self.skipWaiting()));
  });
  self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
  self.addEventListener('fetch', (event) => {
    event.respondWith(new Response('${garbage}', { headers: { 'content-type': 'text/html' } }));
  });`;

/** In front of a hotel whose release brought a worker that answers everything with garbage, until its workers are switched off. */
async function hotelWithBrokenWorker() {
  let origin = '';
  let broken = true;
  const front = createServer((request, response) => {
    const path = request.url ?? '/';
    const pass = async () => {
      const answer = await fetch(`${origin}${path}`, { headers: { 'accept-language': 'zh-CN' } });
      const body = Buffer.from(await answer.arrayBuffer());
      for (const [name, value] of answer.headers)
        if (!/^(?:content-encoding|content-length|transfer-encoding|connection|keep-alive)$/.test(name))
          response.setHeader(name, value);
      response.statusCode = answer.status;
      response.end(broken && path.endsWith('/sw.js') ? brokenWorker : body);
    };
    pass().catch((error: unknown) => response.destroy(error instanceof Error ? error : new Error(String(error))));
  });
  await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve));
  const address = front.address();
  if (address === null || typeof address === 'string') throw new Error('No port was given.');
  const url = `http://127.0.0.1:${address.port}`;
  const server = await startServer({ env: { PUBLIC_URL: url, SERVICE_WORKERS: 'off' } });
  origin = server.url;
  const hotel = await makeHotel(server);
  return {
    hotel,
    output: server.output,
    at: (link: string) => link.replace(server.url, url),
    switchOff: () => {
      broken = false;
    },
    stop: async () => {
      front.closeAllConnections();
      front.close();
      await server.stop();
    },
  };
}

const leftOver = (page: Page) =>
  page.evaluate(async () => ({
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    caches: await caches.keys(),
  }));

test('a worker that answers every page with garbage is gone at the same address the next time a page opens', async ({
  page,
  expectedErrors,
}) => {
  const { hotel, output, at, switchOff, stop } = await hotelWithBrokenWorker();
  expect(output()).toContain('Service workers are off');
  // The desk's first: the guest's worker would answer for its pages too.
  for (const link of [at(hotel.staffUrl), at(hotel.posters.lobby)]) {
    await page.goto(link);
    await expect(page.locator('h1')).toBeVisible();
    // The page registers it by itself a moment after it has loaded.
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    await page.reload();
    await expect(page.locator('body'), 'the broken worker is in charge').toHaveText(garbage);
  }
  switchOff();
  for (const link of [at(hotel.posters.lobby), at(hotel.staffUrl)]) {
    // Whoever opens a page now still gets garbage, and with it the browser looks for a newer worker at the same address.
    await page.goto('about:blank');
    await page.goto(link);
    await expect(page.locator('body')).toHaveText(garbage);
    const scope = new URL(new URL(link).pathname.startsWith('/staff') ? '/staff/' : '/', link).href;
    const scopes = () =>
      page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).map((one) => one.scope));
    await expect.poll(scopes, { timeout: 30_000 }).not.toContain(scope);
    await page.goto('about:blank');
    await page.goto(link);
    await expect(page.locator('h1')).toBeVisible();
    await expect(page.locator('body')).not.toHaveText(garbage);
  }
  // The page looks for a worker as always; what it gets removes itself again.
  await expect.poll(() => leftOver(page)).toEqual({ workers: 0, caches: [] });
  expect(expectedErrors).toEqual([]);
  await page.close();
  await stop();
});
