import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { birthDate, calendarDate } from '../../../src/pii/birth-date.ts';
import { documentKinds } from '../../../src/pii/limits.ts';
import { documentNumber } from '../../../src/pii/document-number.ts';
import { emailAddress } from '../../../src/pii/email-address.ts';
import { checkCharacter, identityNumber } from '../../../src/pii/identity-number.ts';
import { nationality } from '../../../src/pii/nationality.ts';
import { normaliseCode, normaliseText } from '../../../src/pii/normalise-text.ts';
import { partySize } from '../../../src/pii/party-size.ts';
import { personName } from '../../../src/pii/person-name.ts';
import { phoneNumber } from '../../../src/pii/phone-number.ts';
import { oddInputs } from '../../unit/pii/odd-inputs.ts';

const today = '2026-05-04';
const runs = { numRuns: 2000 };

const troublesome = [
  '\u200B',
  '\u200C',
  '\u200D',
  '\u180E',
  '\u180B',
  '\uFE00',
  '\u{E0100}',
  '\u034F',
  '\uFEFF',
  '\u202E',
  '\u3000',
  ' ',
  '\0',
  'a',
  'Å',
  '\u0301',
  '\u030A',
  '\u1100',
  '\u1161',
  '\uFF21',
  '\uFF11',
  '\u2126',
  '\uF900',
  '神',
  '辻',
  'က',
  'ᠠ',
  'ر',
  'ش',
  '\u064B',
  'ශ',
  '\u0DCA',
  '\uD83D',
  '\uDE00',
  '@',
  '.',
  '。',
  '-',
  '–',
  '+',
  '(',
  ')',
  '0',
  '1',
  '8',
  '6',
  'x',
  'X',
  '年',
];

/** UTF-16 as a hostile page could send it, and text made of the characters that make trouble next to each other. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 30 })
    .map((units) => units.map((unit) => String.fromCharCode(unit)).join('')),
  fc.string({
    unit: fc.constantFrom(...troublesome),
    maxLength: 20,
  }),
  fc.constantFrom(...oddInputs),
);

test.each([
  ['text', normaliseText],
  ['code', normaliseCode],
])('normalising %s is idempotent, well-formed, trimmed and NFC', (_name, normalise) => {
  fc.assert(
    fc.property(anyText, (typed) => {
      const text = normalise(typed);
      expect(normalise(text)).toBe(text);
      expect(text.normalize('NFC')).toBe(text);
      expect(text).not.toMatch(/[\uD800-\uDFFF]|\p{Cc}|^\s|\s$|\s\s/u);
    }),
    // A wide letter that composes once it is narrow, with a joiner behind it.
    { ...runs, examples: [['\uFF21\u030A\u200D\u064B']] },
  );
});

test('an accepted name is its own normal form', () => {
  fc.assert(
    fc.property(anyText, (typed) => {
      const once = personName(typed);
      expect(once.ok ? personName(once.value) : once).toEqual(once);
    }),
    runs,
  );
});

test('letters, marks and digits of a name are never lost or changed, whatever the script', () => {
  const letters = (text: string) =>
    text.normalize('NFC').replace(/[^\p{L}\p{M}\p{N}]|\p{Default_Ignorable_Code_Point}/gu, '');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (typed) => {
      fc.pre(!/[\uFF00-\uFFEF]/u.test(typed));
      expect(letters(normaliseText(typed))).toBe(letters(typed));
    }),
    runs,
  );
});

test('every accepted e-mail address, code, date and number is its own normal form', () => {
  fc.assert(
    fc.property(anyText, (typed) => {
      for (const check of [
        emailAddress,
        nationality,
        (text: string) => birthDate(text, today),
        (text: string) => {
          const size = partySize(text);
          return size.ok ? { ok: true, value: String(size.value) } : size;
        },
      ]) {
        const once = check(typed);
        expect(once.ok ? check(once.value) : once).toEqual(once);
      }
      for (const kind of documentKinds) {
        const once = documentNumber(typed, kind, today);
        expect(once.ok ? documentNumber(once.value.number, kind, today) : once).toEqual(once);
      }
    }),
    runs,
  );
});

test('every accepted phone number is E.164 and its own normal form, with any country picked', async () => {
  const dialled = fc.tuple(
    fc.constantFrom('+', '00', '', '+86', '+1', '+44', '+7', '+39', '+852'),
    fc.stringMatching(/^[0-9 ()-]{4,16}$/),
  );
  const country = fc.constantFrom('', 'CN', 'US', 'GB', 'IT', 'RU', 'KR', 'AR', 'MX', 'BR');
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        anyText,
        dialled.map(([start, rest]) => start + rest),
      ),
      country,
      async (typed, picked) => {
        const once = await phoneNumber(typed, picked);
        if (!once.ok) return;
        expect(once.value).toMatch(/^\+[1-9]\d{5,14}$/);
        expect(await phoneNumber(once.value, picked)).toEqual(once);
        expect(await phoneNumber(once.value, '')).toEqual(once);
      },
    ),
    runs,
  );
});

test('every mainland mobile number is taken however it is grouped', async () => {
  const separator = fc.constantFrom('', ' ', '-', '\u00A0', ' - ');
  await fc.assert(
    fc.asyncProperty(
      fc.stringMatching(/^1[3-9][0-9]{9}$/),
      separator,
      fc.constantFrom('', '+86', '0086', '86'),
      async (digits, gap, code) => {
        const typed = code + gap + [digits.slice(0, 3), digits.slice(3, 7), digits.slice(7)].join(gap);
        expect(await phoneNumber(typed, '')).toEqual({ ok: true, value: `+86${digits}` });
      },
    ),
    runs,
  );
});

const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date(today), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

/** ISO 7064 as the standard defines it: the weighted sum of a whole number is 1 modulo 11. */
function isWhole(number: string): boolean {
  let sum = 0n;
  for (const [at, character] of Array.from(number).entries()) {
    sum += (character === 'X' ? 10n : BigInt(character)) * 2n ** BigInt(17 - at);
  }
  return sum % 11n === 1n;
}

