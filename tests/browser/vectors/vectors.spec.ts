// The frozen vectors again, opened by a real browser's WebCrypto: what was sealed or signed once must come out the same on every side.
// The page is answered by the test itself, so no server is needed; localhost is a secure context, and so WebCrypto is there.

import { expect, test } from '@playwright/test';
import * as z from 'zod/mini';
import { readVectors } from '../../vectors/read-vectors.ts';
import { bundlePage } from './bundle-page.ts';

const outcomesSchema = z.array(z.object({ name: z.string(), expected: z.string(), found: z.string() }));

test('every frozen vector opens, or is refused with its own code, in Chromium', async ({ page }) => {
  const script = await bundlePage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.route('http://localhost:41500/**', async (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/') {
      await route.fulfill({
        contentType: 'text/html',
        body: '<!doctype html><link rel="icon" href="data:,"><body><script type="module" src="/page.js"></script>',
      });
    } else if (pathname === '/page.js') {
      await route.fulfill({ contentType: 'text/javascript', body: script });
    } else if (pathname === '/vectors.json') {
      await route.fulfill({ json: readVectors() });
    } else {
      await route.fulfill({ status: 404 });
    }
  });
  await page.goto('http://localhost:41500/');
  await expect(page.locator('body[data-done]'), errors.join('\n')).toBeVisible();
  const outcomes = outcomesSchema.parse(JSON.parse((await page.locator('body').textContent()) ?? ''));
  expect(outcomes.length).toBeGreaterThan(200);
  expect(outcomes.filter(({ expected, found }) => expected !== found)).toEqual([]);
  expect(errors).toEqual([]);
});
