import { pages } from '../../../src/protocol/pages.ts';
import { setupTokenOf } from '../../support/make-hotel.ts';
import { decodePicture, download, pagesIn } from './read-poster.ts';
import { expect, passphrase, test } from './setup-test.ts';
import { logEntries, words } from './staff-test.ts';

const { common, setup, staff } = words.zh;

test('from an empty server to a printed poster, through the screens', async ({ owner, page, empty }) => {
  test.slow();
  await page.addInitScript(() => {
    window.print = () => undefined;
  });
  await owner.open();
  expect(page.url(), 'the token has left the address bar').toBe(`${empty.url}${pages.setup}`);
  await owner.answerUpTo(true);
  await owner.finish();
  expect(page.url()).toBe(`${empty.url}${pages.staff(owner.property)}`);

  await test.step('no poster before the sheet has opened the test record', async () => {
    await owner.press(staff.shell.posters);
    await expect(page.getByText(staff.posters.lockedText)).toBeVisible();
    await expect(page.locator('.drawing-view')).toHaveCount(0);
    await owner.press(staff.posters.toRecovery);
  });

  const code = await owner.code();
  expect(pagesIn(await page.pdf({ preferCSSPageSize: true })), 'the sheet is one page').toBe(1);
  await owner.press(staff.recovery.print);
  await owner.press(staff.recovery.next);

  await test.step('a slip, too little and another sheet’s code are told apart', async () => {
    const box = page.getByLabel(staff.recovery.code, { exact: true });
    await box.fill(code.slice(0, 20));
    await owner.press(staff.recovery.check);
    await expect(page.getByText(staff.recovery.wrong.length)).toBeVisible();
    await box.fill(`${code.startsWith('A') ? 'B' : 'A'}${code.slice(1)}`);
    await owner.press(staff.recovery.check);
    await expect(page.getByText(staff.recovery.wrong.slip)).toBeVisible();
    await box.fill('00000-00000-00000-00000-00000-00000-00000-00000-00000-00000-0006C-V');
    await owner.press(staff.recovery.check);
    await expect(page.locator('.field__error')).toBeVisible();
    expect(logEntries(empty).some(({ action }) => action === 'recovery-sheet-proven')).toBe(false);
  });

  await test.step('the right one, typed as people type', async () => {
    await page.getByLabel(staff.recovery.code, { exact: true }).fill(code.toLowerCase().replaceAll('-', '  '));
    await owner.press(staff.recovery.check);
    await expect(page.getByText(staff.recovery.provenText)).toBeVisible();
  });

  await owner.press(staff.recovery.toPosters);
  const address = await page.locator('.posters-place__address code').textContent();
  expect(address).toMatch(new RegExp(`^${empty.url}/p/${owner.property}#[\\w-]{22}\\.reception~[\\w-]{22}$`));

  await test.step('an address no phone can open is not printed by accident', async () => {
    await expect(page.getByText(staff.posters.unreachableText)).toBeVisible();
    await expect(page.getByRole('button', { name: staff.posters.print, exact: true })).toHaveCount(0);
    await expect(page.locator('.posters-place__sheet')).toHaveCount(0);
    await page.getByRole('checkbox', { name: staff.posters.printAnyway, exact: true }).check();
  });

  await test.step('PNG and SVG hold the address the screen shows', async () => {
    expect(await decodePicture(page, await download(page, staff.posters.png), 'image/png')).toBe(address);
    const svg = await download(page, staff.posters.svg);
    expect(await decodePicture(page, svg, 'image/svg+xml')).toBe(address);
    for (const part of ['青石客栈', 'Bluestone Guesthouse', staff.posters.line, words.en.staff.posters.line])
      expect(svg.toString()).toContain(part);
  });

  await test.step('one page for each of the four places', async () => {
    await owner.press(staff.posters.printAll);
    await expect(page.locator('.posters-place__sheet')).toHaveCount(4);
    expect(pagesIn(await page.pdf({ preferCSSPageSize: true }))).toBe(4);
  });
});

