// With Chromium's own authenticator: the real WebAuthn, the real server, real keys.

import type { CDPSession, Page } from '@playwright/test';
import * as z from 'zod/mini';
import { expectAccessible } from '../expect-accessible.ts';
import { expect, test as base } from '../own-hotel-test.ts';
import { type Desk, logEntries } from './staff-test.ts';

// A passkey belongs to a name: this server is reached by one, not by its number.
const test = base.extend({
  viewport: { width: 1024, height: 768 },
  house: async ({ startHotel }, use) => {
    const house = await startHotel({ env: { PUBLIC_URL: '' } });
    await use(house);
    await house.stop();
  },
});

/** A security key or screen lock of this page's browser, whose owner is there and agrees. */
async function authenticator(page: Page, hasPrf: boolean): Promise<CDPSession> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
      hasPrf,
    },
  });
  return cdp;
}

async function addPasskey(desk: Desk, name: string): Promise<void> {
  const { page, words } = desk;
  const { account, shell } = words.staff;
  await desk.press(shell.menu);
  await desk.press(account.title);
  await page.getByLabel(account.name, { exact: true }).fill(name);
  await page.getByLabel(account.own, { exact: true }).fill(desk.hotel.people.supervisor.passphrase);
  await desk.press(account.add);
  await expect(page.locator('.own-passkeys__list')).toContainText(name);
}

test('a passkey with a PRF signs in without the passphrase, proves its owner again, and is removed', async ({
  desk,
  page,
  arrives,
  own,
  expectedErrors,
}) => {
  test.slow();
  expectedErrors.push(/401|422/);
  const { account, shell, signIn, opening, purposes } = desk.words.staff;
  const sealed = await arrives({ name: '林徽因', yes: ['billing'] });
  await authenticator(page, true);
  await desk.signIn(desk.hotel.people.supervisor);
  await addPasskey(desk, 'Tablet');
  await expect(page.getByText(account.opensKeys)).toBeVisible();
  await expectAccessible(page, 'my sign-in');
  await desk.press(shell.lock);

  const sent: { readonly url: string; readonly body: string }[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/passkeys/sign-in')) sent.push({ url: request.url(), body: request.postData() ?? '' });
  });
  await desk.press(signIn.byPasskey);
  await desk.choose(sealed);
  await expect(page.getByRole('button', { name: opening.title(purposes.billing), exact: true })).toBeVisible();

  // What was sent once proves nothing again, which is an entry, and tells nothing of the PRF.
  const [proof] = sent;
  expect(
    Object.keys(
      z.object({ assertion: z.record(z.string(), z.unknown()) }).parse(JSON.parse(proof?.body ?? '{}')).assertion,
    ).toSorted(),
  ).toEqual(['authenticatorData', 'clientDataJSON', 'id', 'signature']);
  const headers = { 'content-type': 'application/json' };
  const failures = () => logEntries(own).filter(({ action }) => action === 'sign-in-failed').length;
  const before = failures();
  const replayed = await page.request.post(proof?.url ?? '', { headers, data: proof?.body ?? '' });
  expect(replayed.status()).toBe(401);
  expect(failures()).toBe(before + 1);

  await desk.press(shell.menu);
  await desk.press(account.title);
  await expect(page.getByText(account.used('').trim(), { exact: false }).first()).toBeVisible();
  await desk.press(account.remove('Tablet'));
  await expect(page.getByText(account.none)).toBeVisible();
  await desk.press(shell.lock);
  await desk.press(signIn.byPasskey);
  await expect(page.getByText(desk.words.problems.sign_in_failed.title)).toBeVisible();
});

test('a passkey without a PRF proves its owner, and the passphrase still opens the keys', async ({
  desk,
  page,
  expectedErrors,
}) => {
  test.slow();
  expectedErrors.push(/403|422/);
  const { account, shell, signIn, stepUp } = desk.words.staff;
  await authenticator(page, false);
  await desk.signIn(desk.hotel.people.supervisor);
  await addPasskey(desk, 'Key');
  await expect(page.getByText(account.proofOnly)).toBeVisible();
  await desk.press(shell.lock);
  await desk.press(signIn.byPasskey);
  await expect(page.getByText(desk.words.problems.passkey_without_keys.title)).toBeVisible();
  await desk.type(desk.hotel.people.supervisor.handle, desk.hotel.people.supervisor.passphrase);
  await desk.press(shell.menu);
  await desk.press(account.title);
  // As if the five minutes since signing in were over.
  let refused = false;
  await page.route('**/removal', async (route) => {
    if (refused) return route.continue();
    refused = true;
    const body = { type: 'urn:foyer:problem:step_up_needed', code: 'step_up_needed', title: '', status: 403 };
    return route.fulfill({ status: 403, contentType: 'application/problem+json', body: JSON.stringify(body) });
  });
  await desk.press(account.remove('Key'));
  await desk.press(stepUp.byPasskey);
  await expect(page.getByText(account.none)).toBeVisible();
});

test('a browser that has no passkeys offers none and says why', async ({ desk, page }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, 'PublicKeyCredential');
  });
  const { account, shell, signIn } = desk.words.staff;
  await page.goto(desk.hotel.staffUrl);
  await expect(page.getByLabel(signIn.handle, { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: signIn.byPasskey, exact: true })).toHaveCount(0);
  await desk.type(desk.hotel.people.supervisor.handle, desk.hotel.people.supervisor.passphrase);
  await desk.press(shell.menu);
  await desk.press(account.title);
  await expect(page.getByText(account.unsupported)).toBeVisible();
});

test('a person changes their own passphrase; the old one signs in no more', async ({ desk, page, expectedErrors }) => {
  test.slow();
  expectedErrors.push(/401/);
  const { account, shell, signIn, team } = desk.words.staff;
  const { handle, passphrase } = desk.hotel.people['front-desk'];
  const change = async (before: string, after: string) => {
    await desk.press(shell.menu);
    await desk.press(account.title);
    await page.getByLabel(account.before, { exact: true }).fill(before);
    await page.getByLabel(account.after, { exact: true }).fill(after);
    await page.getByLabel(team.again, { exact: true }).fill(after);
    await desk.press(account.change);
  };
  await desk.signIn();
  await change('not the passphrase', 'nine quiet herons');
  await expect(page.getByText(desk.words.problems.wrong_passphrase.title)).toBeVisible();
  await page.getByLabel(account.before, { exact: true }).fill(passphrase);
  await desk.press(account.change);
  await expect(page.getByText(signIn.passphraseChanged)).toBeVisible();
  await desk.type(handle, passphrase);
  await expect(page.getByText(desk.words.problems.sign_in_failed.title)).toBeVisible();
  await desk.type(handle, 'nine quiet herons');
  await desk.expectLive();
  // The hotel is its worker's: the next test knows the old one.
  await change('nine quiet herons', passphrase);
  await expect(page.getByText(signIn.passphraseChanged)).toBeVisible();
});
