import { expect, test } from './staff-test.ts';

test('the whole desk by keyboard: sign in, find, open, close, confirm, lock', async ({ desk, arrives, page }) => {
  test.slow();
  const { staff } = desk.words;
  const earlier = await arrives({ name: '艾青' });
  const later = await arrives({ name: '臧克家' });
  const keys = page.keyboard;
  const focused = () => page.locator(':focus');
  await page.goto(desk.hotel.staffUrl);
  await page.getByLabel(staff.signIn.handle, { exact: true }).focus();
  await keys.type('desk');
  await keys.press('Tab');
  await keys.type(desk.hotel.people['front-desk'].passphrase);
  await keys.press('Enter');
  await expect(desk.row(later.registration)).toBeVisible();
  await desk.expectLive();

  await keys.press('/');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await keys.type('艾青');
  await keys.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('艾青');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();

  await keys.press('1');
  await keys.press('ArrowUp');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('臧克家');
  await keys.press('ArrowDown');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('艾青');

  // Quicker than the screen follows: none is counted twice, none left out.
  for (const key of ['ArrowUp', 'ArrowDown', 'ArrowUp', 'ArrowDown', 'ArrowUp']) await keys.press(key);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('臧克家');
  await keys.press('ArrowDown');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('艾青');

  await keys.press('o');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await keys.press('Escape');
  await expect(dialog).toHaveCount(0);
  await keys.press('o');
  await expect(dialog).toBeVisible();
  await expect(focused()).toHaveText(staff.opening.reasons.emergency);
  await keys.press('Enter');
  const panel = page.locator('.opened-panel');
  await expect(panel.getByRole('heading')).toBeFocused();
  for (let i = 0; i < 4; i++) {
    await keys.press('Tab');
    if ((await focused().textContent()) === staff.opening.closeNow) break;
  }
  await keys.press('Enter');
  await expect(panel).toHaveCount(0);

  await keys.press('a');
  await expect(page.getByLabel(staff.arrival.room, { exact: true })).toBeFocused();
  await keys.type('88');
  // Back over whether the document comes from abroad, to whether it was looked at.
  await keys.press('Shift+Tab');
  await keys.press('Shift+Tab');
  await keys.press('Space');
  await keys.press('Enter');
  await expect(page.locator('.arrived-facts')).toContainText('88');
  await page.getByRole('heading', { level: 1 }).focus();
  await keys.press('2');
  await expect(desk.row(earlier.registration)).toBeVisible();

  await keys.press('?');
  await expect(dialog).toContainText(staff.help.title);
  await keys.press('Escape');
  await keys.press('l');
  await expect(page.getByText(staff.signIn.lockedText)).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
});

test('single keys can be turned off, for people who steer by voice', async ({ desk, page }) => {
  const { staff, common } = desk.words;
  await desk.signIn();
  await desk.expectLive();
  await page.keyboard.press('?');
  await page.getByLabel(staff.help.single).uncheck();
  await desk.press(common.close);
  await page.keyboard.press('l');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.locator('.guest-list')).toBeVisible();
});

test('an owner’s places by keyboard: the focus follows to each screen, and nothing lies over what has it', async ({
  desk,
  page,
}) => {
  const { staff } = desk.words;
  const { posters, team, person, recovery, shell } = staff;
  const heading = page.getByRole('heading', { level: 1 });
  const press = async (name: string) => {
    const button = page.getByRole('button', { name, exact: true });
    await button.focus();
    await expect(button).toBeFocused();
    await page.keyboard.press('Enter');
  };
  await desk.signIn(desk.hotel.people.owner);
  await desk.expectLive();
  await expect(heading).toBeFocused();

  await press(shell.team);
  await press(person.manage(desk.hotel.people.supervisor.displayName));
  await expect(heading).toHaveText(desk.hotel.people.supervisor.displayName);
  await expect(heading).toBeFocused();
  await press(person.back);
  await expect(heading).toHaveText(team.title);
  await expect(heading).toBeFocused();
  await press(team.add);
  await expect(heading).toHaveText(team.addTitle);
  await expect(heading).toBeFocused();

  // An arrow at the list's end keeps the focus of whoever pressed it to get there.
  await press(shell.settings);
  const last = staff.settings.later(staff.settings.columns.amount);
  await press(last);
  const arrow = page.getByRole('button', { name: last, exact: true });
  await expect(arrow).toHaveAttribute('aria-disabled', 'true');
  await expect(arrow).toBeFocused();

  await press(shell.posters);
  await press(posters.scan.open);
  await expect(heading).toHaveText(posters.scan.title);
  await expect(heading).toBeFocused();

  // A field in the middle of a tall screen: what is typed into comes to stand above the buttons at its end.
  await press(shell.recovery);
  await page.getByLabel(recovery.confirm, { exact: true }).focus();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: staff.signIn.showPassphrase, exact: true })).toBeFocused();
  const covered = () =>
    page.evaluate(() => {
      const focused = document.activeElement;
      if (focused === null) return 'nothing has the focus';
      const { left, top, width, height } = focused.getBoundingClientRect();
      const there = document.elementFromPoint(left + width / 2, top + height / 2);
      return focused.contains(there) ? 'free' : `covered by ${there?.className}`;
    });
  await expect.poll(covered).toBe('free');
});
