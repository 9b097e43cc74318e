// Somebody leaves while their tablet, the desk and a guest's phone are open.

import type { Page } from '@playwright/test';
import { openEnvelope } from '../../../src/crypto/open-envelope.ts';
import { digest } from '../../../src/crypto/sha256.ts';
import type { Hotel } from '../../../src/demo/set-up-hotel.ts';
import { problemSchema } from '../../../src/protocol/problems.ts';
import { type Submission, submissionSchema } from '../../../src/protocol/submission.ts';
import { type Session, signIn } from '../../../src/staff/session/sign-in.ts';
import { staffDoor } from '../../../src/staff/api/staff-api.ts';
import { renewKeys } from '../../../src/staff/team/renew-keys.ts';
import { ownerAtWork } from '../../support/publish-notice.ts';
import { bothLanguages } from '../both-languages.ts';
import { expectAccessibleEverywhere } from '../expect-accessible.ts';
import { Guest } from '../guest/guest-test.ts';
import { expect, test } from './keys-test.ts';

/** The supervisor with their keys in memory, as a tablet that was never given back holds them. */
function leaverAtWork(url: string, hotel: Hotel): Promise<Session> {
  const { handle, passphrase } = hotel.people.supervisor;
  return signIn(staffDoor(fetch, url), { property: hotel.property, handle, passphrase });
}

async function supervisorLeaves(url: string, hotel: Hotel): Promise<void> {
  const { door, session } = await ownerAtWork(url, hotel.property);
  await renewKeys(door, session, { removed: hotel.people.supervisor.id, revoked: [] }, Date.now());
}

/** What a page sends to be registered, as it crosses the wire. */
function submissionsOf(page: Page): Submission[] {
  const sent: Submission[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/registrations'))
      sent.push(submissionSchema.parse(JSON.parse(request.postData() ?? '')));
  });
  return sent;
}

/** How many of a submission's envelopes for the hotel any of these keys opens. */
async function openedBy({ keyring }: Session, submission: Submission): Promise<number> {
  const { property, registration } = submission;
  const consent = await digest(submission.consent);
  let opened = 0;
  for (const envelope of submission.envelopes) {
    const { kind, purpose } = envelope;
    for (const [, pair] of keyring.pairs()) {
      const plain = await openEnvelope({ property, registration, consent, kind, purpose }, pair, envelope).catch(
        () => null,
      );
      if (plain !== null) opened += 1;
    }
  }
  return opened;
}

async function fillIn(guest: Guest, hotel: Hotel): Promise<void> {
  await guest.open(hotel.posters.lobby);
  await guest.answer('emergency', 'yes');
  await guest.press(guest.words.common.next);
  await guest.type('name', '林知夏');
  await guest.type('phone', '138 1234 5678');
  await guest.press(guest.words.guest.details.toReview);
  await guest.expectHeading(guest.words.guest.review.title);
  await guest.page.waitForLoadState('networkidle');
}

