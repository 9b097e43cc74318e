// What is stored for an owner, and of a guest, was damaged on the server: seen on the screens, with the way on.

import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { damageGrant } from '../../support/damage-grant.ts';
import type { RunningServer } from '../../tools/start-server.ts';
import { bothLanguages } from '../both-languages.ts';
import { expectAccessibleEverywhere } from '../expect-accessible.ts';
import { expect, test } from './keys-test.ts';

// The note stands above every place: on a phone the place itself has to be there too.
test.use({ viewport: { width: 375, height: 812 } });

function damageRecord({ dataDir }: RunningServer, registration: string): void {
  const database = new DatabaseSync(join(dataDir, 'foyer.db'));
  database.exec('PRAGMA busy_timeout = 5000');
  database
    .prepare('UPDATE registrations SET purposes = ? WHERE registration = ?')
    .run('offers,nonsense', Buffer.from(registration, 'base64url'));
  database.close();
}

for (const { locale, run } of bothLanguages('en')) {
  test.describe(locale, run, () => {
    test.use({ locale });

    test('an owner with a damaged key reads what it means, and the ways on when they ask; a damaged record is marked, and opened says what to do', async ({
      desk,
      page,
      hotel,
      own,
      arrives,
    }) => {
      const { staff } = desk.words;
      const { registration } = await arrives({ name: '阿城' });
      damageRecord(own, registration);
      await damageGrant(page, 'billing');
      await desk.signIn(hotel.people.owner);
      const note = page.locator('.desk-shell__note', { hasText: staff.shell.unopened(staff.purposes.billing) });
      await expect(note.getByText(staff.shell.unopenedOwner)).toBeVisible();
      const [way = ''] = staff.shell.unopenedOwnerWays.slice(-1);
      await expect(note.getByText(way)).toBeHidden();
      // The list begins on the first screen all the same.
      await expect(desk.row(registration)).toBeInViewport();
      await expect(desk.row(registration)).toContainText(staff.list.unreadable);
      await note.getByText(staff.shell.unopenedWays).click();
      await expect(note.getByText(way)).toBeVisible();
      await expectAccessibleEverywhere(page, 'a damaged key and a damaged record', { widths: [375, 1024] });
      await note.getByText(staff.shell.unopenedWays).click();
      await desk.row(registration).getByRole('button').click();
      await expect(page.getByText(staff.guest.unreadableText)).toBeVisible();
      await expectAccessibleEverywhere(page, 'a damaged record', { widths: [375] });

      await desk.go('team');
      await desk.press(staff.person.manage(hotel.people.owner.displayName));
      await expect(page.getByText(staff.person.ownLostText)).toBeVisible();
      await desk.press(staff.person.renew);
      await expect(page.getByRole('dialog')).toContainText(staff.person.consequences.renewed);
      await expectAccessibleEverywhere(page, 'new keys without anybody leaving', { widths: [375] });
    });
  });
}
