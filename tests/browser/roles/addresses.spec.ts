// What can be typed into the address, or is still in the tab's history: another hotel's desk, pages that aren't for staff, a colleague's place.

import { pages } from '../../../src/protocol/pages.ts';
import { problemSchema } from '../../../src/protocol/problems.ts';
import { routes } from '../../../src/protocol/routes.ts';
import { offerOn } from './controls.ts';
import { expect, reach, test, type Tour } from './roles-test.ts';

test.describe.configure({ mode: 'default' });

/** Nobody's details and nothing to do with them. */
async function expectNothingShown(tour: Tour): Promise<void> {
  const content = await tour.page.content();
  for (const name of ['鲁迅', 'Ana O’Neill', '冰心', '沈从文', tour.world.foreignGuest.name])
    expect(content).not.toContain(name);
  expect((await offerOn(tour.page, tour.t, null)).there).toEqual([]);
}

test('another hotel’s desk at the address: the session is over, its sign-in takes none of one’s own, and nothing of it is shown', async ({
  tourOf,
  page,
  request,
  world,
  expectedErrors,
}) => {
  expectedErrors.push(/401/);
  const tour = tourOf('supervisor');
  const listed = page.waitForRequest(/\/staff\/registrations\?/);
  await tour.signIn(tour.person);
  await reach.list(tour);
  const authorization = (await (await listed).headerValue('authorization')) ?? '';
  await tour.comeBackTo('desk', { registration: world.foreignGuest.registration });
  await expect(page.getByText(tour.t.staff.guest.choose)).toBeVisible();
  expect(await page.content()).not.toContain(world.foreignGuest.name);

  await page.goto(world.own.staffUrl.replace(world.own.property, world.foreign.property));
  await expect(page.getByRole('heading', { level: 1, name: tour.t.staff.signIn.title })).toBeVisible();
  await expectNothingShown(tour);
  await tour.type(tour.person.handle, tour.person.passphrase);
  await expect(page.getByText(tour.t.problems.sign_in_failed.title)).toBeVisible();
  await expectNothingShown(tour);
  const late = await request.get(routes.rows.path, { headers: { authorization } });
  expect(problemSchema.parse(await late.json()).code).toBe('session_ended');
});

test('a tablet that goes from hand to hand: “back” leads nobody to what a colleague had open', async ({
  tourOf,
  page,
}) => {
  const owner = tourOf('owner');
  const { shell } = owner.t.staff;
  await owner.signIn(owner.person);
  await reach.person(owner);
  await owner.go('settings');
  await owner.press(shell.lock);
  const asked = new Set<string>();
  page.on('request', (one) => asked.add(new URL(one.url()).pathname));
  const desk = tourOf('front-desk');
  await desk.type(desk.person.handle, desk.person.passphrase);
  await desk.expectLive();
  for (const _ of ['the place before', 'the beginning']) {
    await page.goBack();
    await expect(page.locator('.desk-place')).toBeVisible();
    await expect(page.locator('.place')).toHaveCount(0);
  }
  expect([...asked].filter((path) => path === routes.people.path || path === routes.invitations.path)).toEqual([]);
});

test('every other address of the desk, typed by somebody signed in, ends their session and shows one honest page', async ({
  tourOf,
  page,
  world,
  expectedErrors,
}) => {
  expectedErrors.push(/404/, /409/);
  const tour = tourOf('front-desk');
  const { staff, setup } = tour.t;
  const desk = pages.staff(world.own.property);
  const typed = [
    [`${desk}/team`, '没有找到这个页面'],
    [`${desk}/assets/team`, '没有找到这个页面'],
    [pages.setup, setup.linkProblem],
    [pages.join, staff.join.unknown.title],
    [pages.staff('team'), staff.signIn.title],
    [`${desk}#team`, staff.signIn.title],
    [pages.staff('aaaaaaaaaa'), staff.signIn.title],
  ] as const;
  await tour.signIn(tour.person);
  await reach.list(tour);
  for (const [address, title] of typed) {
    await page.goto('about:blank');
    await page.goto(new URL(address, world.own.staffUrl).href);
    await expect(page.getByRole('heading', { level: 1 }).first(), address).toContainText(title);
    await expectNothingShown(tour);
  }
  // A hotel that isn't there knows nobody.
  await tour.type(tour.person.handle, tour.person.passphrase);
  await expect(page.locator('.state-note')).toBeVisible();
  await expectNothingShown(tour);
});
