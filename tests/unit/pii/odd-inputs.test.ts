import { expect, test } from 'vitest';
import { birthDate } from '../../../src/pii/birth-date.ts';
import { phoneOrEmail } from '../../../src/pii/check-minors.ts';
import { documentKinds } from '../../../src/pii/limits.ts';
import { documentNumber } from '../../../src/pii/document-number.ts';
import { emailAddress } from '../../../src/pii/email-address.ts';
import { type Checked, fieldReasons } from '../../../src/pii/field-reason.ts';
import { identityNumber } from '../../../src/pii/identity-number.ts';
import { nationality } from '../../../src/pii/nationality.ts';
import { normaliseCode, normaliseText } from '../../../src/pii/normalise-text.ts';
import { partySize } from '../../../src/pii/party-size.ts';
import { personName } from '../../../src/pii/person-name.ts';
import { phoneNumber } from '../../../src/pii/phone-number.ts';
import { checkInDate, checkOutDate } from '../../../src/pii/stay-dates.ts';
import { oddInputs } from './odd-inputs.ts';

const today = '2026-05-04';

const checks: Readonly<Record<string, (typed: string) => Checked<unknown> | Promise<Checked<unknown>>>> = {
  name: personName,
  phone: (typed) => phoneNumber(typed, ''),
  'phone with a country': (typed) => phoneNumber(typed, 'GB'),
  'country of a phone': (typed) => phoneNumber('020 7946 0958', typed),
  email: emailAddress,
  'guardian contact': (typed) => phoneOrEmail(typed, ''),
  'identity number': (typed) => identityNumber(typed, today),
  nationality,
  'birth date': (typed) => birthDate(typed, today),
  'check-in': (typed) => checkInDate(typed, today),
  'check-out': (typed) => checkOutDate(typed, today),
  'party size': partySize,
  ...Object.fromEntries(documentKinds.map((kind) => [kind, (typed: string) => documentNumber(typed, kind, today)])),
};

test('there are at least 3,000 odd inputs', () => {
  expect(oddInputs.length).toBeGreaterThanOrEqual(3000);
});

test.each(Object.entries(checks))(
  '%s: every odd input is normalised or refused with one reason',
  async (_name, check) => {
    let accepted = 0;
    const unexplained: string[] = [];
    for (const typed of oddInputs) {
      const result = await check(typed);
      if (result.ok) accepted += 1;
      else if (!fieldReasons.includes(result.reason)) unexplained.push(typed);
    }
    expect(unexplained).toEqual([]);
    expect(accepted).toBeGreaterThan(0);
    expect(accepted).toBeLessThan(oddInputs.length);
  },
);

test.each([
  ['text', normaliseText],
  ['code', normaliseCode],
])('%s: no odd input leaves a control, a bidi mark or half a character behind', (_name, normalise) => {
  const left = /[\p{Cc}\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uD800-\uDFFF]|^\s|\s$|\s\s/u;
  expect(oddInputs.filter((typed) => left.test(normalise(typed)))).toEqual([]);
});

test.each([
  ['text', normaliseText],
  ['code', normaliseCode],
])('%s: normalising twice changes nothing', (_name, normalise) => {
  expect(oddInputs.filter((typed) => normalise(normalise(typed)) !== normalise(typed))).toEqual([]);
});
