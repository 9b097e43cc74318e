// What a guest takes back, changes or deletes leaves the tablet: the screen, its memory and its disk, awake or asleep.

import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { deskRowsSchema } from '../../../src/protocol/api.ts';
import { launchArguments } from '../../tools/ensure-browser.ts';
import { ciphertextsOf } from '../../support/guest-phone.ts';
import { Desk } from '../staff/staff-test.ts';
import { bothLanguages } from '../both-languages.ts';
import { detailsOf, expect, test } from './requests-test.ts';

/** Milliseconds from the phone's receipt to the tablet. */
const promised = 5000;

/** Which of these base64url texts have any 32 characters, or the bytes they stand for, in any file under a folder. */
async function foundInProfile(folder: string, texts: readonly string[]): Promise<string[]> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const contents = await Promise.all(
    files.filter((file) => file.isFile()).map((file) => readFile(join(file.parentPath, file.name))),
  );
  const whole = Buffer.concat(contents);
  const pieces = (bytes: Buffer, length: number) =>
    Array.from({ length: Math.floor(bytes.length / length) }, (_, at) =>
      bytes.subarray(at * length, (at + 1) * length),
    );
  return texts.filter((text) =>
    [...pieces(Buffer.from(text), 32), ...pieces(Buffer.from(text, 'base64url'), 24)].some((piece) =>
      whole.includes(piece),
    ),
  );
}

for (const { language, locale, run } of bothLanguages('en')) {
  test.describe(locale, run, () => {
    test.use({ locale });

    test('taken back, corrected, deleted: within five seconds the opened panel is closed, and the profile on disk has no piece of it', async ({
      phone,
      hotel,
      watch,
    }) => {
      test.slow();
      const profile = await mkdtemp(join(tmpdir(), 'foyer-tablet-'));
      const executablePath = process.env['CHROMIUM_PATH'];
      const context = watch(
        await chromium.launchPersistentContext(profile, {
          ...(executablePath === undefined ? {} : { executablePath }),
          args: launchArguments(),
          locale,
          viewport: { width: 1024, height: 768 },
        }),
      );
      const page = context.pages()[0] ?? (await context.newPage());
      const desk = new Desk(page, hotel, language);
      const { staff } = desk.words;
      const gone: string[] = [];
      const guest = await phone('秋瑾', ['billing', 'offers', 'membership']);
      gone.push(...ciphertextsOf(guest.sealed.body));
      await desk.signIn(hotel.people.owner);
      await page.locator('.place-tabs__tab[data-place=desk]').click();
      await desk.choose(guest.sealed);
      const panel = page.locator('.opened-panel');
      const open = async (purpose: 'offers' | 'billing' | 'membership') => {
        await desk.press(staff.opening.title(staff.purposes[purpose]));
        await desk.press(staff.opening.reasons['guest-asked']);
        await expect(panel).toContainText('+86 138 0013 8000');
      };
      const act = async (wish: Parameters<typeof guest.compose>[1]) => {
        const opened = await guest.open();
        const sealed = await guest.compose(opened, wish);
        await guest.send(opened, sealed);
        gone.push(...ciphertextsOf(sealed.body));
      };

      await open('offers');
      await act({ takeBack: ['offers'] });
      await expect(panel).toHaveCount(0, { timeout: promised });
      await expect(page.getByText(staff.opening.noLongerHeld)).toBeVisible();
      await expect(page.locator('.purpose-lines__line', { hasText: staff.purposes.offers })).toHaveCount(0);
      expect(await page.content()).not.toContain('0013 8000');

      await open('billing');
      await act({ details: { ...detailsOf('秋竞雄'), phone: '+8613900139000' } });
      await expect(panel).toHaveCount(0, { timeout: promised });
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('秋竞雄', { timeout: promised });
      expect(await page.content()).not.toContain('秋瑾');

      await desk.press(staff.opening.title(staff.purposes.membership));
      await desk.press(staff.opening.reasons['guest-asked']);
      await expect(panel).toContainText('+86 139 0013 9000');
      await guest.delete();
      await expect(panel).toHaveCount(0, { timeout: promised });
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(staff.list.gone, { timeout: promised });
      expect(await page.content()).not.toContain('秋竞雄');

      // A canary, so that a search that finds nothing is known to look in the right place.
      const canary = 'Q2FuYXJ5'.repeat(8);
      await page.evaluate((text) => localStorage.setItem('canary', text), canary);
      await context.close();
      expect(await foundInProfile(profile, [canary])).toEqual([canary]);
      expect(await foundInProfile(profile, gone)).toEqual([]);
      await rm(profile, { recursive: true });
    });
  });
}

