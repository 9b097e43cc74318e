import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import * as z from 'zod/mini';
import { bothLanguages } from '../both-languages.ts';
import { dumpStorage } from '../blindness/dump-storage.ts';
import { expect, lead, registerLead, test } from '../companions/companions-test.ts';
import { expectAccessibleEverywhere } from '../expect-accessible.ts';
import { Guest } from '../guest/guest-test.ts';

/** Which of these a browser's whole folder holds, as UTF-8 or UTF-16. */
async function foundIn(folder: string, needles: readonly string[]): Promise<string[]> {
  const found = new Set<string>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const bytes = await readFile(join(entry.parentPath, entry.name)).catch(() => Buffer.alloc(0));
    for (const needle of needles)
      if (bytes.includes(Buffer.from(needle)) || bytes.includes(Buffer.from(needle, 'utf16le'))) found.add(needle);
  }
  return [...found];
}

const needles = [lead.name, lead.phone, lead.document];

const databases = z.array(z.tuple([z.string(), z.string(), z.array(z.unknown()), z.array(z.unknown())]));

/** What the store of kept details holds; a string each. */
async function keptRecords(page: Page): Promise<string[]> {
  const { indexedDB = '[]' } = await dumpStorage(page);
  const kept = databases.parse(JSON.parse(indexedDB)).filter(([name]) => name === 'foyer-kept');
  return kept.flatMap(([, , , records]) => records.map((record) => JSON.stringify(record)));
}

for (const { language, locale, run } of bothLanguages('en')) {
  test.describe(locale, run, () => {
    test.use({ locale });

    test('details stay on the phone only when wanted, in no readable form, and are gone with one press', async ({
      hotel,
      t,
      launchOptions,
      baseURL,
    }) => {
      test.slow();
      const folder = await mkdtemp(join(tmpdir(), 'foyer-phone-'));
      const open = () =>
        chromium.launchPersistentContext(folder, { ...launchOptions, locale, viewport: { width: 375, height: 812 } });
      try {
        let context = await open();
        let page = context.pages()[0] ?? (await context.newPage());
        let guest = new Guest(page, language);
        await registerLead(guest, hotel);
        const keep = page.getByRole('button', { name: t.returning.keep });
        await expect(keep).toBeVisible();
        expect(await keptRecords(page)).toEqual([]);
        await context.close();
        expect(await foundIn(folder, needles), 'off').toEqual([]);

        context = await open();
        page = context.pages()[0] ?? (await context.newPage());
        guest = new Guest(page, language);
        await registerLead(guest, hotel);
        await guest.press(t.returning.keep);
        await expect(page.getByText(t.returning.kept)).toBeVisible();
        expect(await keptRecords(page)).toEqual([expect.stringContaining('not extractable')]);
        await expectAccessibleEverywhere(page, 'details kept');
        await context.close();
        expect(await foundIn(folder, needles), 'on, but not readable').toEqual([]);

        // The next visit: choose afresh, look through, seal.
        context = await open();
        page = context.pages()[0] ?? (await context.newPage());
        guest = new Guest(page, language);
        await guest.open(hotel.posters.room);
        await expect(page.locator('input[type=radio]:checked')).toHaveCount(0);
        await guest.answer('billing', 'yes');
        await guest.answer('identity', 'here');
        await guest.press(guest.words.common.next);
        await guest.expectHeading(guest.words.guest.review.title);
        await expect(page.getByText(t.returning.filled)).toBeVisible();
        await expect(page.getByText(lead.document)).toBeVisible();
        await guest.press(guest.words.guest.review.seal);
        await expect(page.getByText(guest.words.guest.receipt.received)).toBeVisible();
        console.log(`taps of a returning guest: ${guest.taps}`);
        expect(guest.taps).toBeLessThanOrEqual(4);

        await guest.press(t.returning.forget);
        await expect(page.getByText(t.returning.forgotten)).toBeVisible();
        expect(await keptRecords(page)).toEqual([]);
        await page.goto(`${baseURL ?? ''}/verify`);
        await guest.open(hotel.posters.lobby);
        await guest.answer('billing', 'yes');
        await guest.press(guest.words.common.next);
        await expect(page.locator('#field-name')).toHaveValue('');
        await context.close();
        expect(await foundIn(folder, needles), 'forgotten').toEqual([]);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    });
  });
}

test('one press on the form forgets as well, and leaves what is on the screen', async ({ guest, hotel, page, t }) => {
  await registerLead(guest, hotel);
  await guest.press(t.returning.keep);
  await expect(page.getByText(t.returning.kept)).toBeVisible();
  await page.goto('/verify');
  await guest.open(hotel.posters.lobby);
  // This yes needs nothing that isn't kept.
  await guest.answer('offers', 'yes');
  await guest.press(guest.words.common.next);
  await guest.expectHeading(guest.words.guest.review.title);
  await guest.press(t.returning.forget);
  await expect(page.getByText(t.returning.forgotten)).toBeVisible();
  await guest.press(guest.words.common.edit);
  await expect(page.locator('#field-name')).toHaveValue(lead.name);
  await page.goto('/verify');
  await guest.open(hotel.posters.lobby);
  await guest.answer('offers', 'yes');
  await guest.press(guest.words.common.next);
  await expect(page.locator('#field-name')).toHaveValue('');
});
