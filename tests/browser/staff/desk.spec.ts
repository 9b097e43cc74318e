import { devices } from '@playwright/test';
import { purposeReasons } from '../../../src/protocol/purpose-reasons.ts';
import { Guest } from '../guest/guest-test.ts';
import { expect, logEntries, test } from './staff-test.ts';

test('a registration sent from a phone is on the desk within two seconds, and opens with a reason', async ({
  desk,
  page,
  browser,
  watch,
  baseURL,
  locale,
}) => {
  // Two apps start from nothing here.
  test.slow();
  const phone = await watch(
    await browser.newContext({ ...devices['Pixel 7'], baseURL: baseURL ?? '', locale: locale ?? '' }),
  ).newPage();
  const guest = new Guest(phone, 'zh');
  const { words, hotel } = desk;
  await desk.signIn();
  await desk.expectLive();
  // Two characters are a target too.
  const narrowest = await page
    .locator('.desk-shell .button, .place-tabs__tab, .guest-list__view')
    .evaluateAll((all) => Math.min(...all.map((one) => one.getBoundingClientRect().width)));
  expect(narrowest).toBeGreaterThanOrEqual(44);
  await guest.open(hotel.posters.reception);
  await guest.answer('emergency', 'yes');
  await guest.answer('identity', 'desk');
  await guest.press(guest.words.common.next);
  await guest.type('name', '巴金');
  await guest.type('phone', '13912345678');
  await guest.press(guest.words.guest.details.toReview);
  await guest.press(guest.words.guest.review.seal);
  await expect(phone.getByText(guest.words.guest.receipt.received)).toBeVisible();
  const row = page.locator('.guest-row', { hasText: '巴金' });
  await expect(row).toBeVisible({ timeout: 2000 });
  const code = await guest.code();
  await expect(row).toContainText(`${code.slice(0, 3)} ${code.slice(3)}`);
  await row.click();
  await expect(page.locator('.guest-detail')).toContainText('139****5678');
  await expect(page.locator('.guest-detail')).not.toContainText('12345678');
  await desk.press(words.staff.opening.title(words.staff.purposes.emergency));
  const { reasons } = words.staff.opening;
  await expect(page.getByRole('group', { name: words.staff.opening.why }).getByRole('button')).toHaveText(
    purposeReasons.emergency.map((reason) => reasons[reason]),
  );
  await desk.press(reasons['guest-asked']);
  await expect(page.locator('.opened-panel')).toContainText('+86 139 1234 5678');
  await phone.context().close();
});

test('opening is in the log before anything is handed out, shows for 30 seconds, then leaves the page', async ({
  desk,
  arrives,
  page,
  server,
}) => {
  const { words } = desk;
  const sealed = await arrives({ name: '冰心', contact: '13700000001' });
  const openings = () =>
    logEntries(server).filter((entry) => entry.action === 'opened' && entry.registration === sealed.registration);
  let loggedBefore = 0;
  await page.route('**/staff/openings', async (route) => {
    const response = await route.fetch();
    // The answer is still here; the tablet has nothing yet.
    loggedBefore = openings().length;
    await route.fulfill({ response });
  });
  await page.clock.install();
  await desk.signIn();
  await desk.choose(sealed);
  await desk.press(words.staff.opening.title(words.staff.purposes.emergency));
  await desk.press(words.staff.opening.reasons.emergency);
  const panel = page.locator('.opened-panel');
  await expect(panel).toContainText('+86 137 0000 0001');
  expect(loggedBefore).toBe(1);
  expect(openings()[0]).toMatchObject({
    actor: desk.hotel.people['front-desk'].id,
    purpose: 'emergency',
    reason: 'emergency',
  });
  await page.clock.runFor(28_000);
  await expect(panel).toBeVisible();
  await page.clock.runFor(3_000);
  await expect(panel).toHaveCount(0);
  expect(await page.content()).not.toContain('0000 0001');
  expect(page.url()).toBe(desk.hotel.staffUrl);
  expect(await page.title()).toBe(words.staff.appName);
});

test('what was not granted has no button, and asking for it directly is refused', async ({
  desk,
  arrives,
  page,
  request,
}) => {
  const { words } = desk;
  const sealed = await arrives({ name: '老舍', yes: ['emergency', 'offers'] });
  const asked = page.waitForRequest(/\/staff\/registrations\?/);
  await desk.signIn();
  await desk.choose(sealed);
  const line = page.locator('.purpose-lines__line', { hasText: words.staff.purposes.offers });
  await expect(line).toContainText(words.staff.guest.notGranted);
  await expect(line.getByRole('button')).toHaveCount(0);
  const refused = await request.post('/api/v1/staff/openings', {
    headers: { authorization: (await (await asked).headerValue('authorization')) ?? '' },
    data: { registration: sealed.registration, purpose: 'offers', reason: 'guest-asked' },
  });
  expect(refused.status()).toBe(403);
  expect(await refused.json()).toMatchObject({ code: 'not_granted' });
});

