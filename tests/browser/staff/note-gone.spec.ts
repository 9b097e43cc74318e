// An older copy of the database was put back: the corrected note doesn't come back, the desk says so, and a supervisor notes it anew.

import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { staffDoor } from '../../../src/staff/api/staff-api.ts';
import { confirmArrival } from '../../../src/staff/desk/confirm-arrival.ts';
import { correctStay } from '../../../src/staff/desk/correct-stay.ts';
import { signIn } from '../../../src/staff/session/sign-in.ts';
import { addDays, toDate } from '../../../src/protocol/time.ts';
import { deskRows, openEntry } from '../../support/desk-rows.ts';
import { expectAccessibleEverywhere } from '../expect-accessible.ts';
import { expect, test } from '../own-hotel-test.ts';

const database = ['foyer.db', 'foyer.db-wal', 'foyer.db-shm'];

test.use({ viewport: { width: 1024, height: 768 } });

test('room and remarks that were corrected are gone, said to be, and noted anew', async ({
  desk,
  arrives,
  hotel,
  page,
  own,
  house,
}) => {
  const { record, arrival } = desk.words.staff;
  const guest = await arrives({ name: '林小满' });
  const door = staffDoor(fetch, own.url);
  const supervisor = await signIn(door, { property: hotel.property, ...hotel.people.supervisor });
  const { card } = hotel.manifest.manifest;
  const noted = { room: '301', remarks: 'the old remark', checkOut: addDays(toDate(Date.now()), 2) };
  await confirmArrival(supervisor, card, guest.registration, noted);
  const copy = `${own.dataDir}-copy`;
  await cp(own.dataDir, copy, { recursive: true });
  const [row] = (await deskRows(supervisor.api)).rows;
  if (row === undefined) throw new Error('nobody in the list');
  const entry = await openEntry(hotel.property, supervisor.keyring, row);
  await correctStay(supervisor, card, entry, { ...noted, room: '302', remarks: 'corrected' });
  await house.restart(async (dataDir) => {
    for (const name of database) {
      await rm(join(dataDir, name), { force: true });
      await cp(join(copy, name), join(dataDir, name)).catch(() => undefined);
    }
  });
  await rm(copy, { recursive: true });

  await desk.signIn(hotel.people.supervisor);
  await desk.expectLive();
  await page.getByRole('button', { name: new RegExp(`^${desk.words.staff.list.views.all}`) }).click();
  await desk.choose(guest);
  await expect(page.getByText(record.noteGoneText)).toBeVisible();
  await expect(page.locator('.guest-detail')).not.toContainText('301');
  await expectAccessibleEverywhere(page, 'a note that is gone', { widths: [375, 1024] });
  await desk.press(record.correct);
  await page
    .locator('.arrival-form')
    .getByLabel(new RegExp(`^${arrival.room}`))
    .first()
    .fill('303');
  await desk.press(desk.words.common.save);
  await expect(page.locator('.arrived-facts')).toContainText('303');
  await expect(page.getByText(record.noteGoneText)).toHaveCount(0);
});
