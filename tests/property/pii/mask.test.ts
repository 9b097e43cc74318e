import * as fc from 'fast-check';
import { getCountries, getCountryCallingCode } from 'libphonenumber-js/min';
import { expect, test } from 'vitest';
import { maskContact } from '../../../src/pii/mask.ts';

const codes = [...new Set(getCountries().map((country) => getCountryCallingCode(country)))];
const digit = fc.constantFrom('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
const digits = (length: number) => fc.string({ unit: digit, minLength: length, maxLength: length });
const mainlandMobile = /^\+861[3-9]\d{9}$/;
const runs = { numRuns: 2000 };

test('the country code of every country is kept whole, and nothing of the number beside it', () => {
  expect(codes.length).toBeGreaterThan(200);
  for (const code of codes) expect(maskContact(`+${code}00001111`)).toBe(`+${code} ****1111`);
});

test('two numbers that differ only in what is hidden look the same', () => {
  const hidden = fc.integer({ min: 4, max: 8 }).chain((length) => fc.tuple(digits(length), digits(length)));
  fc.assert(
    fc.property(fc.constantFrom(...codes), hidden, digits(4), (code, parts, last) => {
      const [one, other] = parts.map((part) => `+${code}${part}${last}`);
      fc.pre(one !== undefined && other !== undefined && !mainlandMobile.test(one) && !mainlandMobile.test(other));
      expect(maskContact(one)).toBe(maskContact(other));
    }),
    runs,
  );
});

test('a mainland mobile number shows its first three and last four digits', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^1[3-9][0-9]$/), digits(4), digits(4), (first, hidden, last) => {
      expect(maskContact(`+86${first}${hidden}${last}`)).toBe(`${first}****${last}`);
    }),
    runs,
  );
});

test('of any number at least four digits after the country code are hidden, or all of them', () => {
  fc.assert(
    fc.property(fc.constantFrom(...codes), fc.integer({ min: 3, max: 12 }).chain(digits), (code, rest) => {
      const masked = maskContact(`+${code}${rest}`);
      const shown = masked.replace(`+${code} `, '').replace(/\D/g, '').length;
      expect(rest.length - shown).toBeGreaterThanOrEqual(Math.min(4, rest.length));
    }),
    runs,
  );
});

test('of an e-mail address only the first character and the domain show', () => {
  const local = fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }).map((text) => text.replaceAll('@', ''));
  fc.assert(
    fc.property(fc.constantFrom('a', '名', '🙂'), local, local, (first, one, other) => {
      fc.pre(one !== '' && other !== '');
      expect(maskContact(`${first}${one}@example.com`)).toBe(`${first}***@example.com`);
      expect(maskContact(`${first}${other}@example.com`)).toBe(`${first}***@example.com`);
    }),
    runs,
  );
});

test('anything else shows nothing', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      fc.pre(!text.includes('@') && !text.startsWith('+'));
      expect(maskContact(text)).toBe('****');
    }),
    runs,
  );
});
