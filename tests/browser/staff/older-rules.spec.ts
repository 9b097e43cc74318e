// A tablet that has seen newer rules than the server shows: nobody works on there, until an owner goes on knowingly.

import { bothLanguages } from '../both-languages.ts';
import { expectAccessibleEverywhere } from '../expect-accessible.ts';
import { expect, test } from './staff-test.ts';

for (const { locale, run } of bothLanguages('en')) {
  test.describe(locale, run, () => {
    test.use({ locale });

    test('rules older than the tablet has seen: a colleague is told to reach an owner, who can go on', async ({
      desk,
      page,
    }) => {
      const { older, shell } = desk.words.staff;
      const { property, people } = desk.hotel;
      await page.addInitScript((hotel) => {
        const manifests = { [hotel]: { sequence: 7, hash: 'A'.repeat(43) } };
        localStorage.setItem('foyer.desk', JSON.stringify({ property: hotel, manifests }));
      }, property);
      await desk.signIn();
      await expect(page.getByText(older.colleague)).toBeVisible();
      await expect(page.getByRole('button', { name: older.restored })).toHaveCount(0);
      await desk.press(desk.words.common.retry);
      await expect(page.getByText(older.title)).toBeVisible();
      await desk.press(shell.signOut);
      await desk.signIn(people.owner);
      await expect(page.getByText(older.owner)).toBeVisible();
      await expectAccessibleEverywhere(page, 'rules older than were seen', { widths: [375, 1024] });
      await desk.press(older.restored);
      await expect(page.getByText(older.goOn[2] ?? '')).toBeVisible();
      await desk.press(older.goOnSubmit);
      await desk.expectLive();
    });
  });
}
