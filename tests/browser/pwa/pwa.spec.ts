import { createServer } from 'node:http';
import type { BrowserContext, Page } from '@playwright/test';
import * as z from 'zod/mini';
import { pages } from '../../../src/protocol/pages.ts';
import { expect, test } from '../guest/guest-test.ts';
import { words as guestWords } from '../guest/words.ts';
import { words as staffWords } from '../staff/staff-test.ts';

const { guest, problems } = guestWords.zh;
const { staff } = staffWords.zh;
const webManifestSchema = z.object({
  name: z.string(),
  start_url: z.string(),
  scope: z.string(),
  icons: z.array(z.object({ src: z.string(), type: z.string() })).check(z.minLength(1)),
});

/** Opens a page and waits until its worker is active, which it is only once everything has been kept; gives its scope. */
async function install(page: Page, address: string): Promise<string> {
  await page.goto(address);
  return page.evaluate(async () => (await navigator.serviceWorker.ready).scope);
}

/** Paths of everything kept on the device. */
function kept(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const found: string[] = [];
    for (const name of await caches.keys())
      for (const { url } of await (await caches.open(name)).keys()) found.push(new URL(url).pathname);
    return found;
  });
}

async function offlinePage(context: BrowserContext): Promise<Page> {
  await context.setOffline(true);
  return context.newPage();
}

test('nobody is asked to install: the browser’s own question is held back on the phone and at the desk', async ({
  page,
  hotel,
  server,
}) => {
  // Headless browsers never ask, so the page is told as they would tell it; where nobody holds it back it stays unprevented.
  const heldBack = () =>
    page.evaluate(() => !window.dispatchEvent(new Event('beforeinstallprompt', { cancelable: true })));
  for (const address of [hotel.posters.lobby, `${server.url}${pages.verify}`, hotel.staffUrl]) {
    await page.goto(address);
    await expect.poll(heldBack).toBe(true);
  }
  await page.goto(`${server.url}/healthz`);
  expect(await heldBack()).toBe(false);
});

test('without a network the verifier opens and works', async ({ page, context, hotel, server }) => {
  await install(page, hotel.posters.lobby);
  const later = await offlinePage(context);
  const answer = await later.goto(`${server.url}${pages.verify}`);
  expect(answer?.fromServiceWorker()).toBe(true);
  await expect(later.getByRole('heading', { level: 1, name: guest.verify.title, exact: true })).toBeVisible();
  await later.getByLabel(guest.verify.paste).fill('{"not":"a receipt"}');
  await later.getByRole('button', { name: guest.verify.check, exact: true }).click();
  await expect(later.getByText(guest.verify.failed, { exact: true }).first()).toBeVisible();
});

test('without a network a poster’s link says so; no page’s HTML and no answer was kept', async ({
  page,
  context,
  hotel,
  expectedErrors,
}) => {
  expectedErrors.push(/ERR_INTERNET_DISCONNECTED/);
  await install(page, hotel.posters.lobby);
  const paths = await kept(page);
  expect(paths).toContain('/index.html');
  expect(paths.filter((path) => !path.startsWith('/assets/guest/'))).toEqual(['/index.html']);
  const later = await offlinePage(context);
  const answer = await later.goto(hotel.posters.lobby);
  expect(answer?.fromServiceWorker()).toBe(true);
  expect(await answer?.text(), 'the empty shell, not the page that was seen').not.toContain('purpose-emergency');
  await expect(later.getByText(problems.offline.title)).toBeVisible();
  await expect(later.locator('input[type=radio]')).toHaveCount(0);
});

