// A guest from abroad on the way to the police's system: the clock, one field a tap, the file, and what the log says of it.

import { readFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import { bothLanguages } from '../both-languages.ts';
import { staffDoor } from '../../../src/staff/api/staff-api.ts';
import { signIn } from '../../../src/staff/session/sign-in.ts';
import { expectAccessible } from '../expect-accessible.ts';
import { expect, logEntries, test } from './staff-test.ts';

for (const { locale, run } of bothLanguages('en')) {
  test.describe(locale, run, () => {
    test.use({ locale, permissions: ['clipboard-read', 'clipboard-write'] });

    test('who comes from abroad is due, carried over field by field, and handed over by name', async ({
      desk,
      arrives,
      page,
      server,
      expectedErrors,
    }) => {
      expectedErrors.push(/net::ERR_FAILED/);
      const { register, arrival } = desk.words.staff;
      // Both languages share a hotel.
      const name = `Ana O’Neill ${locale}`;
      const guest = await arrives({ name, document: ['IE', 'passport', 'PA1234567', '1988-02-29'] });
      await desk.signIn(desk.hotel.people.supervisor);
      await desk.expectLive();
      await desk.choose(guest);
      await page.getByLabel(arrival.checked).check();
      await page.getByLabel(arrival.abroad).check();
      await page.getByLabel(arrival.room, { exact: true }).fill('208');
      await desk.press(arrival.submit);
      await expect(page.locator('.arrived-facts')).toBeVisible();

      await desk.go('register');
      const line = page.locator('.register-place__line', { hasText: name });
      // The clock has minutes, and one may have passed.
      await expect(line).toContainText(new RegExp(`${register.left(24, 0)}|${register.left(23, 59)}`));
      await expectAccessible(page, 'the register');
      await line.getByRole('button').click();
      await desk.press(register.open);
      await expect(page.locator('.register-fields')).toContainText(register.origins.abroad);
      // What the browser refuses to copy is not ticked off.
      await page.evaluate(() => {
        navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
      });
      await desk.press(register.copy(register.fields.name));
      await expect(page.getByText(register.copyFailed)).toBeVisible();
      await expect(page.locator('[data-field=name] [data-next]')).toHaveCount(1);
      await page.evaluate(() => Reflect.deleteProperty(navigator.clipboard, 'writeText'));
      await desk.press(register.copy(register.fields.documentNumber));
      await expect(page.getByText(register.copied(register.fields.documentNumber, 'PA1234567'))).toBeVisible();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('PA1234567');
      await expectAccessible(page, 'fields of the register');
      await desk.press(register.clear);
      await expect(page.getByText(register.cleared)).toBeVisible();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('');
      await page.setViewportSize({ width: 375, height: 667 });
      // A colleague is quicker, and was wrong.
      const { owner } = desk.hotel.people;
      const colleague = await signIn(staffDoor(fetch, server.url), { property: desk.hotel.property, ...owner });
      await colleague.api.handOver(guest.registration, 'typed');
      await expect(page.getByText(register.handedAlready)).toBeInViewport();
      await expect(page.getByRole('button', { name: register.mark })).toHaveCount(0);
      await expectAccessible(page, 'a guest whom a colleague handed over');
      await colleague.api.handOver(guest.registration, null);
      await expect(page.getByText(register.handedAlready)).toHaveCount(0);
      await page.route('**/hand-over', (route) => route.abort());
      await desk.press(register.mark);
      const refusal = page.getByRole('alert').filter({ hasText: desk.words.staff.problems.offline.title });
      await expect(refusal).toBeInViewport({ ratio: 1 });
      await page.unroute('**/hand-over');
      await desk.press(register.mark);
      await expect(line).toContainText(register.ways.typed);
      const { id } = desk.hotel.people.supervisor;
      const { registration } = guest;
      const own = logEntries(server).filter((entry) => entry.registration === registration && entry.actor === id);
      expect(own.map(({ action, purpose, reason }) => [action, purpose, reason]).slice(-2)).toEqual([
        ['opened', 'identity', 'legal-duty'],
        ['handed-over', 'identity', 'legal-duty'],
      ]);
    });
  });
}

test.describe('a file', () => {
  test.use({ locale: 'en' });

  test('for the police’s system runs no formula, is logged guest by guest, and its guests are marked', async ({
    desk,
    arrives,
    page,
    server,
  }) => {
    const { register } = desk.words.staff;
    const guest = await arrives({ name: '=1+1', document: ['FR', 'passport', '20FR12345', '1990-05-01'] });
    await desk.signIn(desk.hotel.people.owner);
    await desk.expectLive();
    await desk.choose(guest);
    await desk.confirmArrival('209');
    await desk.go('register');
    await page.getByLabel(register.select('=1+1')).check();
    const saving = page.waitForEvent('download');
    await expect(page.getByText(register.fileText)).toBeVisible();
    await expect(page.locator('.screen__actions p')).toHaveCount(0);
    await desk.press(register.file.csv(1));
    const text = await readFile(await (await saving).path(), 'utf8');
    expect(text.startsWith('\uFEFF"姓名"')).toBe(true);
    expect(text).toContain(`"'=1+1","法国","护照","20FR12345"`);
    const { registration } = guest;
    const left = logEntries(server).filter((one) => one.registration === registration && one.action === 'exported');
    expect(left.map(({ purpose, reason }) => [purpose, reason])).toEqual([['identity', 'legal-duty']]);
    // Uploading takes a while: a guest is looked after at the desk in between.
    await desk.go('desk');
    await expect(page.locator('.register-place__line')).toHaveCount(0);
    // The tablet locks meanwhile, and the page is loaded again.
    await desk.press(desk.words.staff.shell.lock);
    await desk.signIn(desk.hotel.people.owner);
    expect(await page.evaluate(() => JSON.stringify(Object.entries(localStorage)))).not.toContain('1+1');
    await expect(page.getByText(register.fileEarlierBanner)).toBeVisible();
    await expectAccessible(page, 'a file of the register that is still to be marked');
    await desk.press(register.overdueGo);
    await expect(page.locator('.state-note', { hasText: register.fileDone(1) })).toHaveCount(0);
    await desk.press(register.fileMark(1, 0));
    await expect(page.getByText(register.markedFile(1))).toBeVisible();
    await expect(page.locator('.register-place__line', { hasText: '=1+1' })).toContainText(register.ways.file);
    await desk.press(desk.words.staff.shell.lock);
    await desk.signIn(desk.hotel.people.owner);
    await desk.expectLive();
    await expect(page.getByText(register.fileEarlierBanner)).toHaveCount(0);
  });

  test('as a workbook has every number as text', async ({ desk, arrives, page }) => {
    const { register } = desk.words.staff;
    const guest = await arrives({ name: 'Ana Workbook', document: ['GB', 'passport', '012345678', '1990-05-01'] });
    await desk.signIn(desk.hotel.people.owner);
    await desk.expectLive();
    await desk.choose(guest);
    await desk.confirmArrival('0301');
    await desk.go('register');
    await page.getByLabel(register.select('Ana Workbook')).check();
    const saving = page.waitForEvent('download');
    await desk.press(register.file.xlsx(1));
    const saved = await saving;
    expect(saved.suggestedFilename()).toMatch(/\.xlsx$/);
    const book = unzipSync(await readFile(await saved.path()));
    const sheet = new TextDecoder().decode(book['xl/worksheets/sheet1.xml']);
    for (const text of ['012345678', '0301'])
      expect(sheet).toContain(`<c s="1" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`);
    await expectAccessible(page, 'a file of the register that was saved');
  });
});
