import { backupDays } from '../../../src/protocol/retention-classes.ts';
import { toDate, addDays } from '../../../src/protocol/time.ts';
import { staffDoor } from '../../../src/staff/api/staff-api.ts';
import { confirmArrival } from '../../../src/staff/desk/confirm-arrival.ts';
import { staffSession } from '../../support/staff-session.ts';
import { expectAccessible } from '../expect-accessible.ts';
import { expect, test } from './staff-test.ts';

// So low that a few days are more than the screen holds.
test.use({ viewport: { width: 1024, height: 480 } });

test('a long list of what goes, with nothing in it to press, is read to its end by keyboard', async ({
  desk,
  hotel,
  server,
  arrives,
  page,
}) => {
  const api = staffDoor((url, init) => fetch(url, init), server.url).staff(
    await staffSession(server.url, hotel, 'front-desk'),
  );
  const { card } = hotel.manifest.manifest;
  for (const nights of [1, 2, 3]) {
    const { registration } = await arrives({ nights });
    const checkOut = addDays(toDate(Date.now()), nights);
    await confirmArrival({ property: hotel.property, api }, card, registration, { room: '301', remarks: '', checkOut });
  }
  const { retention, shell } = desk.words.staff;
  await desk.signIn(hotel.people.supervisor);
  await desk.press(shell.retention);
  const place = page.getByRole('main', { name: retention.title, exact: true });
  await expect(place.locator('.retention-place__day').nth(2)).toBeAttached();
  await expect(place.getByText(retention.backups(backupDays))).toBeVisible();
  await expectAccessible(page, 'a long list of what goes');
  await place.focus();
  await page.keyboard.press('End');
  await expect
    .poll(() => place.evaluate((list) => list.scrollTop + list.clientHeight - list.scrollHeight))
    .toBeCloseTo(0, -1);
  await expect(page.getByText(retention.runsText)).toBeInViewport();
});
