// Somebody who tried too much of what they may not open: told until when, with the rest of the desk at work, and the owner sees it.

import type { RunningServer } from '../../tools/start-server.ts';
import type { Hotel } from '../../../src/demo/set-up-hotel.ts';
import { randomBytes } from '../../../src/crypto/random-bytes.ts';
import { newId } from '../../../src/protocol/ids.ts';
import { problemOf } from '../../../src/staff/api/call.ts';
import { staffDoor } from '../../../src/staff/api/staff-api.ts';
import { signIn } from '../../../src/staff/session/sign-in.ts';
import { mostAttempts } from '../../../src/server/staff/attempts.ts';
import { bothLanguages } from '../both-languages.ts';
import { expectAccessibleEverywhere } from '../expect-accessible.ts';
import { expect, test } from '../own-hotel-test.ts';
import { logEntries } from './staff-test.ts';

test.use({ viewport: { width: 1024, height: 768 } });

/** What the person at the front desk is told when they try, without a screen, guests that aren't there. */
async function tryOften({ url }: RunningServer, hotel: Hotel, times: number): Promise<ReadonlySet<string>> {
  const { handle, passphrase } = hotel.people['front-desk'];
  const { api } = await signIn(staffDoor(fetch, url), { property: hotel.property, handle, passphrase });
  const told = new Set<string>();
  for (let time = 0; time < times; time += 1) {
    const registration = newId(Date.now(), randomBytes);
    await api
      .open({ registration, purpose: 'billing', reason: 'bill' })
      .catch((error: unknown) => told.add(problemOf(error)));
  }
  return told;
}

/** Minutes of the day, where the words say a time. */
function timeIn(said: string, words: (time: string) => string): number {
  const [before = '', after = ''] = words('|').split('|');
  expect(said.startsWith(before) && said.endsWith(after), said).toBe(true);
  const [hours, minutes] = said
    .slice(before.length, said.length - after.length)
    .split(':')
    .map(Number);
  return (hours ?? Number.NaN) * 60 + (minutes ?? Number.NaN);
}

for (const { locale, run } of bothLanguages('en')) {
  test.describe(locale, run, () => {
    test.use({ locale });

    test('after sixty refused attempts the dialog says until when nothing opens; the list goes on, and the owner sees it', async ({
      desk,
      arrives,
      own,
      hotel,
      page,
      expectedErrors,
    }) => {
      const { staff } = desk.words;
      const guest = await arrives({ name: '曹雪芹' });
      expect([...(await tryOften(own, hotel, mostAttempts))]).toEqual(['not_found']);
      expectedErrors.push(/429/);
      await desk.signIn();
      await desk.choose(guest);
      await desk.press(staff.opening.title(staff.purposes.billing));
      await desk.press(staff.opening.reasons.bill);
      const dialog = page.getByRole('dialog');
      const said = dialog.getByRole('alert');
      await expect(said).toContainText(staff.opening.stoppedText);
      const toldUntil = timeIn(await said.locator('.state-note__word').innerText(), staff.opening.stopped);
      await expect(page.locator('.opened-panel')).toHaveCount(0);
      await expectAccessibleEverywhere(page, 'stopped from opening');
      // Another purpose is no way round it, and no further entry.
      await page.keyboard.press('Escape');
      await desk.press(staff.opening.title(staff.purposes.emergency));
      await desk.press(staff.opening.reasons.emergency);
      await expect(said).toContainText(staff.opening.stoppedText);
      await page.keyboard.press('Escape');
      const actions = logEntries(own).map(({ action }) => action);
      expect(actions.filter((action) => action === 'opening-refused')).toHaveLength(mostAttempts);
      expect(actions.filter((action) => action === 'attempts-stopped')).toHaveLength(1);
      expect(actions).not.toContain('opened');
      // What they may, they still can.
      const next = await arrives({ name: '蒲松龄' });
      await expect(desk.row(next.registration)).toContainText('蒲松龄');
      await page.getByRole('searchbox').fill('曹雪芹');
      await expect(desk.row(guest.registration)).toBeVisible();

      await desk.press(staff.shell.lock);
      await desk.signIn(hotel.people.owner);
      await desk.press(staff.shell.team);
      const seen = page.locator('.state-note').filter({ hasText: staff.training.team.stoppedText });
      const seenUntil = timeIn(await seen.locator('.state-note__word').innerText(), staff.training.team.stopped);
      // The desk counts whole seconds from now, which may reach into the next minute.
      expect([0, 1, 1 - 24 * 60]).toContain(toldUntil - seenUntil);
    });
  });
}
