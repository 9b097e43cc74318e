import type { Page, Request } from '@playwright/test';
import { companions as enCompanions } from '../../../src/ui/messages/en/companions.ts';
import { companions as zhCompanions } from '../../../src/ui/messages/zh-hans/companions.ts';
import { submissionSchema } from '../../../src/protocol/submission.ts';
import { expect, test } from './guest-test.ts';

function requestsOf(page: Page, path: RegExp): Request[] {
  const requests: Request[] = [];
  page.on('request', (request) => {
    if (path.test(new URL(request.url()).pathname)) requests.push(request);
  });
  return requests;
}

function sealedIn(request: Request | undefined): string[] {
  const submission = submissionSchema.parse(JSON.parse(request?.postData() ?? ''));
  return submission.envelopes.map(({ kind, purpose }) => purpose ?? kind);
}

const registrations = /\/registrations$/;

test('a Chinese guest with a phone says yes to everything, in at most 20 taps and 8 fields', async ({
  guest,
  hotel,
  page,
}) => {
  const sent = requestsOf(page, registrations);
  await guest.open(hotel.posters.lobby);
  await expect(page.getByText(guest.words.guest.trust.verified)).toBeVisible();
  for (const purpose of ['emergency', 'billing', 'membership', 'offers'] as const) await guest.answer(purpose, 'yes');
  await guest.answer('identity', 'here');
  await guest.press(guest.words.common.next);
  await guest.expectHeading(guest.words.guest.details.title);
  await guest.type('name', '林知夏');
  await guest.type('phone', '138 1234 5678');
  await guest.pick('people-0-documentKind', 'resident-id');
  await guest.type('people-0-documentNumber', '11010519491231002x');
  expect(await page.locator('form .field__control:visible').count()).toBeLessThanOrEqual(8);
  await guest.press(guest.words.guest.details.toReview);
  await guest.expectHeading(guest.words.guest.review.title);
  await expect(page.getByText('+86 138 1234 5678').first()).toBeVisible();
  await expect(page.getByText('138****5678')).toBeVisible();
  await guest.press(guest.words.guest.review.seal);
  await expect(page.getByText(guest.words.guest.receipt.received)).toBeVisible();
  expect(guest.taps).toBeLessThanOrEqual(20);
  expect(await guest.code()).toMatch(/^[0-9A-HJKMNP-TV-Z]{6}$/);
  expect(sent).toHaveLength(1);
  expect(sealedIn(sent[0]).sort()).toEqual([
    'billing',
    'card',
    'emergency',
    'identity',
    'membership',
    'offers',
    'self',
  ]);
});

test('emergency only asks for a name and one way to be reached, and seals nothing else', async ({
  guest,
  hotel,
  page,
}) => {
  const sent = requestsOf(page, registrations);
  await guest.open(hotel.posters.room);
  await guest.answer('emergency', 'yes');
  await guest.answer('offers', 'no');
  await guest.press(guest.words.common.next);
  await expect(page.locator('#field-people-0-documentNumber')).toHaveCount(0);
  await guest.type('name', '周岚');
  await guest.type('phone', '13900001111');
  await guest.press(guest.words.guest.details.toReview);
  await guest.press(guest.words.guest.review.seal);
  await expect(page.getByText(guest.words.guest.receipt.received)).toBeVisible();
  expect(sealedIn(sent[0])).toEqual(['card', 'self', 'emergency']);
  expect(submissionSchema.parse(JSON.parse(sent[0]?.postData() ?? '')).channel).toBe('room');
});

test('offers only, by e-mail', async ({ guest, hotel, page }) => {
  const sent = requestsOf(page, registrations);
  await guest.open(hotel.posters.website);
  await guest.answer('offers', 'yes');
  await guest.press(guest.words.common.next);
  await guest.type('name', '许白');
  await guest.press(guest.words.guest.details.useEmail);
  await guest.type('email', 'xubai@mail.example');
  await guest.press(guest.words.guest.details.toReview);
  // Nobody asked how old they are.
  await expect(page.getByText(zhCompanions.guardian.ask)).toBeInViewport();
  await guest.press(guest.words.guest.review.seal);
  await expect(page.getByText(guest.words.guest.receipt.received)).toBeVisible();
  expect(sealedIn(sent[0])).toEqual(['card', 'self', 'offers']);
});

