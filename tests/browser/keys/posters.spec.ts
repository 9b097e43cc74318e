import type { Page } from '@playwright/test';
import { encodeQR } from 'qr';
import { posterUrl } from '../../../src/protocol/printed-addresses.ts';
import { bothLanguages } from '../both-languages.ts';
import { expectAccessibleEverywhere } from '../expect-accessible.ts';
import { download } from '../staff/read-poster.ts';
import { logEntries } from '../staff/staff-test.ts';
import { expect, test } from './keys-test.ts';

test.use({ viewport: { width: 1024, height: 768 } });

async function show(page: Page, label: string, pictures: { name: string; mimeType: string; buffer: Buffer }[]) {
  await page.getByLabel(label, { exact: true }).setInputFiles(pictures);
}

const picture = (text: string) => ({
  name: 'poster.gif',
  mimeType: 'image/gif',
  buffer: Buffer.from(encodeQR(text, 'gif', { scale: 6, border: 4 })),
});

for (const { locale, run } of bothLanguages('en')) {
  test.describe(locale, run, () => {
    test.use({ locale });

    test('the owner prints posters one by one, takes one out of use, and finds swapped ones on the walls', async ({
      desk,
      page,
      hotel,
      own,
    }) => {
      test.slow();
      await page.addInitScript(() => {
        window.print = () => undefined;
      });
      const sent: string[] = [];
      page.on('request', (request) => sent.push(`${request.method()} ${request.postData() ?? ''}`));
      const { posters, shell } = desk.words.staff;
      await desk.signIn(hotel.people.owner);
      await desk.press(shell.posters);
      const name = (channel: keyof typeof posters.channels, number: number) =>
        posters.named(posters.channels[channel], number);
      const choose = (named: string) => page.getByRole('button', { name: named, exact: true });
      await expect(choose(name('reception', 1))).toHaveAttribute('aria-pressed', 'true');
      await page.getByRole('checkbox', { name: posters.printAnyway, exact: true }).check();

      await desk.press(posters.channels.lobby);
      const address = page.locator('.posters-place__address code');
      const first = (await address.textContent()) ?? '';
      expect(first).toMatch(/#[\w-]{22}\.lobby~[\w-]{22}$/);
      const png = await download(page, posters.png);
      await desk.press(posters.add(posters.channels.lobby));
      await expect(choose(name('lobby', 2))).toHaveAttribute('aria-pressed', 'true');
      const second = (await address.textContent()) ?? '';
      expect(second).not.toBe(first);
      await expectAccessibleEverywhere(page, 'posters');

      const { origin } = new URL(hotel.guestUrl);
      const swapped = [
        posterUrl('https://survey.test', hotel.property, hotel.fingerprint, 'lobby'),
        posterUrl(origin.replace('127.0.0.1', '127.0.0.2'), hotel.property, hotel.fingerprint, 'lobby'),
        posterUrl(origin, hotel.property, 'AAECAwQFBgcICQoLDA0ODw', 'lobby'),
      ];
      await desk.press(posters.scan.open);
      const { length: before } = sent;
      await show(page, posters.scan.photos, [
        { name: 'wall.png', mimeType: 'image/png', buffer: png },
        ...swapped.map(picture),
        { name: 'wall.png', mimeType: 'image/png', buffer: Buffer.from('no picture') },
      ]);
      const results = page.getByRole('list', { name: posters.scan.results }).getByRole('listitem');
      await expect(results).toHaveCount(5);
      // The newest is first.
      const titles = [
        posters.scan['no-code'].title,
        posters.scan['other-key'].title,
        posters.scan.lookalike('').title,
        posters.scan['other-site']('').title,
        posters.scan.ours(name('lobby', 1)).title,
      ];
      for (const [at, title] of titles.entries()) await expect(results.nth(at)).toContainText(title);
      await expect(results.nth(3)).toContainText('survey.test');
      expect(sent.slice(before).filter((request) => !request.startsWith('GET '))).toEqual([]);
      await expectAccessibleEverywhere(page, 'scanned posters');
      await desk.press(posters.scan.back);

      await desk.press(posters.channels.lobby);
      await page.getByRole('button', { name: `${posters.revoke} ${name('lobby', 1)}`, exact: true }).click();
      await page.getByRole('dialog').getByRole('button', { name: posters.revoke, exact: true }).click();
      await expect(page.locator('.poster-choice__revoked')).toContainText(name('lobby', 1));
      await expect(choose(name('lobby', 2))).toBeVisible();
      expect(logEntries(own).filter(({ action }) => action === 'poster-revoked')).toHaveLength(1);

      await desk.press(posters.scan.open);
      await show(page, posters.scan.photos, [picture(first), picture(second)]);
      await expect(results.nth(1)).toContainText(posters.scan.revoked(name('lobby', 1)).title);
      await expect(results.nth(0)).toContainText(posters.scan.ours(name('lobby', 2)).title);
    });
  });
}
