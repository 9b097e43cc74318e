// The guest file as a list and as a table, walked by keyboard: found, sorted, filtered, opened, and back on the row one came from.

import { isDeepStrictEqual } from 'node:util';
import { expectAccessibleEverywhere } from '../expect-accessible.ts';
import { type Desk, expect, test } from './staff-test.ts';

const names = (desk: Desk) => desk.page.locator('[data-registration] :is(.guest-row__name, .guest-table__cell--name)');
type Box = Awaited<ReturnType<ReturnType<Desk['row']>['boundingBox']>>;
const heading = (desk: Desk) => desk.page.getByRole('heading', { level: 1 });
const rowButton = (desk: Desk, registration: string) => desk.row(registration).getByRole('button');

// The hotel is its worker's: each language has guests of its own.
for (const [locale, family, surname] of [
  ['zh-CN', '尉迟', '单'],
  ['en-GB', '长孙', '仇'],
] as const) {
  test.describe(locale, () => {
    test.use({ locale, contextOptions: { reducedMotion: 'reduce' } });

    test('closing somebody gives the focus back to their row: beside the list, in its place, and in the table', async ({
      desk,
      arrives,
      page,
    }) => {
      const { staff } = desk.words;
      const guests = [];
      for (const name of ['一', '二', '三']) guests.push(await arrives({ name: family + name }));
      const [oldest, middle] = guests;
      if (oldest === undefined || middle === undefined) throw new Error('three came');
      const keys = page.keyboard;
      await desk.signIn();
      await page.getByRole('searchbox').fill(family);
      await expect(names(desk)).toHaveText([`${family}三`, `${family}二`, `${family}一`]);

      await desk.choose(middle);
      await expect(heading(desk)).toBeFocused();
      await keys.press('Escape');
      await expect(rowButton(desk, middle.registration)).toBeFocused();
      await keys.press('ArrowDown');
      await expect(heading(desk)).toHaveText(`${family}一`);
      await page.goBack();
      await expect(rowButton(desk, oldest.registration)).toBeFocused();

      await page.setViewportSize({ width: 768, height: 1024 });
      await desk.choose(middle);
      await desk.press(staff.guest.back);
      await expect(rowButton(desk, middle.registration)).toBeFocused();
      await page.setViewportSize({ width: 1024, height: 768 });

      await desk.press(staff.guestFile.table);
      await expect(page.getByRole('button', { name: staff.guestFile.list, exact: true })).toBeFocused();
      await keys.press('ArrowDown');
      await keys.press('ArrowDown');
      await expect(rowButton(desk, middle.registration)).toBeFocused();
      await keys.press('Enter');
      await expect(heading(desk)).toBeFocused();
      await keys.press('Escape');
      await expect(rowButton(desk, middle.registration)).toBeFocused();

      // Whoever has arrived is no longer among those who are expected: the list has the focus then.
      await page.getByRole('searchbox').fill('');
      await keys.press('Tab');
      await keys.press('t');
      await desk.choose(middle);
      await keys.press('a');
      await keys.type('2101');
      await page.getByText(staff.arrival.checked).click();
      await desk.press(staff.arrival.submit);
      await expect(page.locator('.arrived-facts')).toContainText('2101');
      await expect(heading(desk)).toBeFocused();
      await expect(desk.row(middle.registration)).toHaveCount(0);
      await keys.press('Escape');
      await expect(page.locator('.guest-list')).toBeFocused();
    });

    test('the guest file as a table: by keyboard through rows and columns, found by initials, last digits and room', async ({
      desk,
      arrives,
      page,
    }) => {
      const { staff } = desk.words;
      const t = staff.guestFile;
      const digits = locale === 'zh-CN' ? '44' : '55';
      const [one, two, three] = [
        await arrives({ name: `${surname}云`, contact: `1370000${digits}11`, yes: ['billing'] }),
        await arrives({ name: `${surname}山`, contact: `1370000${digits}22`, yes: ['emergency'] }),
        await arrives({ name: `${surname}水`, contact: `1370000${digits}33`, yes: ['emergency', 'billing'] }),
      ];
      const keys = page.keyboard;
      const focused = page.locator(':focus');
      const room = locale === 'zh-CN' ? '2207' : '2208';
      await desk.signIn();
      await desk.choose(three);
      await keys.press('a');
      await keys.type(room);
      await page.getByText(staff.arrival.checked).click();
      await desk.press(staff.arrival.submit);
      await expect(page.locator('.arrived-facts')).toContainText(room);
      await keys.press('Escape');
      await keys.press('t');
      await expect(page.getByRole('grid', { name: t.table })).toBeVisible();

      await keys.press('/');
      // As surnames 单 is Shàn and 仇 Qiú; elsewhere they are Dān and Chóu.
      await keys.type(locale === 'zh-CN' ? 'ss' : 'qs');
      await expect(desk.row(two.registration)).toBeVisible();
      await expect(desk.row(one.registration)).toHaveCount(0);
      for (const [typed, found] of [
        [`${digits}11`, one],
        [`${digits}22`, two],
        [room, three],
        [surname, three],
      ] as const) {
        await page.getByRole('searchbox').fill(typed);
        await expect(desk.row(found.registration), typed).toBeVisible();
      }
      await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '4');

      // Down through the tools into the head of the table, as the tab key goes.
      const nameHead = page.getByRole('columnheader', { name: staff.settings.columns.name });
      await nameHead.getByRole('button').focus();
      await keys.press('Enter');
      await expect(nameHead).toHaveAttribute('aria-sort', 'ascending');
      await expect(names(desk)).toHaveText([`${surname}山`, `${surname}水`, `${surname}云`]);
      await keys.press('Enter');
      await expect(nameHead).toHaveAttribute('aria-sort', 'descending');
      await expect(names(desk)).toHaveText([`${surname}云`, `${surname}水`, `${surname}山`]);
      await expectAccessibleEverywhere(page, 'the guest file as a table', { widths: [1024] });

      await keys.press('ArrowDown');
      await expect(focused).toHaveText(`${surname}云`);
      await keys.press('End');
      await expect(focused).toHaveText(`${surname}山`);
      await keys.press('ArrowUp');
      await expect(focused).toHaveText(`${surname}水`);
      await keys.press('Home');
      await expect(focused).toHaveText(`${surname}云`);
      await keys.press('PageDown');
      await expect(focused).toHaveText(`${surname}山`);
      // The table is one stop on the way of the tab key.
      await keys.press('Tab');
      await expect(page.locator('[data-index] :focus')).toHaveCount(0);

      await page.getByRole('button', { name: t.list, exact: true }).focus();
      await keys.press('f');
      await expect(focused).toHaveAttribute('aria-expanded', 'true');
      const purpose = page.getByLabel(t.purpose, { exact: true });
      for (let at = 0; at < 6 && !(await purpose.evaluate((element) => element === document.activeElement)); at += 1) {
        await keys.press('Tab');
      }
      await expect(purpose).toBeFocused();
      await purpose.selectOption({ label: staff.purposes.billing });
      await expect(names(desk)).toHaveText([`${surname}云`, `${surname}水`]);
      await page.getByLabel(t.standing, { exact: true }).selectOption({ label: t.standings.withdrawn });
      await expect(page.getByText(staff.list.noHit(surname))).toBeVisible();
      await page.getByRole('searchbox').fill('');
      await expect(page.getByText(t.noneFits)).toBeVisible();
      await expectAccessibleEverywhere(page, 'a filter that nobody fits', { widths: [375, 1024] });
      await page.getByRole('button', { name: t.everything, exact: true }).last().click();
      await page.getByRole('searchbox').fill(surname);
      await expect(names(desk)).toHaveCount(3);
      // Where the focus is lost with the button, single keys are heard all the same.
      await page.getByRole('searchbox').blur();
      await keys.press('t');
      await expect(page.getByRole('grid')).toHaveCount(0);
      await expect(page.getByRole('button', { name: t.table, exact: true })).toBeVisible();
    });
  });
}

