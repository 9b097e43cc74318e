import { pages } from '../../../src/protocol/routes.ts';
import { setupTokenOf } from '../../support/make-hotel.ts';
import { startServer } from '../../tools/start-server.ts';
import { expectAccessible as check } from '../expect-accessible.ts';
import { expect, test } from './staff-test.ts';

for (const colorScheme of ['light', 'dark'] as const) {
  for (const viewport of [
    { width: 375, height: 812 },
    { width: 768, height: 1024 },
    { width: 1024, height: 768 },
  ]) {
    test.describe(`${colorScheme}, ${viewport.width} wide`, () => {
      test.use({ colorScheme, viewport, contextOptions: { reducedMotion: 'reduce' } });

      test('axe finds nothing on the desk', async ({ desk, arrives, page, expectedErrors }) => {
        test.slow();
        expectedErrors.push(/401/);
        const { words, hotel } = desk;
        const { staff, common } = words;
        const sealed = await arrives({ name: '鲁迅' });
        await page.goto(hotel.staffUrl);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await check(page, 'sign in');
        await desk.type('chen', 'wrong passphrase here');
        await expect(page.locator('.state-note')).toBeVisible();
        await check(page, 'wrong passphrase');
        await desk.type('chen', hotel.people.owner.passphrase);
        await desk.expectLive();
        await expect(desk.row(sealed.registration)).toBeVisible();
        await check(page, 'list');
        await page.getByRole('searchbox').fill('qqqq');
        await check(page, 'no search hit');
        await page.getByRole('searchbox').fill('');
        await desk.choose(sealed);
        await check(page, 'guest');
        await desk.press(staff.arrival.submit);
        await expect(page.locator('.field__error').first()).toBeVisible();
        await check(page, 'arrival with mistakes');
        await desk.press(staff.opening.title(staff.purposes.emergency));
        await check(page, 'why');
        await desk.press(staff.opening.reasons.emergency);
        await expect(page.locator('.opened-panel')).toBeVisible();
        await check(page, 'opened');
        await desk.press(staff.shell.menu);
        await check(page, 'menu');
        await desk.press(staff.shell.help);
        await check(page, 'keys');
        await desk.press(common.close);
        for (const place of ['posters', 'recovery', 'team'] as const) {
          await desk.press(staff.shell[place]);
          await expect(page.locator('.place h1')).toBeVisible();
          await check(page, place);
        }
        await desk.press(staff.team.add);
        await check(page, 'add someone');
        await desk.press(staff.shell.lock);
        await expect(page.getByText(staff.signIn.lockedText)).toBeVisible();
        await check(page, 'locked');
      });
    });
  }
}

for (const colorScheme of ['light', 'dark'] as const) {
  for (const viewport of [
    { width: 375, height: 812 },
    { width: 1024, height: 768 },
  ]) {
    test.describe(`set-up, ${colorScheme}, ${viewport.width} wide`, () => {
      test.use({ colorScheme, viewport, contextOptions: { reducedMotion: 'reduce' } });

      test('axe finds nothing in the set-up', async ({ page, desk }) => {
        test.slow();
        const server = await startServer();
        const { setup, common, staff } = desk.words;
        await page.goto(`${server.url}${pages.setup}#${setupTokenOf(server)}`);
        const next = (name: string) => page.getByRole('button', { name, exact: true }).click();
        const question = async (title: string) => {
          await expect(page.getByRole('heading', { level: 1, name: title, exact: true })).toBeVisible();
          await check(page, title);
        };
        await question(setup.welcome.title);
        await next(setup.welcome.start);
        await question(setup.guests.title);
        await next(common.next);
        await next(common.next);
        await question(setup.name.title);
        await page.getByLabel(setup.name.label('简体中文')).fill('青石客栈');
        await page.getByLabel(setup.name.label('English')).fill('Bluestone');
        await next(common.next);
        await question(setup.place.title);
        await page.getByLabel(setup.place.province).selectOption('CN-11');
        await page.getByLabel(setup.place.label('简体中文')).fill('北京');
        await page.getByLabel(setup.place.label('English')).fill('Beijing');
        await next(common.next);
        await question(setup.contact.title);
        await page.getByLabel(setup.contact.label).fill('010');
        await next(common.next);
        await question(setup.officer.title);
        await page.getByLabel(setup.officer.name).fill('陈青');
        await page.getByLabel(setup.officer.contact).fill('010');
        await next(common.next);
        await question(setup.complaints.title);
        await next(common.next);
        await page.getByText(setup.purposes.identityTitle).click();
        await question(setup.purposes.title);
        await next(common.next);
        await question(setup.storage.title);
        await next(common.next);
        await question(setup.owner.title);
        await page.getByLabel(setup.owner.name).fill('陈青');
        await page.getByLabel(setup.owner.handle).fill('chen');
        await next(common.next);
        await page.getByLabel(setup.passphrase.label, { exact: true }).fill('a good long passphrase');
        await page.getByLabel(staff.team.again, { exact: true }).fill('a good long passphrase');
        await question(setup.passphrase.title);
        await next(setup.passphrase.submit);
        await expect(page.locator('.recovery-paper')).toBeVisible({ timeout: 30_000 });
        await check(page, 'the sheet');
        const code = (await page.locator('.recovery-paper__groups li').allTextContents()).join('-');
        await next(staff.recovery.next);
        await page.getByLabel(staff.recovery.code, { exact: true }).fill(code.slice(0, 20));
        await next(staff.recovery.check);
        await expect(page.locator('.field__error')).toBeVisible();
        await check(page, 'proving, with a slip');
        await page.getByLabel(staff.recovery.code, { exact: true }).fill(code);
        await next(staff.recovery.check);
        await expect(page.getByText(staff.recovery.provenText)).toBeVisible();
        await check(page, 'the sheet works');
        await next(staff.recovery.toPosters);
        await expect(page.getByText(staff.posters.unreachableText)).toBeVisible();
        await check(page, 'posters, at an address no phone can open');
        await page.getByRole('checkbox', { name: staff.posters.printAnyway, exact: true }).check();
        await expect(page.getByRole('button', { name: staff.posters.print, exact: true })).toBeVisible();
        await check(page, 'posters');
        await page.close();
        await server.stop();
      });
    });
  }
}
