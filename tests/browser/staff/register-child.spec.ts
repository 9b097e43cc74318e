// A child of whom only the guardian wrote, on the way to the police's system, by a front desk that was trusted with the register.

import type { Hotel } from '../../../src/demo/set-up-hotel.ts';
import { givePurpose } from '../../../src/staff/team/give-purpose.ts';
import { makeHotel } from '../../support/make-hotel.ts';
import { ownerAtWork } from '../../support/publish-notice.ts';
import { expectAccessible } from '../expect-accessible.ts';
import { Desk, expect, logEntries, test as base } from './staff-test.ts';

const test = base.extend<object, { hotel: Hotel }>({
  hotel: [
    async ({ server }, use) => {
      const hotel = await makeHotel(server);
      const { session } = await ownerAtWork(server.url, hotel.property);
      const person = (await session.api.people()).find(({ id }) => id === hotel.people['front-desk'].id);
      if (person === undefined) throw new TypeError('nobody at the front desk');
      await givePurpose(session, person, 'identity', Date.now());
      await use(hotel);
    },
    { scope: 'worker' },
  ],
});

const family = {
  name: '周作人',
  document: null,
  child: { name: '周小丰', age: 'under-14', relation: '父亲' },
  partySize: 2,
} as const;

test('a child of whom only the guardian wrote is in the register; the front desk asks for the approval there', async ({
  desk,
  arrives,
  browser,
  watch,
  hotel,
  page,
  server,
}) => {
  const { approvals: t, staff } = desk.words;
  const { register, arrival } = staff;
  const guest = await arrives(family);
  const context = watch(await browser.newContext({ locale: 'zh-CN', viewport: { width: 1024, height: 768 } }));
  const supervisor = new Desk(await context.newPage(), hotel, 'zh');
  await supervisor.signIn(hotel.people.supervisor);
  await supervisor.expectLive();
  await desk.signIn();
  await desk.expectLive();
  await desk.choose(guest);
  await page.getByLabel(arrival.checked).check();
  await page.getByLabel(arrival.room, { exact: true }).fill('210');
  await desk.press(arrival.submit);
  await expect(page.locator('.arrived-facts')).toBeVisible();
  await page.locator('.place-tabs [data-place=register]').click();
  await page.locator('.register-place__line', { hasText: family.name }).getByRole('button').click();
  await expect(page.getByText(register.atDesk)).toBeVisible();
  await expect(page.getByText(t.needed)).toBeVisible();
  await expect(page.getByRole('button', { name: register.open })).toHaveCount(0);
  await desk.press(register.askApproval);
  await expect(page.getByText(t.waiting, { exact: true })).toBeVisible();
  await expectAccessible(page, 'an approval asked for in the register');
  await supervisor.press(t.approve);
  await desk.press(t.openNow);
  const fields = page.locator('.register-fields');
  await expect(fields).toContainText(family.child.name);
  await expect(fields).toContainText(register.noDocument);
  await expectAccessible(page, 'a child in the register');
  const about = logEntries(server).filter(({ registration, purpose }) => {
    return registration === guest.registration && purpose === 'minors';
  });
  expect(about.map(({ action, reason }) => [action, reason])).toEqual([
    ['approval-asked', 'legal-duty'],
    ['approved', 'legal-duty'],
    ['opened', 'legal-duty'],
  ]);
  await context.close();
});