test('arrival is confirmed once the document was looked at; the room is in the list', async ({
  desk,
  arrives,
  page,
}) => {
  const { words } = desk;
  const { arrival, list } = words.staff;
  const sealed = await arrives({ name: '丁玲', nights: 3 });
  await desk.signIn();
  await desk.choose(sealed);
  await desk.press(arrival.submit);
  await expect(page.getByText(arrival.checkedMissing)).toBeVisible();
  await expect(page.getByText(arrival.roomMissing)).toBeVisible();
  await page.getByText(arrival.checked).click();
  await page.getByLabel(arrival.room, { exact: true }).fill('1205');
  await page.getByLabel(arrival.remarks).fill('安静的房间');
  await desk.press(arrival.submit);
  await expect(page.locator('.arrived-facts')).toContainText('1205');
  await expect(page.locator('.arrived-facts')).toContainText('安静的房间');
  await expect(desk.row(sealed.registration)).toHaveCount(0);
  await page.getByRole('button', { name: new RegExp(`^${list.views['in-house']}`) }).click();
  await expect(desk.row(sealed.registration)).toContainText(list.room('1205'));
  await page.getByRole('searchbox').fill('1205');
  await expect(desk.row(sealed.registration)).toBeVisible();
});

test('a guest is found by code, name and room, and a search that finds nothing says so', async ({
  desk,
  arrives,
  page,
}) => {
  const sealed = await arrives({ name: 'Zoë Müller' });
  await desk.signIn();
  const search = page.getByRole('searchbox');
  await expect(desk.row(sealed.registration)).toBeVisible();
  const shown = (await desk.row(sealed.registration).locator('.guest-row__code').textContent()) ?? '';
  for (const typed of [shown.toLowerCase(), shown.replaceAll(' ', '-'), 'zoe mul', 'MÜLLER']) {
    await search.fill(typed);
    await expect(desk.row(sealed.registration), typed).toBeVisible();
  }
  await search.fill('qqqqqq');
  await expect(page.getByText(desk.words.staff.list.noHit('qqqqqq'))).toBeVisible();
});

test('a name full of markup is shown as the text it is', async ({ desk, arrives, page }) => {
  const name = '<img src=x onerror="document.title=1"> & "quoted" \u202Eabc';
  const sealed = await arrives({ name });
  await desk.signIn();
  await desk.choose(sealed);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('<img src=x onerror="document.title=1">');
  await expect(page.locator('.guest-detail img, .guest-row img')).toHaveCount(0);
  expect(await page.title()).toBe(desk.words.staff.appName);
});

test('an envelope that was tampered with becomes one marked row and loses no other', async ({
  desk,
  arrives,
  page,
}) => {
  const good = await arrives({ name: '茅盾' });
  const bad = await arrives({ name: '曹禺' });
  await page.route(/\/staff\/registrations\?/, async (route) => {
    const response = await route.fetch();
    const body = await response.text();
    const at = body.indexOf(bad.registration);
    const ciphertext = body.indexOf('"ciphertext":"', at) + 100;
    const flipped = body.charAt(ciphertext) === 'A' ? 'B' : 'A';
    await route.fulfill({ response, body: body.slice(0, ciphertext) + flipped + body.slice(ciphertext + 1) });
  });
  // That it was on a screen is a change, and the change would bring the row again, whole.
  await page.route('**/staff/registrations/seen', (route) => route.fulfill({ status: 204 }));
  await desk.signIn();
  await expect(desk.row(good.registration)).toContainText('茅盾');
  await expect(desk.row(bad.registration)).toContainText(desk.words.staff.list.broken);
  await desk.row(bad.registration).getByRole('button').click();
  await expect(page.getByText(desk.words.staff.guest.brokenText)).toBeVisible();
});

test('a row that was on the screen counts as seen', async ({ desk, arrives, server }) => {
  const sealed = await arrives({ name: '巴人' });
  await desk.signIn();
  await expect(desk.row(sealed.registration)).toContainText(desk.words.staff.list.states.seen);
  const seen = logEntries(server).filter(
    ({ action, registration }) => action === 'seen' && registration === sealed.registration,
  );
  expect(seen).toHaveLength(1);
});

test('when the network comes back, what came meanwhile is there and nothing is missing', async ({
  desk,
  arrives,
  page,
  context,
  expectedErrors,
}) => {
  expectedErrors.push(/ERR_INTERNET_DISCONNECTED/);
  const before = await arrives({ name: '前面的客人' });
  await desk.signIn();
  await desk.expectLive();
  const refused = page.waitForEvent('console', (message) => message.text().includes('ERR_INTERNET_DISCONNECTED'));
  await context.setOffline(true);
  await expect(page.locator('.line-state')).toHaveText(desk.words.staff.line.offline);
  await expect(page.getByText(desk.words.staff.line.offlineText)).toBeVisible();
  await expect(desk.row(before.registration)).toBeVisible();
  const meanwhile = [await arrives({ name: '断网时一' }), await arrives({ name: '断网时二' })];
  await refused;
  await context.setOffline(false);
  await desk.expectLive();
  for (const { registration } of [before, ...meanwhile]) await expect(desk.row(registration)).toBeVisible();
});
