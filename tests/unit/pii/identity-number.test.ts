import { expect, test } from 'vitest';
import { checkCharacter, identityNumber } from '../../../src/pii/identity-number.ts';

const today = '2026-05-04';

// The two examples printed in GB 11643-1999, and made-up numbers with each check character.
test.each([
  ['11010519491231002', 'X'],
  ['44052418800101001', '4'],
  ['11010120000101000', '2'],
  ['11010120000101001', '0'],
  ['11010120000101002', '9'],
  ['11010120000101003', '7'],
  ['11010120000101004', '5'],
  ['11010120000101005', '3'],
  ['11010120000101006', '1'],
  ['11010120000101007', 'X'],
  ['11010120000101008', '8'],
  ['11010120000101009', '6'],
  ['11010120000101010', '9'],
])('the check character of %s is %s', (digits, character) => {
  expect(checkCharacter(digits)).toBe(character);
});

test.each([
  '11010519491231002X',
  '11010519491231002x',
  '１１０１０５１９４９１２３１００２Ｘ',
  '１１０１０５１９４９１２３１００２ｘ',
  '110105 19491231 002X',
  '110105-19491231-002X',
  ' 11010519491231002X\u200B\n',
  '\u206811010519491231002X\u2069',
])('%j is the same number, and gives the date of birth', (typed) => {
  expect(identityNumber(typed, today)).toEqual({
    ok: true,
    value: { number: '11010519491231002X', birthDate: '1949-12-31' },
  });
});

test.each([
  ['', 'missing'],
  [' \u200B ', 'missing'],
  ['110105491231002', 'identity_number_15_digits'],
  ['１１０１０５４９１２３１００２', 'identity_number_15_digits'],
  ['11010519491231002', 'identity_number_length'],
  ['11010519491231002XX', 'identity_number_characters'],
  ['110105194912310021X', 'identity_number_length'],
  ['1101051949123100X2', 'identity_number_characters'],
  ['11010519491231OO2X', 'identity_number_characters'],
  ['E12345678', 'identity_number_characters'],
  ['110105194902300021', 'identity_number_birth_date'],
  ['110105194900310021', 'identity_number_birth_date'],
  ['110105202605050029', 'identity_number_birth_date'],
  ['440524188001010014', 'identity_number_birth_date'],
  ['110105194912310021', 'identity_number_check'],
  ['11010519491231020X', 'identity_number_check'],
])('%j is refused: %s', (typed, reason) => {
  expect(identityNumber(typed, today)).toEqual({ ok: false, reason });
});
