// What the hotel notes of a stay and how its owner sets the desk: corrected by who may, with two tablets at once, and never the guest's own.

import type { Page } from '@playwright/test';
import type { SealedSubmission } from '../../../src/guest/registration/compose-submission.ts';
import { defaultSettings } from '../../../src/protocol/hotel-settings.ts';
import { problemStatus } from '../../../src/protocol/problems.ts';
import { routes } from '../../../src/protocol/routes.ts';
import { staffDoor } from '../../../src/staff/api/staff-api.ts';
import { endSession, signIn } from '../../../src/staff/session/sign-in.ts';
import { formatAmount } from '../../../src/ui/messages/format-amount.ts';
import { bothLanguages } from '../both-languages.ts';
import { expectAccessibleEverywhere } from '../expect-accessible.ts';
import { Desk, expect, test } from './staff-test.ts';

async function arrive(desk: Desk, sealed: SealedSubmission, room: string): Promise<void> {
  await desk.choose(sealed);
  await desk.confirmArrival(room);
}

/** Looks everybody up: who has arrived is no longer among those who are expected. */
async function find(desk: Desk, sealed: SealedSubmission): Promise<void> {
  await desk.page.getByRole('button', { name: new RegExp(`^${desk.words.staff.list.views.all}`) }).click();
  await desk.choose(sealed);
}

const fill = (page: Page, label: RegExp, text: string) => page.locator('.arrival-form').getByLabel(label).fill(text);
const startOf = (word: string) => new RegExp(`^${word}`);

for (const { language: reads, locale, run } of bothLanguages('en')) {
  test.describe(locale, run, () => {
    test.use({ locale, contextOptions: { reducedMotion: 'reduce' } });

    test('two supervisors correct one stay at once: both are shown, and the answer holds on every tablet', async ({
      desk,
      arrives,
      page,
      hotel,
      browser,
    }) => {
      const { common, staff } = desk.words;
      const { record, arrival } = staff;
      const language = reads === 'zh' ? 'zh-Hans' : 'en';
      const sealed = await arrives({ name: '萧红' });
      await desk.signIn(hotel.people.supervisor);
      await arrive(desk, sealed, '1801');
      const context = await browser.newContext({ locale, viewport: { width: 1024, height: 768 } });
      const other = new Desk(await context.newPage(), hotel, reads);
      await other.signIn(hotel.people.owner);
      await find(other, sealed);
      for (const one of [desk, other]) await one.press(record.correct);
      await fill(other.page, startOf(record.roomType), 'Lake view');
      await fill(other.page, startOf(record.amount), '1,280.50');
      await fill(other.page, startOf(arrival.remarks), 'Quiet');
      await other.page.getByLabel(arrival.abroad).check();
      await other.press(common.save);
      await expect(other.page.locator('.arrived-facts')).toContainText(formatAmount(128_050, language));
      const clash = page.locator('.state-note', { hasText: record.clash });
      await fill(page, startOf(arrival.remarks), 'Late');
      await expect(clash).toContainText(record.theirs('1280.50'));
      await expect(clash).toContainText(record.theirs('Quiet'));
      await expect(clash).toContainText(record.theirs(common.yes));
      await page.locator('.arrival-form').getByLabel(arrival.abroad).check();
      await expectAccessibleEverywhere(page, 'two corrections', { widths: [375, 1024] });
      await desk.press(record.saveMine);
      for (const facts of [page.locator('.arrived-facts'), other.page.locator('.arrived-facts')]) {
        await expect(facts).toContainText('Late');
        await expect(facts).not.toContainText('Quiet');
      }
      // The register's clock runs for them now, though nobody said so at the arrival.
      await desk.go('register');
      const line = page.locator('.register-place__line', { has: page.getByText('1801') });
      await expect(line.first()).toContainText(
        new RegExp(`${staff.register.left(24, 0)}|${staff.register.left(23, 59)}`),
      );
      await context.close();
    });
  });
}

test('the front desk corrects nothing, and has the words with which the guest is asked', async ({
  desk,
  arrives,
  page,
}) => {
  const { record, guest } = desk.words.staff;
  const sealed = await arrives({ name: 'Iris Murdoch', language: 'en' });
  await desk.signIn();
  await arrive(desk, sealed, '1802');
  await expect(page.getByRole('button', { name: record.correct, exact: true })).toHaveCount(0);
  await expect(page.locator('.provenance')).toContainText(record.own);
  await expect(page.locator('.provenance')).toContainText(guest.channels.reception);
  await desk.press(record.ask);
  const dialog = page.locator('dialog[open]');
  await expect(dialog).toContainText(record.words);
  await expect(dialog.locator('[lang=en]')).toBeVisible();
  await expectAccessibleEverywhere(page, 'ask to correct', { widths: [375, 1024] });
});

