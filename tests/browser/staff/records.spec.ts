// The log leaves the server: as a file, as an anchor on paper; and is verified with the network off.

import { readFile, writeFile } from 'node:fs/promises';
import { routes } from '../../../src/protocol/routes.ts';
import { logCheck } from '../../../src/ui/messages/en/log-check.ts';
import { myRegistration } from '../../../src/ui/messages/en/my-registration.ts';
import { expectAccessible } from '../expect-accessible.ts';
import { expect, test } from './staff-test.ts';

test.use({ locale: 'en' });

test('the log and its anchor are taken out by the supervisor, and verify at /verify with the network off', async ({
  desk,
  arrives,
  page,
  context,
  expectedErrors,
}, info) => {
  expectedErrors.push(/ERR_INTERNET_DISCONNECTED/);
  const { records, staff } = desk.words;
  await arrives();
  await desk.signIn(desk.hotel.people.supervisor);
  await desk.expectLive();
  // The line is gone for a moment.
  const anchors = `**${routes.anchors.path}`;
  await page.route(anchors, (route) => route.abort('internetdisconnected'));
  await desk.press(records.tab);
  await expect(page.getByText(staff.unread)).toBeVisible();
  await page.unroute(anchors);
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  // Another test of the same hotel may have taken one before.
  const kept = page.locator('.records-place__kept li');
  await expect(page.getByText(records.keptNone).or(kept.first())).toBeVisible();
  await expect(page.getByText(staff.unread)).toHaveCount(0);
  const before = await kept.count();
  const saving = page.waitForEvent('download');
  await desk.press(records.save);
  const anchor = await (await saving).path();
  const note = await readFile(anchor, 'utf8');
  await expect(page.locator('.anchor-paper pre')).toHaveText(note);
  await expect(page.locator('.anchor-paper .qr-code')).toBeVisible();
  await expect(kept).toHaveCount(before + 1);
  await arrives();
  const exporting = page.waitForEvent('download');
  await desk.press(records.export);
  const file = await (await exporting).path();
  const text = await readFile(file, 'utf8');
  const log = info.outputPath('log.jsonl');
  const changed = info.outputPath('changed.jsonl');
  await writeFile(log, text);
  await writeFile(changed, text.replace('\\"role\\":\\"guest\\"', '\\"role\\":\\"owner\\"'));

  await page.goto('/verify');
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await page.waitForLoadState('networkidle');
  await context.setOffline(true);
  await desk.press(myRegistration.handed.wholeLog);
  const [chooser, witnesses] = [page.locator('input[type=file]').first(), page.locator('input[type=file]').last()];
  await chooser.setInputFiles(log);
  await witnesses.setInputFiles(anchor);
  await page.getByLabel(logCheck.fingerprint).fill(desk.hotel.fingerprint);
  await expectAccessible(page, 'a whole log');
  await desk.press(logCheck.check);
  await expect(page.getByText(logCheck.holds, { exact: true })).toBeVisible();
  await expect(page.getByText(logCheck.outcomes.agrees, { exact: true })).toBeVisible();
  await expectAccessible(page, 'a whole log that holds');
  await desk.press(logCheck.another);

  // An anchor that was cut on its way, on a phone: its name stays in one piece beside what is said of it.
  const cut = info.outputPath('an-anchor-as-it-came-by-mail.txt');
  await writeFile(cut, note.slice(0, -40));
  await page.setViewportSize({ width: 375, height: 812 });
  await chooser.setInputFiles(log);
  await witnesses.setInputFiles(cut);
  await desk.press(logCheck.check);
  await expect(page.getByText(logCheck.holdsUnread, { exact: true })).toBeVisible();
  await expect(page.getByText(logCheck.unreadText)).toBeVisible();
  const line = page.getByRole('listitem').filter({ hasText: logCheck.outcomes.unreadable });
  expect((await line.boundingBox())?.height).toBeLessThan(90);
  await expectAccessible(page, 'a whole log with an anchor that can’t be read');
  await desk.press(logCheck.another);
  await chooser.setInputFiles(changed);
  await desk.press(logCheck.check);
  await expect(page.getByText(/Entry \d+ is not the text that was logged/)).toBeVisible();
});

test('the front desk has no records', async ({ desk, page }) => {
  await desk.signIn();
  await desk.expectLive();
  await expect(page.getByRole('button', { name: desk.words.records.tab, exact: true })).toHaveCount(0);
});
