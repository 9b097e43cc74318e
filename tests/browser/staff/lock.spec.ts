import { routePath } from '../../../src/protocol/routes.ts';
import { expect, test } from './staff-test.ts';

test('five quiet minutes take the rows off the page, the keys out of memory, and end the session', async ({
  desk,
  arrives,
  page,
  request,
}) => {
  const { signIn, shell } = desk.words.staff;
  const sealed = await arrives({ name: '萧红' });
  await page.clock.install();
  const asked = page.waitForRequest(/\/staff\/registrations\?/);
  await desk.signIn();
  const authorization = (await (await asked).headerValue('authorization')) ?? '';
  await desk.choose(sealed);
  await page.clock.runFor(4 * 60_000 + 25_000);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.clock.runFor(10_000);
  await expect(page.getByRole('dialog')).toContainText(shell.stillHere);
  const ended = page.waitForResponse(/sign-out/);
  await page.clock.runFor(30_000);
  await expect(page.getByText(signIn.idle)).toBeVisible();
  expect(await page.content()).not.toContain('萧红');
  expect((await ended).status()).toBe(204);
  const refused = await request.get(routePath('rows'), { headers: { authorization } });
  expect(refused.status()).toBe(401);
});

test('a touch in the last half minute keeps the desk open', async ({ desk, page }) => {
  await page.clock.install();
  await desk.signIn();
  await desk.expectLive();
  await page.clock.runFor(4 * 60_000 + 40_000);
  await desk.press(desk.words.staff.shell.stay);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.clock.runFor(4 * 60_000);
  await expect(page.locator('.guest-list')).toBeVisible();
});

test('the lock button closes at once; the list has to be opened again with the passphrase', async ({
  desk,
  arrives,
  page,
}) => {
  const sealed = await arrives({ name: '张爱玲' });
  await desk.signIn();
  await desk.choose(sealed);
  const ended = page.waitForResponse(/sign-out/);
  await desk.press(desk.words.staff.shell.lock);
  await expect(page.getByText(desk.words.staff.signIn.lockedText)).toBeVisible();
  expect((await ended).status()).toBe(204);
  expect(await page.content()).not.toContain('张爱玲');
  await page.goBack({ waitUntil: 'commit' }).catch(() => null);
  await expect(page.locator('.guest-list')).toHaveCount(0);
});

test('a session the server has ended closes the desk by itself', async ({ desk, page, request, expectedErrors }) => {
  expectedErrors.push(/401/);
  const asked = page.waitForRequest(/\/staff\/registrations\?/);
  await desk.signIn();
  await desk.expectLive();
  const authorization = (await (await asked).headerValue('authorization')) ?? '';
  await request.post(routePath('signOut'), { headers: { authorization }, data: {} });
  await expect(page.getByText(desk.words.problems.session_ended.title)).toBeVisible();
  await expect(page.locator('.guest-list')).toHaveCount(0);
});
