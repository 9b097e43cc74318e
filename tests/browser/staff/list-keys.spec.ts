// Every key the help names, and what the list says of itself while it is still being read.

import { deskRowsSchema } from '../../../src/protocol/api.ts';
import { expectAccessibleEverywhere } from '../expect-accessible.ts';
import { expect, test } from './staff-test.ts';

test('every key the help names does what it says', async ({ desk, arrives, page }) => {
  const { staff, requests, common } = desk.words;
  const { help } = staff;
  const keys = page.keyboard;
  const sealed = await arrives({ name: '左权', yes: ['emergency'] });
  await desk.signIn();
  await desk.expectLive();
  await keys.press('?');
  const dialog = page.getByRole('dialog');
  const heading = page.getByRole('heading', { level: 1 });
  const named = await dialog.locator('kbd').allTextContents();
  await desk.press(common.close);
  await expect(dialog).toHaveCount(0);
  const view = (name: 'arriving' | 'in-house' | 'leaving' | 'all') =>
    page.locator('.guest-list__view', { hasText: staff.list.views[name] });
  const current = (name: Parameters<typeof view>[0]) => expect(view(name)).toHaveAttribute('aria-current', 'true');
  const place = (name: string) => page.locator(`.place-tabs__tab[data-place=${name}]`);
  const claimed: Readonly<Record<string, () => Promise<void>>> = {
    '/': async () => {
      await keys.press('/');
      await expect(page.getByRole('searchbox')).toBeFocused();
      await page.getByRole('searchbox').blur();
    },
    '1 2 3 4': async () => {
      for (const [key, name] of [
        ['2', 'in-house'],
        ['3', 'leaving'],
        ['4', 'all'],
        ['1', 'arriving'],
      ] as const) {
        await keys.press(key);
        await current(name);
      }
    },
    f: async () => {
      await keys.press('f');
      await expect(page.getByLabel(staff.guestFile.sort)).toBeVisible();
      await keys.press('f');
      await expect(page.getByLabel(staff.guestFile.sort)).toHaveCount(0);
    },
    t: async () => {
      await keys.press('t');
      await expect(page.getByRole('grid')).toBeVisible();
      await keys.press('t');
      await expect(page.getByRole('grid')).toHaveCount(0);
    },
    '↓ ↑': async () => {
      await page.getByRole('searchbox').fill('左权');
      await expect(desk.row(sealed.registration)).toBeVisible();
      await page.getByRole('searchbox').blur();
      await keys.press('ArrowDown');
      await expect(heading).toHaveText('左权');
      await keys.press('ArrowUp');
      await expect(heading).toHaveText('左权');
    },
    o: async () => {
      await keys.press('o');
      await expect(dialog).toContainText(staff.opening.why);
      await keys.press('Escape');
      await expect(dialog).toHaveCount(0);
    },
    a: async () => {
      await keys.press('a');
      await expect(page.getByLabel(staff.arrival.room, { exact: true })).toBeFocused();
      await heading.focus();
    },
    Esc: async () => {
      await keys.press('Escape');
      await expect(desk.row(sealed.registration).getByRole('button')).toBeFocused();
    },
    r: async () => {
      await keys.press('r');
      await expect(place('requests')).toHaveAttribute('aria-current', 'page');
      await expect(page.getByText(requests.choose)).toBeVisible();
    },
    n: async () => {
      await keys.press('n');
      await expect(page.getByLabel(requests.find.search)).toBeVisible();
      await page.locator(':focus').blur();
    },
    d: async () => {
      await keys.press('d');
      await expect(place('desk')).toHaveAttribute('aria-current', 'page');
    },
    s: async () => {
      await keys.press('s');
      await desk.press(staff.shell.menu);
      await expect(dialog.getByRole('button', { name: staff.shell.soundOn })).toBeVisible();
      await keys.press('Escape');
      await expect(dialog).toHaveCount(0);
    },
    '?': async () => {
      await keys.press('?');
      await expect(dialog).toContainText(help.single);
      await keys.press('Escape');
      await expect(dialog).toHaveCount(0);
    },
    l: async () => {
      await keys.press('l');
      await expect(page.getByText(staff.signIn.lockedText)).toBeVisible();
    },
  };
  expect([...named].sort()).toEqual(Object.keys(claimed).sort());
  for (const act of Object.values(claimed)) await act();
});

test('while older registrations are still being read, the list says so and how many there are', async ({
  desk,
  arrives,
  page,
}) => {
  const earlier = await arrives({ name: '早来的人' });
  await arrives({ name: '后来的人' });
  let release = () => {};
  const older = new Promise<void>((resolve) => {
    release = resolve;
  });
  let first = true;
  await page.route(/\/staff\/registrations\?before=/, async (route) => {
    if (!first) {
      await older;
      await route.continue();
      return;
    }
    first = false;
    const response = await route.fetch();
    const { rows, top } = deskRowsSchema.parse(await response.json());
    // As a page ends after the newest: what comes before that change is still to be asked for.
    await route.fulfill({ response, json: { rows: rows.slice(0, 1), cursor: top, top, more: true } });
  });
  await desk.signIn();
  await desk.expectLive();
  await expect(page.getByText(desk.words.staff.guestFile.reading(1))).toBeVisible();
  await expectAccessibleEverywhere(page, 'still reading', { widths: [375, 1024] });
  await expect(desk.row(earlier.registration)).toHaveCount(0);
  release();
  await expect(desk.row(earlier.registration)).toBeVisible();
  await expect(page.getByText(desk.words.staff.guestFile.reading(1))).toHaveCount(0);
});
