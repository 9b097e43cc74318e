import { invitationLink } from '../../support/invitation-link.ts';
import { expectAccessible } from '../expect-accessible.ts';
import { expect, test } from './staff-test.ts';

test('the owner invites a colleague, both compare the words, and the colleague opens only what was granted', async ({
  desk,
  arrives,
  page,
  context,
  expectedErrors,
}) => {
  test.slow();
  expectedErrors.push(/409/, /net::ERR_FAILED/);
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
  await desk.press(staff.team.submit);
  await expect(page.getByText(staff.team.handleTaken)).toBeVisible();
  await fill(staff.team.handle, handle);
  await desk.press(staff.team.submit);
  await expect(page.getByText(staff.invitation.waiting)).toBeVisible();
  await expectAccessible(page, 'invitation');
  const link = await invitationLink(page);

  const phone = await context.newPage();
  await phone.setViewportSize({ width: 375, height: 812 });
  await phone.goto(link);
  await expect(phone.getByText(handle)).toBeVisible();
  expect(phone.url()).not.toContain('#');
  await expectAccessible(phone, 'joining');
  await phone.getByLabel(staff.join.passphrase, { exact: true }).fill(passphrase);
  await phone.getByLabel(staff.team.again, { exact: true }).fill(passphrase);
  await phone.getByRole('button', { name: staff.join.submit, exact: true }).click();
  await expect(phone.getByText(staff.join.waiting)).toBeVisible();
  const words = await phone.locator('.four-words').innerText();
  await expect(phone.getByRole('heading', { level: 1 })).toBeFocused();
  await expectAccessible(phone, 'words to read out');
  await phone.reload();
  await expect(phone.locator('.four-words')).toHaveText(words, { useInnerText: true });

  await expect(page.getByRole('heading', { name: staff.invitation.compareTitle })).toBeVisible();
  await expect(page.locator('.four-words')).toHaveText(words, { useInnerText: true });
  await expectAccessible(page, 'words to compare');
  // Whoever presses this may have an impostor before them: that it did nothing is said where it is seen.
  await page.setViewportSize({ width: 375, height: 667 });
  await page.route('**/invitations/*/end', (route) => route.abort());
  await desk.press(staff.invitation.different);
  await expect(page.getByText(staff.problems.offline.title, { exact: true })).toBeInViewport({ ratio: 1 });
  await page.unroute('**/invitations/*/end');
  await desk.press(staff.invitation.same);
  await expect(page.locator('.team-place__people')).toContainText('林晓');

  await phone.getByRole('button', { name: staff.join.toSignIn, exact: true }).click();
  await expect(phone.getByRole('heading', { level: 1 })).toBeFocused();
  await phone.close();
  const late = await context.newPage();
  await late.goto(link);
  await expect(late.getByText(staff.join.over.used.title)).toBeVisible();
  await late.close();

  await desk.press(staff.shell.lock);
  await desk.type(handle, passphrase);
  await desk.choose(sealed);
  const opens = (purpose: 'billing' | 'emergency') =>
    page.getByRole('button', { name: staff.opening.title(staff.purposes[purpose]), exact: true });
  await expect(opens('billing')).toBeVisible();
  await expect(opens('emergency')).toHaveCount(0);
  await expect(page.getByRole('button', { name: staff.shell.posters, exact: true })).toHaveCount(0);
});

test('an invitation is called off, and its link says so', async ({ desk, page, context }) => {
  const { staff } = desk.words;
  const handle = `mei-${Date.now().toString(36)}`;
  await desk.signIn(desk.hotel.people.owner);
  await desk.press(staff.shell.team);
  await desk.press(staff.team.add);
  await page.getByLabel(staff.team.name, { exact: true }).fill('梅');
  await page.getByLabel(staff.team.handle, { exact: true }).fill(handle);
  await desk.press(staff.team.submit);
  const link = await invitationLink(page);
  await desk.press(staff.invitation.toTeam);
  await desk.press(staff.team.showInvitation('梅'));
  await desk.press(staff.invitation.callOff);
  await expect(page.getByText(staff.invitation.over['called-off'].title)).toBeVisible();
  const phone = await context.newPage();
  await phone.goto(link);
  await expect(phone.getByText(staff.join.over['called-off'].title)).toBeVisible();
  await phone.goto('about:blank');
  await phone.goto(link.replace(/#.*/, '#half'));
  await expect(phone.getByText(staff.join.unknown.title)).toBeVisible();
});

test('an invitation the server tells otherwise than it was made shows no code, and is called off', async ({
  desk,
  page,
}) => {
  const { staff } = desk.words;
  await desk.signIn(desk.hotel.people.owner);
  await desk.press(staff.shell.team);
  await desk.press(staff.team.add);
  await page.route('**/api/v1/staff/invitations', async (route) => {
    if (route.request().method() !== 'GET') return route.continue();
    const answer = await route.fetch();
    const text = (await answer.text()).replaceAll('"role":"front-desk"', '"role":"supervisor"');
    return route.fulfill({ response: answer, body: text });
  });
  await page.getByLabel(staff.team.name, { exact: true }).fill('李四光');
  await page.getByLabel(staff.team.handle, { exact: true }).fill(`si-${Date.now().toString(36)}`);
  await desk.press(staff.team.submit);
  await expect(page.getByText(staff.invitation.altered)).toBeVisible();
  await expect(page.locator('.qr-code')).toHaveCount(0);
  await expectAccessible(page, 'an altered invitation');
  await desk.press(staff.invitation.callOff);
  await expect(page.getByText(staff.invitation.over['called-off'].title, { exact: true })).toBeVisible();
});