for (const { language, locale, run } of bothLanguages('en')) {
  test.describe(locale, run, () => {
    test.use({ locale });

    test('a lost tablet is signed out, its person removed: it closes at once, the next guest has new keys, the poster stays', async ({
      desk,
      page,
      hotel,
      own,
      newTablet,
      browser,
      watch,
      expectedErrors,
    }) => {
      test.slow();
      expectedErrors.push(/401/);
      await page.setViewportSize({ width: 1024, height: 768 });
      const { staff, problems } = desk.words;
      const { displayName, handle, passphrase } = hotel.people.supervisor;
      const leaver = await leaverAtWork(own.url, hotel);
      const tablet = await newTablet();
      let bearer = '';
      tablet.page.on('request', (request) => {
        bearer = request.headers()['authorization'] ?? bearer;
      });
      await tablet.signIn(hotel.people.supervisor);
      await tablet.expectLive();

      await desk.signIn(hotel.people.owner);
      await desk.press(staff.shell.team);
      await desk.press(staff.person.manage(displayName));
      // The tablet is lost: it closes while nobody holds it, and its keys were in its memory only.
      await desk.press(staff.person.end(staff.person.devices.linux));
      await expect(tablet.page.getByText(problems.session_ended.title)).toBeVisible();
      // Whoever has it knows the passphrase too.
      await tablet.type(handle, passphrase);
      await tablet.expectLive();
      await desk.press(staff.person.remove);
      await expect(page.getByText(staff.person.consequences.sheet)).toBeVisible();
      await expectAccessibleEverywhere(page, 'somebody leaves');
      await desk.press(staff.person.removeSubmit);
      await expect(page.getByText(staff.signIn.newKeys)).toBeVisible();

      // Nobody touched their tablet. It closed, and neither the session it had nor the passphrase is good for anything.
      await expect(tablet.page.getByText(problems.session_ended.title)).toBeVisible();
      const asked = await fetch(`${own.url}/api/v1/staff/registrations?since=0`, {
        headers: { authorization: bearer },
      });
      expect([asked.status, problemSchema.parse(await asked.json()).code]).toEqual([401, 'session_ended']);
      await tablet.type(handle, passphrase);
      await expect(tablet.page.getByText(problems.sign_in_failed.title)).toBeVisible();
      await tablet.page.close();

      const phones = await browser.newContext({ locale });
      watch(phones);
      const guest = new Guest(await phones.newPage(), language);
      const sent = submissionsOf(guest.page);
      await fillIn(guest, hotel);
      await guest.press(guest.words.guest.review.seal);
      await expect(guest.page.getByText(guest.words.guest.receipt.received, { exact: true })).toBeVisible();
      const [submission] = sent;
      if (submission === undefined) throw new Error('nothing was sent');
      expect(submission.manifest.sequence).toBe(hotel.manifest.manifest.sequence + 1);
      expect(await openedBy(leaver, submission)).toBe(0);
      await guest.page.close();

      // The owner signs in once more and opens what came; the sheet is asked for.
      await desk.type(hotel.people.owner.handle, hotel.people.owner.passphrase);
      await expect(page.getByRole('heading', { name: staff.recovery.title })).toBeVisible();
      await expect(page.getByText(staff.recovery.lapsed, { exact: true })).toBeVisible();
      await desk.press(staff.shell.desk);
      await expect(desk.row(submission.registration)).toContainText('林知夏');
      await expect(page.getByText(staff.restore.banner.lapsed, { exact: true })).toBeVisible();

      // The posters on the walls are looked after all the same; nothing is printed before the new sheet was tried.
      await desk.press(staff.shell.posters);
      await expect(page.getByText(staff.posters.again)).toBeVisible();
      await expect(page.getByRole('button', { name: staff.posters.scan.open })).toBeVisible();
      await expect(page.getByRole('button', { name: staff.posters.revoke }).first()).toBeEnabled();
      await expect(page.getByRole('button', { name: staff.posters.print, exact: true })).toHaveCount(0);
    });

    test('a guest page that was open fetches the new keys before it seals; nothing is typed again', async ({
      guest,
      page,
      hotel,
      own,
    }) => {
      test.slow();
      // The page counts what it has just looked at as known for two minutes; this guest reads for longer.
      await page.clock.install({ time: Date.now() - 180_000 });
      const sent = submissionsOf(page);
      const leaver = await leaverAtWork(own.url, hotel);
      await fillIn(guest, hotel);
      await supervisorLeaves(own.url, hotel);
      await page.clock.fastForward(180_000);
      await guest.press(guest.words.guest.review.seal);
      await expect(page.getByText(guest.words.guest.receipt.received, { exact: true })).toBeVisible();
      expect(sent.map(({ manifest }) => manifest.sequence)).toEqual([hotel.manifest.manifest.sequence + 1]);
      for (const submission of sent) expect(await openedBy(leaver, submission)).toBe(0);
    });
  });
}

test('keys that change while the guest’s thumb is on its way: what was sealed to the old ones is not taken in', async ({
  guest,
  page,
  hotel,
  own,
  expectedErrors,
}) => {
  test.slow();
  expectedErrors.push(/409/);
  const sent = submissionsOf(page);
  const leaver = await leaverAtWork(own.url, hotel);
  await fillIn(guest, hotel);
  await supervisorLeaves(own.url, hotel);
  await guest.press(guest.words.guest.review.seal);
  const code = await guest.code();
  await expect(page.getByText(guest.words.guest.receipt.received, { exact: true })).toBeVisible();
  expect(await guest.code()).toBe(code);
  const { sequence } = hotel.manifest.manifest;
  expect(sent.map(({ manifest }) => manifest.sequence)).toEqual([sequence, sequence + 1]);
  const [refused, taken] = sent;
  if (refused === undefined || taken === undefined) throw new Error('nothing was sent');
  expect(taken.registration).toBe(refused.registration);
  // The refused one shows that these keys do open what is sealed to them: card and emergency contact.
  expect(await openedBy(leaver, refused)).toBe(2);
  expect(await openedBy(leaver, taken)).toBe(0);
});
