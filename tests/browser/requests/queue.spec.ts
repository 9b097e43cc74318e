// The queue itself: who may do what, live, by keyboard, and when things go wrong.

import { deskRequestSchema } from '../../../src/protocol/request.ts';
import { routePath } from '../../../src/protocol/routes.ts';
import { expect, test } from './requests-test.ts';

test('the front desk sees and opens requests; handling is the supervisor’s, on the screen and for a direct request', async ({
  queue,
  phone,
  desk,
  page,
  request,
}) => {
  const { t } = queue;
  const guest = await phone('冯沅君', ['billing']);
  const asked = page.waitForRequest(/\/staff\/registrations\?/);
  await desk.signIn();
  const authorization = (await (await asked).headerValue('authorization')) ?? '';
  await desk.choose(guest.sealed);
  await desk.press(t.openForGuest);
  const made = page.waitForResponse(
    (response) => response.request().method() === 'POST' && response.url().endsWith('/staff/requests'),
  );
  await queue.fill('deletion', 'desk-in-person');
  const { id } = deskRequestSchema.parse(await (await made).json());
  await expect(page.getByText(t.mayNotHandle)).toBeVisible();
  await expect(page.locator('.next-step')).toHaveCount(0);
  for (const step of [{ step: 'verified' }, { step: 'found', registration: guest.registration }, { step: 'done' }]) {
    const refused = await request.post(routePath('stepRequest', { request: id }), {
      headers: { authorization },
      data: step,
    });
    expect(refused.status()).toBe(403);
    expect(await refused.json()).toMatchObject({ code: 'forbidden' });
  }
  expect((await guest.open()).view.status.state).not.toBe('erased');
});

test('a colleague’s step and a guest’s own withdrawal appear by themselves; by keyboard alone a request is refused', async ({
  queue,
  phone,
  desk,
  page,
  browser,
  watch,
}) => {
  test.slow();
  const { t } = queue;
  const guest = await phone('苏雪林', ['billing', 'offers']);
  await desk.signIn(desk.hotel.people.supervisor);
  await desk.expectLive();
  await page.keyboard.press('r');
  await expect(page.getByRole('heading', { name: t.title })).toBeVisible();
  await guest.change({ takeBack: ['offers'] });
  const own = page.locator('.request-row', { hasText: t.kindOf(t.kinds.withdrawal, desk.words.staff.purposes.offers) });
  await expect(own.filter({ hasText: '苏雪林' })).toContainText(t.origins.guest, { timeout: 5000 });

  const other = watch(await browser.newContext({ locale: 'zh-CN', viewport: { width: 1024, height: 768 } }));
  const colleague = await other.newPage();
  await colleague.goto(desk.hotel.staffUrl);
  const { handle, passphrase } = desk.hotel.people['front-desk'];
  await colleague.locator('input[autocomplete=username]').fill(handle);
  await colleague.locator('input[autocomplete=current-password]').fill(passphrase);
  await colleague.locator('button[type=submit]').click();
  await colleague.locator('.place-tabs__tab[data-place=requests]').click();

  await page.keyboard.press('n');
  await page.getByLabel(t.find.search).fill('苏雪');
  await page.getByLabel(t.find.search).press('Enter');
  await queue.fill('access', 'desk-in-person');
  await expect(colleague.locator('.place-tabs__tab[data-place=requests]')).not.toHaveText(t.title, { timeout: 5000 });
  const mirrored = colleague.locator('.request-row', { hasText: t.kinds.access }).filter({ hasText: '苏雪林' });
  await mirrored.click();
  await page.keyboard.press('a');
  await expect(page.getByRole('button', { name: t.verify.inPersonDone })).toBeFocused();
  await page.keyboard.press('Enter');
  await queue.expectTaken(t.steps.verified);
  await expect(colleague.locator('.step-list__step--taken')).toHaveCount(1, { timeout: 5000 });
  await page.getByRole('button', { name: t.refuse.open }).press('Enter');
  await page.getByRole('button', { name: t.refuse.reasons['identity-not-proven'] }).press('Enter');
  await expect(page.locator('.request-detail')).toContainText(t.refuse.turnTo);
  await expect(colleague.locator('.request-detail')).toContainText(t.outcomes.refused, { timeout: 5000 });
  await page.keyboard.press('Escape');
  await expect(page.locator('.request-detail')).toHaveCount(0);
  const { view } = await guest.open();
  expect(view.requests.find(({ kind }) => kind === 'access')).toMatchObject({
    outcome: 'refused',
    reason: 'identity-not-proven',
  });
  await other.close();
});

test('overdue is loud but calm, dates past the calendar are said plainly, and a queue that can’t be fetched says so', async ({
  queue,
  desk,
  page,
  expectedErrors,
}) => {
  expectedErrors.push(/500/);
  const { t } = queue;
  const base = {
    id: 'A'.repeat(22),
    kind: 'deletion',
    purpose: null,
    origin: 'desk-in-person',
    openedAt: '2026-11-02T10:00:00+08:00',
    due: '2026-11-20',
    calendarKnown: true,
    outcome: 'open',
    reason: null,
    registration: null,
    steps: [],
    daysLeft: -3,
  };
  const far = {
    ...base,
    id: `${'B'.repeat(21)}A`,
    due: '2099-01-08',
    calendarKnown: false,
    daysLeft: 9,
    kind: 'access',
  };
  let broken = true;
  await page.route('**/staff/requests', (route) =>
    broken
      ? route.fulfill({
          status: 500,
          contentType: 'application/problem+json',
          body: JSON.stringify({ type: 'urn:foyer:problem:internal', code: 'internal', title: '', status: 500 }),
        })
      : route.fulfill({ contentType: 'application/json', body: JSON.stringify({ requests: [base, far] }) }),
  );
  await desk.signIn();
  await desk.expectLive();
  await queue.go();
  await expect(page.getByText(desk.words.staff.problems.internal.title)).toBeVisible();
  broken = false;
  await desk.press(desk.words.common.retry);
  await expect(page.locator('.request-clock--overdue')).toContainText(t.overdueBy(3));
  await expect(page.locator('.place-tabs__tab--overdue')).toHaveText(t.tabOverdue(2, 1));
  await queue.row(far.id).click();
  await expect(page.getByText(t.calendarUnknown('2099'))).toBeVisible();
  await page.goBack();
  await expect(page.locator('.request-detail')).toHaveCount(0);
});