test('a long name is read whole beside what is empty, and the word of a new arrival lies over nothing one reads or presses', async ({
  desk,
  arrives,
  page,
}) => {
  const name = 'Maximiliane-Sophia von Hohenstein-Waldburg';
  const guest = await arrives({ name });
  await desk.signIn();
  await desk.expectLive();
  await page.getByRole('searchbox').fill('hohenstein');
  await desk.press(desk.words.staff.guestFile.table);
  const shown = desk.row(guest.registration).locator('.guest-table__cell--name bdi');
  await expect(shown).toHaveText(name);
  expect(await shown.evaluate((cell) => cell.scrollHeight <= cell.clientHeight)).toBe(true);
  for (const [width, height] of [
    [1024, 768],
    [768, 1024],
  ] as const) {
    await page.setViewportSize({ width, height });
    // Turned, the screen is laid out anew, rows and all.
    let before: Box = null;
    await expect
      .poll(async () => {
        const last = before;
        before = await desk.row(guest.registration).boundingBox();
        return before !== null && isDeepStrictEqual(before, last);
      })
      .toBe(true);
    await arrives({ name: `Anna-Magdalena Kowalska-Wójcik ${width}` });
    const word = page.locator('.toast__message', { hasText: String(width) });
    await expect(word).toBeVisible();
    expect(await desk.row(guest.registration).boundingBox(), 'nothing moved').toEqual(before);
    const covered = await word.evaluate((element) => {
      const over = element.getBoundingClientRect();
      const needed = document.querySelectorAll(
        '[data-registration], .place-tabs button, .desk-shell__tools button, input',
      );
      return [...needed].filter((one) => {
        const { top, bottom, left, right } = one.getBoundingClientRect();
        return top < over.bottom && bottom > over.top && left < over.right && right > over.left;
      }).length;
    });
    expect(covered).toBe(0);
  }
});
