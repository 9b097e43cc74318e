import { expect, test } from './staff-test.ts';

test('the owner adds a colleague, who signs in and opens only what was granted', async ({
  desk,
  arrives,
  page,
  expectedErrors,
}) => {
  test.slow();
  expectedErrors.push(/409/);
  const { staff } = desk.words;
  const fill = (label: string, text: string) => page.getByLabel(label, { exact: true }).fill(text);
  const passphrase = 'eight paper lanterns';
  // The hotel is its worker's: another run may have added somebody before.
  const handle = `lin-${Date.now().toString(36)}`;
  const sealed = await arrives({ name: '林徽因', yes: ['billing', 'emergency'] });
  await desk.signIn(desk.hotel.people.owner);
  await desk.press(staff.shell.team);
  await desk.press(staff.team.add);
  await fill(staff.team.name, '林晓');
  await fill(staff.team.handle, desk.hotel.people.owner.handle);
  await page.getByText(staff.purposes.billing, { exact: true }).click();
  await fill(staff.team.passphrase, passphrase);
  await fill(staff.team.again, passphrase);
  await desk.press(staff.team.submit);
  await expect(page.getByText(staff.team.handleTaken)).toBeVisible();
  await fill(staff.team.handle, handle);
  await desk.press(staff.team.submit);
  await expect(page.locator('.team-place__people')).toContainText('林晓');
  await desk.press(staff.shell.lock);
  await desk.type(handle, passphrase);
  await desk.choose(sealed);
  const opens = (purpose: 'billing' | 'emergency') =>
    page.getByRole('button', { name: staff.opening.title(staff.purposes[purpose]), exact: true });
  await expect(opens('billing')).toBeVisible();
  await expect(opens('emergency')).toHaveCount(0);
  await expect(page.getByRole('button', { name: staff.shell.posters, exact: true })).toHaveCount(0);
});
