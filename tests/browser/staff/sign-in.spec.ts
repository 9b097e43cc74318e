import { expect, test } from './staff-test.ts';

test('a browser that has never seen the keys signs in and opens the list', async ({ desk, arrives }) => {
  const sealed = await arrives({ name: '沈从文' });
  await desk.signIn();
  await desk.expectLive();
  await expect(desk.row(sealed.registration)).toContainText('沈从文');
});

test('a passphrase is stretched beside the page, which goes on meanwhile; where nothing runs beside it, on the page', async ({
  desk,
  page,
}) => {
  const threads: string[] = [];
  page.on('worker', (worker) => threads.push(worker.url()));
  const onPage = await page.addInitScript(() => {
    // The page's own; a thread has another.
    WebAssembly.compile = () => Promise.reject(new Error('not on the page'));
  });
  await desk.signIn();
  await desk.expectLive();
  expect(threads.filter((url) => url.includes('/stretch-worker-'))).toHaveLength(1);
  await onPage.dispose();
  await page.route('**/stretch-worker-*', (route) => route.abort());
  await desk.press(desk.words.staff.shell.lock);
  await page.goto('/staff/');
  await desk.signIn();
  await desk.expectLive();
});

test('a wrong passphrase is said plainly and opens nothing', async ({ desk, page, expectedErrors }) => {
  expectedErrors.push(/401/);
  await desk.signIn(desk.hotel.people['front-desk'], 'seven paper lantern');
  await expect(page.getByText(desk.words.problems.sign_in_failed.title)).toBeVisible();
  await expect(page.locator('.guest-list')).toHaveCount(0);
  await expect(page.getByLabel(desk.words.staff.signIn.passphrase, { exact: true })).toHaveValue('');
});

test('a page without a secure connection says so and asks for nothing', async ({ desk, page }) => {
  await page.addInitScript(() => Object.defineProperty(window, 'isSecureContext', { value: false }));
  await page.goto(desk.hotel.staffUrl);
  await expect(page.getByText(desk.words.staff.problems.insecure_page.title)).toBeVisible();
  await expect(page.locator('input')).toHaveCount(0);
});

test('someone who does not exist is told the same as someone who mistyped', async ({ desk, page, expectedErrors }) => {
  expectedErrors.push(/401/);
  await page.goto(desk.hotel.staffUrl);
  await desk.type('nobody', 'a passphrase of nobody');
  await expect(page.getByText(desk.words.problems.sign_in_failed.title)).toBeVisible();
});

test('the tablet remembers its hotel, its language, and the sign-in name only when asked', async ({ desk, page }) => {
  const { signIn } = desk.words.staff;
  const stored = () =>
    page.evaluate(async () => ({
      local: Object.fromEntries(Object.entries(localStorage)),
      session: Object.fromEntries(Object.entries(sessionStorage)),
      cookies: document.cookie,
      databases: (await indexedDB.databases()).map(({ name }) => name),
    }));
  await desk.signIn();
  await desk.expectLive();
  const { property } = desk.hotel;
  const { hash, manifest } = desk.hotel.manifest;
  const manifests = { [property]: { sequence: manifest.sequence, hash } };
  expect(await stored()).toEqual({
    local: { 'foyer.desk': JSON.stringify({ property, manifests }) },
    session: {},
    cookies: '',
    // What is in it is sealed: `browser/blindness` looks.
    databases: [`foyer-list-${property}`],
  });
  await desk.press(desk.words.staff.shell.lock);
  await page.goto('/staff/');
  await page.getByText(signIn.remember).click();
  await desk.type('desk', desk.hotel.people['front-desk'].passphrase);
  await desk.expectLive();
  expect((await stored()).local).toEqual({ 'foyer.desk': JSON.stringify({ property, manifests, handle: 'desk' }) });
  await desk.press(desk.words.staff.shell.lock);
  await expect(page.getByLabel(signIn.handle, { exact: true })).toHaveValue('desk');
});

test('the language is changed in one tap, in place, and stays for this tablet', async ({ desk, page }) => {
  await page.goto(desk.hotel.staffUrl);
  await page.getByLabel(desk.words.staff.signIn.handle, { exact: true }).fill('desk');
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByLabel('Sign-in name', { exact: true })).toHaveValue('desk');
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Good to see you');
});

test('a tablet opened without the desk’s address asks which hotel', async ({ desk, page }) => {
  const { whichHotel, signIn } = desk.words.staff;
  await page.goto('/staff/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(whichHotel.title);
  await page.getByLabel(whichHotel.code).fill('nonsense');
  await desk.press(whichHotel.submit);
  await expect(page.getByText(whichHotel.codeWrong)).toBeVisible();
  await page.getByLabel(whichHotel.code).fill(desk.hotel.property.toUpperCase());
  await desk.press(whichHotel.submit);
  await expect(page.getByLabel(signIn.handle, { exact: true })).toBeVisible();
});