test('without a network the desk opens with its sign-in, and says so on trying', async ({
  page,
  context,
  hotel,
  expectedErrors,
}) => {
  expectedErrors.push(/ERR_INTERNET_DISCONNECTED/);
  await install(page, hotel.staffUrl);
  expect((await kept(page)).filter((path) => !path.startsWith('/assets/staff/'))).toEqual(['/staff/index.html']);
  const later = await offlinePage(context);
  const answer = await later.goto(hotel.staffUrl);
  expect(answer?.fromServiceWorker()).toBe(true);
  const { handle, passphrase } = hotel.people.owner;
  await later.getByLabel(staff.signIn.handle, { exact: true }).fill(handle);
  await later.getByLabel(staff.signIn.passphrase, { exact: true }).fill(passphrase);
  await later.getByRole('button', { name: staff.signIn.submit, exact: true }).click();
  await expect(later.getByText(staff.problems.offline.title)).toBeVisible();
});

/** Stands in front of a server and, once told, serves the next release's worker. A browser test's own routes don't see a worker's update. */
async function releasesOf(origin: string) {
  let next = false;
  const front = createServer((request, response) => {
    const path = request.url ?? '/';
    const pass = async () => {
      const answer = await fetch(`${origin}${path}`);
      const body = Buffer.from(await answer.arrayBuffer());
      for (const [name, value] of answer.headers)
        if (!/^(?:content-encoding|content-length|transfer-encoding|connection|keep-alive)$/.test(name))
          response.setHeader(name, value);
      response.statusCode = answer.status;
      response.end(next && path === '/sw.js' ? Buffer.concat([body, Buffer.from('\n// the next release')]) : body);
    };
    pass().catch((error: unknown) => response.destroy(error instanceof Error ? error : new Error(String(error))));
  });
  await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve));
  const address = front.address();
  if (address === null || typeof address === 'string') throw new Error('No port was given.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    release: () => {
      next = true;
    },
    stop: () => {
      front.closeAllConnections();
      front.close();
    },
  };
}

test('a new release waits while a page is open, and what was chosen stays', async ({ page, hotel, server }) => {
  const front = await releasesOf(server.url);
  await install(page, hotel.posters.lobby.replace(server.url, front.url));
  // From here on the worker is in charge of the page, as at a second visit.
  await page.reload();
  const yes = page.locator('input[name=purpose-emergency][value=yes]');
  await page.locator('label', { has: yes }).click();
  await page.evaluate(() => Object.assign(window, { sameDocument: true }));
  front.release();
  await page.evaluate(async () => {
    await (await navigator.serviceWorker.ready).update();
  });
  const states = () =>
    page.evaluate(async () => {
      const { waiting, active } = await navigator.serviceWorker.ready;
      return { waiting: waiting?.state, active: active?.state, same: active === navigator.serviceWorker.controller };
    });
  await expect.poll(states).toEqual({ waiting: 'installed', active: 'activated', same: true });
  // Looked for once more, it is found again and waits still.
  await page.evaluate(async () => {
    await (await navigator.serviceWorker.ready).update();
  });
  expect(await states(), 'it still waits').toEqual({ waiting: 'installed', active: 'activated', same: true });
  expect(await page.evaluate(() => 'sameDocument' in window), 'the page was not loaded again').toBe(true);
  await expect(yes).toBeChecked();
  await page.close();
  front.stop();
});

test('guest and desk are two apps: two scopes, two names, icons that load, a start inside the scope', async ({
  page,
  hotel,
  server,
}) => {
  const apps = [
    { address: hotel.posters.lobby, scope: '/' },
    { address: hotel.staffUrl, scope: '/staff/' },
  ];
  const names = new Set<string>();
  for (const { address, scope } of apps) {
    await page.goto(address);
    await expect
      .poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).map((one) => one.scope)))
      .toContain(`${server.url}${scope}`);
    const link = await page.locator('link[rel=manifest]').getAttribute('href');
    const answer = await page.request.get(new URL(link ?? '', server.url).href);
    const manifest = webManifestSchema.parse(await answer.json());
    names.add(manifest.name);
    expect(manifest.scope).toBe(scope);
    expect(manifest.start_url.startsWith(scope)).toBe(true);
    for (const { src, type } of manifest.icons) {
      const icon = await page.request.get(new URL(src, server.url).href);
      expect([icon.status(), icon.headers()['content-type']?.split(';')[0]], src).toEqual([200, type]);
    }
  }
  expect(names.size).toBe(2);
});