test('answers outlive a reload; the passphrase is written nowhere; the link works once', async ({
  owner,
  page,
  expectedErrors,
}) => {
  test.slow();
  expectedErrors.push(/403/, /409/);
  await page.goto(`${owner.server.url}${pages.setup}#${'A'.repeat(43)}`);
  await expect(page.getByText(words.zh.problems.setup_link_invalid.title)).toBeVisible();
  await page.goto('about:blank');
  await owner.open();
  await owner.answerUpTo(false);
  await page.reload();
  await owner.expectQuestion(setup.complaints.title);
  await owner.press(common.back);
  await expect(page.getByLabel(setup.officer.name, { exact: true })).toHaveValue('陈青');
  for (let i = 0; i < 4; i++) await owner.press(common.next);
  await owner.fill(setup.owner.name, '陈青');
  await owner.fill(setup.owner.handle, 'chen');
  await owner.press(common.next);

  await test.step('a passphrase that is short, easy or typed differently is not taken', async () => {
    for (const [typed, said] of [
      ['tooshort', staff.strength.short],
      ['aaaaaaaaaaaaaaa', staff.strength.common],
      ['qwertyuiopasdf', staff.strength.common],
    ] as const) {
      await owner.fill(setup.passphrase.label, typed);
      await owner.fill(staff.team.again, typed);
      await owner.press(setup.passphrase.submit);
      await expect(page.locator('.field__error').getByText(said)).toBeVisible();
    }
    await owner.fill(setup.passphrase.label, passphrase);
    await owner.fill(staff.team.again, `${passphrase}s`);
    await owner.press(setup.passphrase.submit);
    await expect(page.getByText(staff.team.againDiffers)).toBeVisible();
  });

  await owner.fill(staff.team.again, passphrase);
  const stored = await page.evaluate(() =>
    JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), history.state]),
  );
  expect(stored).toContain('青石客栈');
  expect(stored).not.toContain('river');
  expect(stored).not.toContain('"chen"');
  await owner.press(setup.passphrase.submit);
  await expect(page.locator('.recovery-paper')).toBeVisible({ timeout: 30_000 });
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  await page.goto(`${owner.server.url}${pages.setup}#${setupTokenOf(owner.server)}`);
  await expect(page.getByText(staff.problems.setup_done.title)).toBeVisible();
});

test('an owner who left before the sheet was tried is led to a new one; the old code opens nothing, and is an entry', async ({
  owner,
  page,
  empty,
  expectedErrors,
}) => {
  test.slow();
  expectedErrors.push(/422/);
  await owner.open();
  await owner.answerUpTo(true);
  await owner.finish();
  const old = await owner.code();
  await page.reload();
  await owner.fill(staff.signIn.handle, 'chen');
  await owner.fill(staff.signIn.passphrase, passphrase);
  await owner.press(staff.signIn.submit);
  await owner.expectQuestion(staff.recovery.title);
  await expect(page.getByText(staff.recovery.replaces)).toBeVisible();
  await owner.fill(staff.recovery.confirm, 'not my passphrase');
  await owner.press(staff.recovery.make);
  await expect(page.getByText(words.zh.problems.wrong_passphrase.title)).toBeVisible();
  await owner.fill(staff.recovery.confirm, passphrase);
  await owner.press(staff.recovery.make);
  await expect(page.locator('.recovery-paper')).toBeVisible({ timeout: 20_000 });
  const code = await owner.code();
  expect(code).not.toBe(old);
  // High enough that nothing stands over the code.
  await page.setViewportSize({ width: 1024, height: 1600 });
  const photo = await page.locator('.recovery-paper .qr-code').screenshot();
  await owner.press(staff.recovery.next);
  await page.getByLabel(staff.recovery.code, { exact: true }).fill(old);
  await owner.press(staff.recovery.check);
  await expect(page.getByText(staff.recovery.wrong.other)).toBeVisible();
  expect(logEntries(empty).filter(({ action }) => action === 'attempt-refused')).toHaveLength(1);

  await test.step('a photo of the sheet’s QR code proves it as well as typing', async () => {
    const file = page.locator('input[type=file]');
    await file.setInputFiles({ name: 'cat.png', mimeType: 'image/png', buffer: Buffer.from('no picture') });
    await expect(page.getByText(staff.recovery.photoNone)).toBeVisible();
    await file.setInputFiles({ name: 'sheet.png', mimeType: 'image/png', buffer: photo });
    await expect(page.getByText(staff.recovery.provenText)).toBeVisible();
  });
});
