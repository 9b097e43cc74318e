// A child's details at the desk: asked for on one tablet, answered on another, or by a supervisor at the first.

import { expectAccessible, expectAccessibleEverywhere } from '../expect-accessible.ts';
import { Desk, expect, logEntries, test } from './staff-test.ts';

const child = { name: '沈从文', child: { name: '沈小文', age: 'under-14', relation: '父亲' }, partySize: 2 } as const;

test('the supervisor is asked and answers on their own tablet, live; what was approved opens, what wasn’t does not', async ({
  desk,
  arrives,
  browser,
  watch,
  hotel,
  page,
  server,
}) => {
  const { approvals: t, common, staff } = desk.words;
  const family = await arrives(child);
  const context = watch(await browser.newContext({ locale: 'zh-CN', viewport: { width: 1024, height: 768 } }));
  const supervisor = new Desk(await context.newPage(), hotel, 'zh');
  await supervisor.signIn(hotel.people.supervisor);
  await supervisor.expectLive();
  await desk.signIn();
  await desk.choose(family);
  const ask = async () => {
    await desk.press(staff.opening.title(staff.purposes.minors));
    await expect(page.getByText(t.needed)).toBeVisible();
    await desk.press(staff.opening.reasons['check-in']);
    await expect(page.getByText(t.waiting, { exact: true })).toBeVisible();
    // The reason that was pressed is gone; the focus stays in the dialog.
    await expect(page.locator('dialog[open] :focus')).toContainText(t.waiting);
  };
  await ask();
  await expectAccessible(page, 'waiting for an approval');
  await expect(supervisor.page.getByText(t.toDecide(1))).toBeVisible();
  await expect(supervisor.page.locator('.approval-banner__list')).toContainText('沈从文');
  await expectAccessibleEverywhere(supervisor.page, 'a question for the supervisor');
  // Whoever closed the dialog hears of the answer all the same, and reads it at the purpose.
  const said = (what: 'approved' | 'refused') => {
    const [ends = ''] = t.news[what]('沈从文', staff.purposes.minors, '|').split('|').slice(-1);
    return page.getByRole('status').getByText(ends);
  };
  const line = page.locator('.purpose-lines__question');
  await desk.press(common.close);
  await supervisor.press(t.refuse);
  await expect(said('refused')).toBeVisible();
  await expect(line).toHaveText(t.line.refused(staff.opening.reasons['check-in']));
  await desk.press(staff.opening.title(staff.purposes.minors));
  await expect(page.getByText(t.refused, { exact: true })).toBeVisible();
  await desk.press(t.askAgain);
  await desk.press(staff.opening.reasons['check-in']);
  await expect(page.getByText(t.waiting, { exact: true })).toBeVisible();
  await desk.press(common.close);
  await supervisor.press(t.approve);
  await expect(said('approved')).toBeVisible();
  await expect(line).toContainText(t.line.approved('|').split('|')[0] ?? '');
  await desk.press(staff.opening.title(staff.purposes.minors));
  await desk.press(t.openNow);
  await expect(page.locator('.opened-panel')).toContainText('沈小文');
  await expect(supervisor.page.locator('.approval-banner__list')).toHaveCount(0);
  await expect(supervisor.page.getByRole('heading', { level: 1 })).toBeFocused();
  const about = logEntries(server).filter(({ registration }) => registration === family.registration);
  expect(about.map(({ action }) => action).filter((action) => action !== 'seen')).toEqual([
    'registered',
    'approval-asked',
    'approval-refused',
    'approval-asked',
    'approved',
    'opened',
  ]);
  await context.close();
});

test.describe('in English', () => {
  test.use({ locale: 'en' });

  test('with nobody at another tablet, a supervisor approves at this one; in an emergency it opens and is looked into', async ({
    desk,
    arrives,
    hotel,
    page,
  }) => {
    const { approvals: t, staff } = desk.words;
    const family = await arrives(child);
    await desk.signIn();
    await desk.choose(family);
    const opens = staff.opening.title(staff.purposes.minors);
    await desk.press(opens);
    await desk.press(staff.opening.reasons['check-in']);
    await desk.press(t.here);
    await expect(page.getByLabel(t.handle)).toBeFocused();
    await expectAccessible(page, 'an approval at this tablet');
    const { supervisor } = hotel.people;
    await page.getByLabel(t.handle).fill(supervisor.handle);
    await page.getByLabel(t.passphrase, { exact: true }).fill(supervisor.passphrase);
    await desk.press(t.hereSubmit);
    await desk.press(t.openNow);
    await expect(page.locator('.opened-panel')).toContainText('沈小文');

    const second = await arrives(child);
    await desk.choose(second);
    await desk.press(opens);
    await desk.press(staff.opening.reasons.emergency);
    await expect(page.locator('.opened-panel')).toContainText('沈小文');
    await desk.press(staff.shell.lock);
    await desk.signIn(supervisor);
    await desk.expectLive();
    await desk.press(t.reviewed);
    await expect(page.getByText(t.done.reviewed, { exact: true })).toBeVisible();
  });
});