test('nothing chosen ends well: no field, no request, nothing stored', async ({ guest, hotel, page }) => {
  await guest.open(hotel.posters.lobby);
  const requests = requestsOf(page, /^\/api\//);
  await guest.answer('emergency', 'no');
  await guest.press(guest.words.common.next);
  await guest.expectHeading(guest.words.guest.ending.title);
  await expect(page.locator('input, select, textarea')).toHaveCount(0);
  expect(requests).toHaveLength(0);
  await guest.press(guest.words.guest.ending.change);
  await expect(page.locator('input[name=purpose-emergency][value=no]')).toBeChecked();
});

test('a family: the child in the register is asked for a guardian without typing the name twice', async ({
  guest,
  hotel,
  page,
}) => {
  await guest.open(hotel.posters.reception);
  await guest.answer('billing', 'yes');
  await guest.answer('identity', 'here');
  await guest.press(guest.words.common.next);
  const { details } = guest.words.guest;
  await guest.type('name', '欧阳海燕');
  await guest.type('phone', '13812345678');
  await guest.pick('people-0-documentKind', 'resident-id');
  await guest.type('people-0-documentNumber', '11010519491231002X');
  await guest.press(details.addPerson);
  await guest.type('people-1-name', '欧阳小满');
  await guest.pick('people-1-documentKind', 'passport');
  await guest.type('people-1-documentNumber', 'E12345678');
  await guest.pick('people-1-nationality', 'CN');
  await guest.type('people-1-birthDate', '2019-05-04');
  await expect(page.locator('#field-partySize')).toHaveValue('2');
  await guest.press(details.toReview);
  await expect(page.locator('#field-minors-0-minorName')).toHaveValue('欧阳小满');
  await expect(page.locator('#field-minors-0-minorAge')).toHaveValue('under-14');
  await guest.press(details.iAmGuardian);
  await expect(page.locator('#field-minors-0-guardianContact')).toHaveValue('13812345678');
  await guest.type('minors-0-guardianRelation', '外婆');
  await guest.press(details.toReview);
  await guest.expectHeading(guest.words.guest.review.title);
  await guest.press(guest.words.guest.review.seal);
  await expect(page.getByText(guest.words.guest.receipt.received)).toBeVisible();
});

test('every mistake is named at the top and at its field, and nothing typed is lost', async ({
  guest,
  hotel,
  page,
}) => {
  await guest.open(hotel.posters.lobby);
  await guest.answer('billing', 'yes');
  await guest.answer('identity', 'here');
  await guest.press(guest.words.common.next);
  const { details, reasons } = guest.words.guest;
  await guest.type('phone', '12345');
  await guest.pick('people-0-documentKind', 'resident-id');
  await guest.type('people-0-documentNumber', '110105194912310021');
  await guest.press(details.toReview);
  const summary = page.getByRole('group', { name: details.errors(3) });
  await expect(summary).toBeFocused();
  await expect(summary).toContainText(reasons.identity_number_check);
  await summary.getByRole('link', { name: details.name }).click();
  await expect(page.locator('#field-name')).toBeFocused();
  await expect(page.locator('#field-phone')).toHaveValue('12345');
});

test('back, forward and another language keep everything that was typed', async ({ guest, hotel, page }) => {
  await guest.open(hotel.posters.lobby);
  await guest.answer('emergency', 'yes');
  await guest.press(guest.words.common.next);
  await guest.type('name', '沈若');
  await guest.type('phone', '13712345678');
  await page.goBack();
  await expect(page.locator('input[name=purpose-emergency][value=yes]')).toBeChecked();
  await page.goForward();
  await expect(page.locator('#field-name')).toHaveValue('沈若');
  await page.getByRole('link', { name: 'English' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Your details' })).toBeVisible();
  await expect(page.locator('#field-phone')).toHaveValue('13712345678');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  expect(new URL(page.url()).hash).toContain(hotel.fingerprint);
});

test.describe('in English', () => {
  test.use({ locale: 'en-GB' });

  test('a foreign guest gives passport and e-mail, in at most 12 fields', async ({ guest, hotel, page }) => {
    await guest.open(hotel.posters.reception);
    await guest.answer('emergency', 'yes');
    await guest.answer('identity', 'here');
    await guest.press('Continue');
    await guest.type('name', 'Maria de Lurdes Oliveira');
    await guest.type('email', 'maria@mail.example');
    await guest.pick('people-0-documentKind', 'passport');
    await guest.type('people-0-documentNumber', 'FK482913');
    await guest.pick('people-0-nationality', 'BR');
    await guest.type('people-0-birthDate', '1988-04-02');
    expect(await page.locator('form .field__control:visible').count()).toBeLessThanOrEqual(12);
    await guest.press('Review');
    await expect(page.getByText('m***@mail.example')).toBeVisible();
    await expect(page.getByText(enCompanions.guardian.ask)).toBeInViewport();
    await guest.press('Seal and send');
    await expect(page.getByText(guest.words.guest.receipt.received)).toBeVisible();
  });
});
