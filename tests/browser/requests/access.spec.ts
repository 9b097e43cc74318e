import { expectAccessibleEverywhere as check } from '../expect-accessible.ts';
import { expect, test } from './requests-test.ts';

// Everything else here happens on a tablet.
test.use({ viewport: { width: 375, height: 812 }, contextOptions: { reducedMotion: 'reduce' } });

test('axe finds nothing among the requests', async ({ queue, phone, desk, page }) => {
  test.slow();
  const { t } = queue;
  const { staff, common } = desk.words;
  const guest = await phone('丁香', ['billing', 'offers'], { identity: true });
  await desk.signIn(desk.hotel.people.supervisor);
  await queue.go();
  await expect(page.getByRole('heading', { name: t.title })).toBeVisible();
  await check(page, 'queue');
  await desk.press(t.openOne);
  await desk.press(t.form.submit);
  await expect(page.locator('.field__error').first()).toBeVisible();
  await check(page, 'form with mistakes');
  await page.getByLabel(t.find.search).fill('丁香');
  await page.locator(`[data-found="${guest.registration}"]`).getByRole('button').click();
  await queue.fill('deletion', 'desk-call-back');
  await check(page, 'verify');
  await desk.press(t.refuse.open);
  await check(page, 'refuse');
  await desk.press(common.cancel);
  await desk.press(t.verify.callBackDone);
  await queue.expectTaken(t.steps.verified);
  await check(page, 'find');
  await desk.press(t.find.thisIsIt);
  await queue.expectTaken(t.steps.found);
  await check(page, 'delete');
  await desk.press(t.act.deletionDo);
  await expect(page.locator('.certificate .qr-code').first()).toBeVisible();
  await check(page, 'certificate');
  await desk.press(t.certify.handed);
  await queue.expectTaken(t.steps.certified);
  await check(page, 'done');
  expect(staff.appName).toBe(await page.title());
});
