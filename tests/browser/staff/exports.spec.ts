// Details leave as a file made on the tablet; what guests wrote runs nowhere on its way: in the list, the detail, on paper, in the file.

import { readFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import { verifyManifest } from '../../../src/crypto/verify-manifest.ts';
import { composeSubmission } from '../../../src/guest/registration/compose-submission.ts';
import { createGuestApi } from '../../../src/guest/registration/guest-api.ts';
import { sendSubmission } from '../../../src/guest/registration/send-submission.ts';
import { randomBytes } from '../../../src/crypto/random-bytes.ts';
import { guestExportPageSchema } from '../../../src/protocol/guest-export.ts';
import { parseNotice } from '../../../src/protocol/notice.ts';
import { addDays, toDate } from '../../../src/protocol/time.ts';
import { staffDoor } from '../../../src/staff/api/staff-api.ts';
import { confirmArrival } from '../../../src/staff/desk/confirm-arrival.ts';
import { signIn } from '../../../src/staff/session/sign-in.ts';
import { exports as exportsEn } from '../../../src/ui/messages/en/exports.ts';
import { exports as exportsZh } from '../../../src/ui/messages/zh-hans/exports.ts';
import { formulas, scripts } from '../../data/hostile-cells.ts';
import type { RunningServer } from '../../tools/start-server.ts';
import type { Hotel } from '../../../src/demo/set-up-hotel.ts';
import { expectAccessibleEverywhere } from '../expect-accessible.ts';
import { pagesIn } from './read-poster.ts';
import { type Desk, expect, logEntries, test } from './staff-test.ts';

/** Guests whose own phones check nothing, each in house, with a room and a remark as bad as their name. */
async function inHouse({ url }: RunningServer, hotel: Hotel, names: readonly string[], phone: string): Promise<void> {
  const { property, fingerprint } = hotel;
  const api = createGuestApi({ fetch, origin: url });
  const published = await api.property(property, 'zh-Hans');
  const now = Date.now();
  const signedManifest = await verifyManifest(published.manifest, { fingerprint, property, now, lastSequence: 0 });
  const { handle, passphrase } = hotel.people.owner;
  const desk = await signIn(staffDoor(fetch, url), { property, handle, passphrase });
  const stay = { checkIn: toDate(now), checkOut: addDays(toDate(now), 2) };
  for (const name of names) {
    const sealed = await composeSubmission({
      signedManifest,
      choices: { answers: { emergency: 'no', billing: 'yes', membership: 'no', offers: 'no' }, identity: 'desk' },
      details: { name, phone, email: null, ...stay, partySize: 1, people: [], minors: [] },
      channel: 'lobby',
      language: 'zh-Hans',
      shownAt: now,
      now,
      random: randomBytes,
    });
    await sendSubmission(api, sealed, { signed: signedManifest, notice: parseNotice(published.notice) });
    const arrived = { room: name.slice(0, 20), remarks: name, checkOut: stay.checkOut };
    await confirmArrival(desk, signedManifest.manifest.card, sealed.registration, arrived);
  }
}

/** The browser's own print of what is on the screen: the one sentence, and no guest. */
async function expectNothingPrinted({ page, words }: Desk): Promise<void> {
  await page.emulateMedia({ media: 'print' });
  const printed = await page.evaluate(() => document.body.innerText.trim());
  expect(printed).toBe(words.staff.shell.unprinted);
  expect(pagesIn(await page.pdf({ preferCSSPageSize: true }))).toBe(1);
  await page.emulateMedia({ media: 'screen' });
}

async function order(desk: Desk, t: typeof exportsEn, format: 'xlsx' | 'csv'): Promise<void> {
  const { page, words } = desk;
  await page.getByLabel(t.purpose).selectOption({ label: words.staff.purposes.billing });
  await page.getByLabel(t.reason).selectOption({ label: words.staff.opening.reasons.bill });
  await page.getByLabel(t.format, { exact: true }).selectOption({ label: t.formats[format] });
}

test.describe('in English', () => {
  test.use({ locale: 'en' });

  test('formulas and scripts in every field are text in the list, the detail, on paper and in both files', async ({
    desk,
    server,
    hotel,
    page,
  }) => {
    test.slow();
    const hostile = [...formulas, ...scripts];
    await inHouse(server, hotel, hostile, '+8613800138001');
    const before = logEntries(server).filter(({ action }) => action === 'exported').length;
    const dialogs: string[] = [];
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    await desk.signIn(hotel.people.supervisor);
    await desk.expectLive();
    await page.getByRole('searchbox').fill('<iframe');
    const row = page.locator('[data-registration]').first();
    await expect(row).toContainText('<iframe srcdoc="<script>alert(1)</script>">');
    await row.getByRole('button').click();
    await expect(page.locator('.guest-detail h1')).toHaveText('<iframe srcdoc="<script>alert(1)</script>">');
    await page.locator('[data-key=open]').first().click();
    await page.locator('.opening-dialog__reasons button').first().click();
    await expect(page.locator('.opened-panel')).toContainText('<iframe srcdoc=');
    await expect(page.locator('.guest-detail iframe, .guest-detail script, .guest-detail img')).toHaveCount(0);
    await expectNothingPrinted(desk);

    await desk.press(desk.words.records.tab);
    await order(desk, exportsEn, 'xlsx');
    const saving = page.waitForEvent('download');
    await desk.press(exportsEn.start);
    const sheet = await readFile(await (await saving).path());
    const xml = new TextDecoder().decode(unzipSync(new Uint8Array(sheet))['xl/worksheets/sheet1.xml']);
    // Guests of other tests are in the same hotel.
    const guests = (xml.match(/<row /g)?.length ?? 0) - 1;
    expect(xml).not.toMatch(/<f[ >]/);
    expect(xml.match(/\+8613800138001/g)).toHaveLength(hostile.length);

    // One envelope that doesn't open is one marked line.
    await page.route('**/exports/*/pages', async (route) => {
      const response = await route.fetch();
      const { items, ...rest } = guestExportPageSchema.parse(await response.json());
      const changed = items.map((item, at) =>
        at === items.length - 1 && 'envelope' in item
          ? { ...item, envelope: { ...item.envelope, ciphertext: 'A'.repeat(704) } }
          : item,
      );
      await route.fulfill({ response, json: { ...rest, items: changed } });
    });
    await order(desk, exportsEn, 'csv');
    const second = page.waitForEvent('download');
    await desk.press(exportsEn.start);
    const text = await readFile(await (await second).path(), 'utf8');
    await expect(page.getByText(exportsEn.broken(1))).toBeVisible();
    const lines = text.split('\r\n');
    expect(lines).toHaveLength(guests + 2);
    expect(lines.filter((line) => line.includes(exportsEn.brokenLine))).toHaveLength(1);
    expect(text.match(/"'\+8613800138001"/g)).toHaveLength(hostile.length - 1);
    expect(dialogs).toEqual([]);
    const exported = logEntries(server).filter(({ action }) => action === 'exported');
    expect(exported.length - before).toBe(guests * 2);
  });
});

test('whoever makes a file sees what is in it, can call it off, and sees true progress', async ({
  desk,
  server,
  hotel,
  page,
}) => {
  await inHouse(server, hotel, ['苏轼'], '+8613800138002');
  await desk.signIn(hotel.people.owner);
  await desk.expectLive();
  await desk.press(desk.words.records.tab);
  await desk.press(exportsZh.start);
  await expect(page.getByText(exportsZh.missing).first()).toBeVisible();
  await order(desk, exportsZh, 'xlsx');
  await expectAccessibleEverywhere(page, 'an export that was ordered');
  // A server that never answers, neither to the first question nor to the next.
  await page.route('**/exports', () => undefined);
  await desk.press(exportsZh.start);
  await expect(page.locator('progress')).toBeVisible();
  await desk.press(exportsZh.stop);
  await expect(page.getByText(exportsZh.stopped)).toBeVisible();
  await page.unroute('**/exports');
  await page.route('**/exports/*/pages', () => undefined);
  await desk.press(exportsZh.start);
  await expect(page.locator('progress')).toBeVisible();
  await desk.press(exportsZh.stop);
  await expect(page.getByText(exportsZh.stoppedText)).toBeVisible();
});