test('an owner sets columns, hours and room types; the desk offers them, and of two owners the second is asked', async ({
  desk,
  arrives,
  page,
  hotel,
  browser,
  expectedErrors,
}) => {
  expectedErrors.push(/ERR_INTERNET_DISCONNECTED/);
  const { settings, shell, record, stepUp } = desk.words.staff;
  const sealed = await arrives({ name: '丁西林' });
  const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1024, height: 768 } });
  const other = new Desk(await context.newPage(), hotel, 'zh');
  for (const one of [desk, other]) {
    await one.signIn(hotel.people.owner);
    await one.press(shell.settings);
    await expect(one.page.locator('.settings-form')).toBeVisible();
  }
  await page.getByRole('textbox', { name: startOf(settings.roomTypes) }).fill('大床房\n双床房');
  await page.getByRole('checkbox', { name: settings.columns.amount }).uncheck();
  await page.getByRole('button', { name: settings.earlier(settings.columns.remarks) }).click();
  await page.getByLabel(settings.hours).fill('11');
  await desk.press(settings.save);
  await expect(page.locator('.field__error')).toBeVisible();
  await page.getByLabel(settings.hours).fill('72');
  await page.setViewportSize({ width: 375, height: 812 });
  await page.context().setOffline(true);
  await desk.press(settings.save);
  // Whoever presses at the bottom of a phone reads there why nothing was saved.
  await expect(page.locator('.settings-form .state-note')).toBeInViewport({ ratio: 1 });
  await page.context().setOffline(false);
  await page.setViewportSize({ width: 1024, height: 768 });
  await desk.press(settings.save);
  await expect(page.getByText(settings.saved)).toBeVisible();
  await other.page.getByLabel(settings.hours).fill('24');
  await other.press(settings.save);
  // Somebody is waited for: whom a shorter wait destroys, and whom earlier, is shown before it is saved.
  const shorter = other.page.getByRole('dialog', { name: settings.shorterTitle });
  await expect(shorter).toContainText(/\d/);
  await shorter.getByRole('button', { name: settings.shorterSubmit, exact: true }).click();
  await expect(other.page.getByText(settings.conflict)).toBeInViewport();
  await other.press(settings.theirs);
  await expect(other.page.getByLabel(settings.hours)).toHaveValue('72');
  await expect(other.page.getByRole('checkbox', { name: settings.columns.amount })).not.toBeChecked();
  // What was typed and left lies over what a colleague saved since; typed back, nothing of it is left and the field keeps the focus.
  const days = other.page.getByLabel(settings.days);
  await days.fill('9');
  await other.press(shell.desk);
  await page.getByLabel(settings.days).fill('10');
  const told = page.waitForResponse((response) => response.request().method() === 'PUT');
  await desk.press(settings.save);
  expect((await told).ok()).toBe(true);
  await other.press(shell.settings);
  await expect(days).toHaveValue('9');
  await days.fill('10');
  await expect(other.page.getByText(settings.unsaved)).toHaveCount(0);
  await expect(days).toBeFocused();
  let proven = false;
  // As when somebody's time has passed since the numbers were shown: they are shown anew, and nobody is said to have been quicker.
  await other.page.route(`**${routes.saveSettings.path}`, async (route) => {
    if (route.request().method() !== 'PUT') return route.continue();
    // And first as if the five minutes since signing in were over.
    const code = proven ? 'conflict' : 'step_up_needed';
    const status = problemStatus[code];
    proven = true;
    const json = { type: `urn:foyer:problem:${code}`, code, title: code, status };
    return route.fulfill({ status, json, contentType: 'application/problem+json' });
  });
  await other.page.getByLabel(settings.hours).fill('24');
  await other.press(settings.save);
  await shorter.getByRole('button', { name: settings.shorterSubmit, exact: true }).click();
  const again = other.page.getByRole('dialog', { name: stepUp.title });
  await again.getByLabel(stepUp.passphrase, { exact: true }).fill(hotel.people.owner.passphrase);
  await again.getByRole('button', { name: stepUp.submit, exact: true }).click();
  await expect(shorter).toContainText(settings.shorterGrown);
  await expect(other.page.getByLabel(settings.hours)).toHaveValue('24');
  await expect(shorter).toContainText(/\d/);
  await expectAccessibleEverywhere(other.page, 'more are affected', { widths: [375, 1024] });
  await context.close();
  await desk.press(shell.desk);
  await desk.choose(sealed);
  const kinds = page.locator('.arrival-form').getByLabel(startOf(record.roomType));
  await expect(kinds.locator('option')).toHaveText([record.roomTypeNone, '大床房', '双床房']);
  // The hotel is other tests’ too.
  const kept = { settings: defaultSettings, revision: 2 };
  const session = await signIn(staffDoor(fetch, new URL(hotel.staffUrl).origin), {
    property: hotel.property,
    handle: hotel.people.owner.handle,
    passphrase: hotel.people.owner.passphrase,
  });
  expect(await session.api.saveSettings(kept)).toEqual({ ...kept, revision: 3 });
  // A form that is open follows at once.
  await expect(kinds.locator('option').filter({ hasText: '大床房' })).toHaveCount(0);
  await endSession(session);
});