const identity = fc
  .tuple(fc.stringMatching(/^[1-8][0-9]{5}$/), day, fc.stringMatching(/^[0-9]{3}$/))
  .map(([region, born, serial]) => {
    const digits = region + born.replaceAll('-', '') + serial;
    return { number: digits + checkCharacter(digits), born };
  });

test('the check character agrees with the definition in ISO 7064, and the date of birth comes out', () => {
  fc.assert(
    fc.property(identity, ({ number, born }) => {
      expect(isWhole(number)).toBe(true);
      expect(identityNumber(number.toLowerCase(), today)).toEqual({ ok: true, value: { number, birthDate: born } });
    }),
    runs,
  );
});

test('one wrong digit or two neighbours swapped are always noticed', () => {
  fc.assert(
    fc.property(identity, fc.nat(16), fc.integer({ min: 1, max: 9 }), ({ number }, at, by) => {
      const wrong = `${number.slice(0, at)}${(Number(number[at]) + by) % 10}${number.slice(at + 1)}`;
      expect(identityNumber(wrong, today).ok).toBe(false);
      const swapped = `${number.slice(0, at)}${number[at + 1]}${number[at]}${number.slice(at + 2)}`;
      expect(identityNumber(swapped, today).ok).toBe(swapped === number);
    }),
    runs,
  );
});

test('a date is read the same from every writing with the year first', () => {
  fc.assert(
    fc.property(day, fc.constantFrom('-', '/', '.', ' - '), (date, separator) => {
      const [year = '', month = '', dayOfMonth = ''] = date.split('-');
      const parts = [year, String(Number(month)), String(Number(dayOfMonth))];
      expect(calendarDate(parts.join(separator))).toBe(date);
      expect(calendarDate(`${parts[0]}年${parts[1]}月${parts[2]}日`)).toBe(date);
      expect(calendarDate(date.replaceAll('-', ''))).toBe(date);
    }),
    runs,
  );
});
