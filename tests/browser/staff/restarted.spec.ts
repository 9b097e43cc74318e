// The server is started anew while a question about a child waits, and an emergency has not been looked into: no tablet loses either.

import { expect, test } from '../own-hotel-test.ts';
import { Desk, logEntries } from './staff-test.ts';

test.use({ viewport: { width: 1024, height: 768 } });

const child = { name: '沈从文', child: { name: '沈小文', age: 'under-14', relation: '父亲' }, partySize: 2 } as const;

test('a question that waits is answered after it, and an emergency is looked into', async ({
  desk,
  arrives,
  browser,
  watch,
  hotel,
  page,
  own,
  house,
  expectedErrors,
}) => {
  const { approvals: t, staff } = desk.words;
  const [family, second] = [await arrives(child), await arrives({ ...child, name: '冰心' })];
  const context = watch(await browser.newContext({ locale: 'zh-CN', viewport: { width: 1024, height: 768 } }));
  const supervisor = new Desk(await context.newPage(), hotel, 'zh');
  await supervisor.signIn(hotel.people.supervisor);
  await supervisor.expectLive();
  await desk.signIn();
  const opens = staff.opening.title(staff.purposes.minors);
  await desk.choose(second);
  await desk.press(opens);
  await desk.press(staff.opening.reasons.emergency);
  await expect(page.locator('.opened-panel')).toContainText('沈小文');
  await desk.press(staff.opening.closeNow);
  await desk.choose(family);
  await desk.press(opens);
  await desk.press(staff.opening.reasons['check-in']);
  await expect(page.getByText(t.waiting, { exact: true })).toBeVisible();
  await expect(supervisor.page.getByText(t.toDecide(2))).toBeVisible();

  // Both tablets ask in vain while it is away.
  expectedErrors.push(/net::ERR_/);
  const inVain = [page, supervisor.page].map((tablet) =>
    tablet.waitForEvent('console', (said) => said.text().includes('net::ERR_')),
  );
  await house.restart(async () => {
    await Promise.all(inVain);
  });
  await desk.expectLive();
  await supervisor.expectLive();
  await expect(page.getByText(t.waiting, { exact: true })).toBeVisible();
  await supervisor.press(t.reviewed);
  await expect(supervisor.page.getByText(t.toDecide(1))).toBeVisible();
  await supervisor.press(t.approve);
  await desk.press(t.openNow);
  await expect(page.locator('.opened-panel')).toContainText('沈小文');
  await expect(supervisor.page.locator('.approval-banner__list')).toHaveCount(0);
  const actions = logEntries(own).map(({ action }) => action);
  for (const once of ['approval-asked', 'approved', 'opened', 'opened-unapproved', 'opening-reviewed'])
    expect(
      actions.filter((action) => action === once),
      once,
    ).toHaveLength(1);
  await context.close();
});