for (const { locale, run } of bothLanguages('zh')) {
  test.describe(locale, run, () => {
    test.use({ locale });

    test('a tablet that slept while everything was deleted shows nothing of it again, and misses nobody', async ({
      phone,
      desk,
      page,
      context,
      expectedErrors,
    }) => {
      expectedErrors.push(/ERR_INTERNET_DISCONNECTED/);
      const guest = await phone('石评梅', ['billing']);
      const other = await phone('庐隐', ['billing']);
      await page.clock.install();
      await desk.signIn();
      await desk.choose(guest.sealed);
      await context.setOffline(true);
      await expect(page.locator('.line-state')).toHaveText(desk.words.staff.line.offline);
      await guest.delete();
      const late = await phone('陆小曼', ['billing']);
      // An hour without a touch or a signal: it wakes up locked, with no name on the screen.
      await page.clock.fastForward(3_600_000);
      await expect(page.getByText(desk.words.staff.signIn.idle)).toBeVisible();
      expect(await page.content()).not.toContain('石评梅');
      await context.setOffline(false);
      await desk.type(desk.hotel.people['front-desk'].handle, desk.hotel.people['front-desk'].passphrase);
      await expect(desk.row(other.registration)).toBeVisible();
      await expect(desk.row(late.registration)).toBeVisible();
      await expect(desk.row(guest.registration)).toHaveCount(0);
      expect(await page.content()).not.toContain('石评梅');
    });
  });
}

test('cut off with somebody at work: with the line the copy goes, and an old row or envelope sent again is refused', async ({
  phone,
  desk,
  page,
  context,
  expectedErrors,
}) => {
  test.slow();
  expectedErrors.push(/ERR_INTERNET_DISCONNECTED/);
  const { staff } = desk.words;
  const guest = await phone('凌叔华', ['billing', 'emergency']);
  const listed = page.waitForResponse(/\/staff\/registrations\?before=/);
  await desk.signIn();
  const { rows } = deskRowsSchema.parse(await (await listed).json());
  const old = rows.find(({ registration }) => registration === guest.registration);
  await desk.choose(guest.sealed);
  const answered = page.waitForResponse(/\/staff\/openings/);
  await desk.press(staff.opening.title(staff.purposes.billing));
  await desk.press(staff.opening.reasons.bill);
  const oldEnvelope = await (await answered).text();
  await desk.press(staff.opening.closeNow);

  const refused = page.waitForEvent('console', (message) => message.text().includes('ERR_INTERNET_DISCONNECTED'));
  await context.setOffline(true);
  await expect(page.locator('.line-state')).toHaveText(staff.line.offline);
  await guest.change({ takeBack: ['billing'] });
  await guest.change({ give: ['billing'] });
  await refused;
  await context.setOffline(false);
  await desk.expectLive();
  // The old yes, as somebody who kept its envelope would hand it out again.
  await page.route('**/staff/openings', (route) =>
    route.fulfill({ contentType: 'application/json', body: oldEnvelope }),
  );
  await desk.press(staff.opening.title(staff.purposes.billing));
  await desk.press(staff.opening.reasons.bill);
  await expect(page.getByText(staff.problems.consent_replayed.title)).toBeVisible();
  await expect(page.locator('.opened-panel')).toHaveCount(0);
  await desk.press(desk.words.common.cancel);

  await guest.delete();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(staff.list.gone, { timeout: promised });
  // The old row, as a database put back would send it, under a cursor that looks newer.
  await page.route('**/staff/changes?*', (route) =>
    route.fulfill({
      contentType: 'text/event-stream',
      body: `event: row\ndata: ${JSON.stringify({ cursor: 9_999_999, row: old })}\n\n`,
    }),
  );
  await context.setOffline(true);
  await expect(page.locator('.line-state')).toHaveText(staff.line.offline);
  await context.setOffline(false);
  await expect(page.getByText(staff.guest.older)).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(staff.list.gone);
  expect(await page.content()).not.toContain('凌叔华');
});
