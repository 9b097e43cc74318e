// A day at the desk: three people, a tablet in Chinese and one in English, and guests with phones of their own.

import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { devices } from '@playwright/test';
import { addDays, toDate } from '../../../src/protocol/time.ts';
import { formatCalendarDate } from '../../../src/ui/messages/format-date.ts';
import { exports as exportsZh } from '../../../src/ui/messages/zh-hans/exports.ts';
import type { RunningServer } from '../../tools/start-server.ts';
import { Guest } from '../guest/guest-test.ts';
import { Mine } from '../my-registration/mine-test.ts';
import { expect, test } from '../own-hotel-test.ts';
import { Desk, logEntries } from './staff-test.ts';

// In a hotel of its own the queue is empty in the evening.
test.use({ viewport: { width: 1024, height: 768 } });

const promised = 5000;

/** As if the five minutes in which a sign-in counts as proof were over. */
function ageProofs({ dataDir }: RunningServer): void {
  const file = readdirSync(dataDir).find((name) => /\.(?:db|sqlite)$/.test(name)) ?? '';
  const database = new DatabaseSync(join(dataDir, file));
  database.exec('UPDATE sessions SET proven_at = proven_at - 300000');
  database.close();
}

test('three people, two tablets, one day: what one does the other sees, and nobody sees what isn’t theirs', async ({
  desk: morning,
  arrives,
  hotel,
  own,
  browser,
  watch,
  page,
  context,
  expectedErrors,
}) => {
  test.slow();
  // The cut line, and the step-up that is asked for.
  expectedErrors.push(/ERR_INTERNET_DISCONNECTED/, /403/);
  const { people } = hotel;
  const newPage = async (options: Parameters<typeof browser.newContext>[0]) =>
    watch(await browser.newContext({ baseURL: own.url, ...options })).newPage();
  const other = new Desk(await newPage({ locale: 'en-GB', viewport: { width: 1024, height: 768 } }), hotel, 'en');
  const phone = await newPage({ ...devices['Pixel 7'], locale: 'zh-CN' });
  const en = other.words.staff;
  const zh = morning.words.staff;
  const line = (desk: Desk, purpose: 'billing' | 'minors' | 'emergency') =>
    desk.page.locator('.purpose-lines__line', { hasText: desk.words.staff.purposes[purpose] });
  const inAll = async (desk: Desk, registration: string) => {
    await desk.page.locator('.guest-list__view', { hasText: desk.words.staff.list.views.all }).click();
    await desk.row(registration).getByRole('button').click();
    await expect(desk.page.locator('.arrived-facts')).toBeVisible();
  };
  const confirm = async (desk: Desk, room: string, checkOut?: string) => {
    const { arrival } = desk.words.staff;
    await desk.page.getByText(arrival.checked).click();
    await desk.page.getByLabel(arrival.room, { exact: true }).fill(room);
    if (checkOut !== undefined) await desk.page.getByLabel(arrival.checkOut, { exact: true }).fill(checkOut);
    await desk.press(arrival.submit);
    await expect(desk.page.locator('.arrived-facts')).toContainText(room);
  };

  // Morning: the front desk and the supervisor; a guest registers at the poster.
  await Promise.all([morning.signIn(), other.signIn(people.supervisor)]);
  await Promise.all([morning.expectLive(), other.expectLive()]);
  const guest = new Guest(phone, 'zh');
  await guest.open(hotel.posters.reception);
  await guest.answer('emergency', 'yes');
  await guest.answer('billing', 'yes');
  await guest.answer('identity', 'desk');
  await guest.press(guest.words.common.next);
  await guest.type('name', '何香凝');
  await guest.type('phone', '13912345678');
  await guest.press(guest.words.guest.details.toReview);
  await guest.press(guest.words.guest.review.seal);
  await expect(phone.getByText(guest.words.guest.receipt.received)).toBeVisible();
  const rowOf = (desk: Desk) => desk.page.locator('.guest-list [data-registration]', { hasText: '何香凝' });
  await Promise.all([morning, other].map((desk) => expect(rowOf(desk)).toBeVisible()));
  const first = (await rowOf(morning).getAttribute('data-registration')) ?? '';

  // Confirmed on one tablet, with room and day of leaving: the other has both by itself.
  const leaves = addDays(toDate(Date.now()), 3);
  await rowOf(morning).getByRole('button').click();
  await rowOf(other).getByRole('button').click();
  await confirm(morning, '301', leaves);
  const seenBy = other.page.locator('.arrived-facts');
  await expect(seenBy).toContainText('301', { timeout: promised });
  await expect(seenBy).toContainText(formatCalendarDate(leaves, 'en'));

  // Opened with a reason: the supervisor finds it in the log.
  await morning.press(zh.opening.title(zh.purposes.emergency));
  await morning.press(zh.opening.reasons['guest-asked']);
  await expect(page.locator('.opened-panel')).toContainText('+86 139 1234 5678');
  await morning.press(zh.opening.closeNow);
  await other.press(other.words.records.tab);
  const taking = other.page.waitForEvent('download');
  await other.press(other.words.records.export);
  const log = await readFile(await (await taking).path(), 'utf8');
  const opened = log.split('\n').filter((text) => text.includes(first) && text.includes('guest-asked'));
  expect(opened).toHaveLength(1);
  expect(opened[0]).toContain(people['front-desk'].id);
  expect(log).not.toContain('何香凝');
  await other.press(en.shell.desk);

  // A child's details: asked for on one tablet, answered on the other.
  const family = await arrives({
    name: '苏青',
    child: { name: '苏小青', age: 'under-14', relation: '母亲' },
    partySize: 2,
  });
  await morning.choose(family);
  await morning.press(zh.opening.title(zh.purposes.minors));
  await morning.press(zh.opening.reasons['check-in']);
  await expect(page.getByText(morning.words.approvals.waiting, { exact: true })).toBeVisible();
  await expect(page.locator('.opened-panel')).toHaveCount(0);
  await other.press(other.words.approvals.approve);
  await morning.press(morning.words.approvals.openNow);
  await expect(page.locator('.opened-panel')).toContainText('苏小青');
  await morning.press(zh.opening.closeNow);
  await confirm(morning, '302');

  // A guest takes a yes back: both tablets have the guest open, and both drop it.
  await inAll(morning, first);
  await inAll(other, first);
  await other.press(en.opening.title(en.purposes.billing));
  await other.press(en.opening.reasons.bill);
  await expect(other.page.locator('.opened-panel')).toContainText('+86 139 1234 5678');
  await expect(line(morning, 'billing')).toBeVisible();
  const mine = new Mine(phone, 'zh');
  await phone.getByRole('link', { name: guest.words.guest.registration.title }).click();
  await mine.choose('billing', 'no');
  await expect(mine.card('billing').getByText(mine.t.choices.takenBack, { exact: true })).toBeVisible();
  await Promise.all([
    expect(other.page.locator('.opened-panel')).toHaveCount(0, { timeout: promised }),
    expect(line(morning, 'billing')).toHaveCount(0, { timeout: promised }),
  ]);
  await expect(line(other, 'billing')).toHaveCount(0);

  // The first tablet sleeps while somebody comes and the stay is corrected; it wakes up knowing both.
  const cut = page.waitForEvent('console', (message) => message.text().includes('ERR_INTERNET_DISCONNECTED'));
  await context.setOffline(true);
  await expect(page.locator('.line-state')).toHaveText(zh.line.offline);
  const late = await arrives({ name: 'Iris Murdoch', language: 'en', yes: ['billing'] });
  await other.press(en.record.correct);
  await other.page.locator('.arrival-form').getByLabel(en.arrival.remarks).fill('Quiet room');
  await other.press(other.words.common.save);
  await expect(seenBy).toContainText('Quiet room');
  await cut;
  await context.setOffline(false);
  await morning.expectLive();
  await expect(morning.row(late.registration)).toBeVisible();
  await expect(page.locator('.arrived-facts')).toContainText('Quiet room');

  // Change of shift on the first tablet: nothing of the one who left is there for the one who comes.
  await page.getByRole('searchbox').fill('何香凝');
  await morning.press(zh.shell.menu);
  await morning.press(zh.shell.signOut);
  await expect(page.getByText(zh.signIn.signedOut)).toBeVisible();
  expect(await page.content()).not.toMatch(/何香凝|苏青|Iris/);
  const evening = morning;
  await evening.type(people.owner.handle, people.owner.passphrase);
  await evening.expectLive();
  await expect(page.getByRole('searchbox')).toHaveValue('');
  await expect(page.locator('.guest-detail')).toHaveCount(0);
  // Nor in the tablet's own "back", where the one who left was looking at somebody.
  await evening.choose(late);
  await page.goBack();
  await expect(page.locator('.guest-list :focus')).toContainText('Iris Murdoch');
  await expect(page.locator('.guest-detail')).toHaveCount(0);

  // Both correct the same stay: the second sees both versions, and decides.
  await inAll(evening, first);
  await evening.press(zh.record.correct);
  await other.press(en.record.correct);
  await other.page.locator('.arrival-form').getByLabel(en.arrival.remarks).fill('Late breakfast');
  await other.press(other.words.common.save);
  await page.locator('.arrival-form').getByLabel(zh.arrival.remarks).fill('加一床被子');
  const clash = page.locator('.state-note', { hasText: zh.record.clash });
  await expect(clash).toContainText(zh.record.theirs('Late breakfast'));
  await evening.press(zh.record.saveMine);
  await expect(seenBy).toContainText('加一床被子', { timeout: promised });

  // The owner takes the bills out, and proves once more who they are. Who took it back isn't in the file.
  await evening.press(zh.shell.desk);
  await evening.choose(late);
  await confirm(evening, '303');
  await evening.press(evening.words.records.tab);
  await page.getByLabel(exportsZh.purpose).selectOption({ label: zh.purposes.billing });
  await page.getByLabel(exportsZh.reason).selectOption({ label: zh.opening.reasons.bill });
  await page.getByLabel(exportsZh.format, { exact: true }).selectOption({ label: exportsZh.formats.csv });
  ageProofs(own);
  await evening.press(exportsZh.start);
  await page.getByLabel(zh.stepUp.passphrase, { exact: true }).fill(people.owner.passphrase);
  const saving = page.waitForEvent('download');
  await evening.press(zh.stepUp.submit);
  const file = await readFile(await (await saving).path(), 'utf8');
  expect(file).toContain('Iris Murdoch');
  expect(file).not.toContain('何香凝');

  // Everybody leaves; in the evening nobody waits on either tablet.
  for (const registration of [first, family.registration, late.registration]) {
    await inAll(other, registration);
    await other.press(en.stay.hasLeft);
    await expect(other.page.getByRole('button', { name: en.stay.correct })).toBeVisible();
  }
  await evening.press(zh.shell.desk);
  for (const desk of [evening, other]) {
    for (const view of ['arriving', 'in-house', 'leaving'] as const) {
      await desk.page.locator('.guest-list__view', { hasText: desk.words.staff.list.views[view] }).click();
      await expect(desk.page.getByText(desk.words.staff.list.empty[view])).toBeVisible();
    }
    await desk.press(desk.words.requests.tab(0));
    await expect(desk.page.getByText(desk.words.requests.emptyOpen)).toBeVisible();
  }
  const acts = logEntries(own).filter(({ registration }) => registration === first);
  expect(acts.map(({ action }) => action)).toEqual([
    'registered',
    'seen',
    'arrived',
    'opened',
    'opened',
    'withdrawn',
    'stay-corrected',
    'stay-corrected',
    'stay-corrected',
    'departed',
  ]);
  await phone.context().close();
  await other.page.context().close();
});
