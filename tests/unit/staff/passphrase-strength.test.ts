import { expect, test } from 'vitest';
import { passphraseIsEnough, passphraseStrength } from '../../../src/staff/session/passphrase-strength.ts';

test.each([
  ['', 'short'],
  ['hunter2', 'short'],
  ['elf ox bee', 'short'],
  ['aaaaaaaaaaaaaaaa', 'common'],
  ['abcabcabcabc', 'common'],
  ['123456789012', 'common'],
  ['qwertyuiopasdf', 'common'],
  ['password password', 'common'],
] as const)('%j is %s and not taken', (typed, strength) => {
  expect(passphraseStrength(typed)).toBe(strength);
  expect(passphraseIsEnough(typed)).toBe(false);
});

test.each([
  'ox elf bee owl',
  'correct horse battery staple',
  '竹里馆前一盏茶凉了又温起来',
  'Tr0ub4dor&3x!',
  'the river below the bridge',
])('%j is taken', (typed) => {
  expect(passphraseIsEnough(typed)).toBe(true);
});

test('longer is never judged weaker', () => {
  const order = ['fair', 'good', 'strong'];
  const words = ['river', 'lantern', 'cedar', 'umbrella', 'violin', 'harbour', 'pepper'];
  const ranks = [4, 5, 6, 7].map((count) => order.indexOf(passphraseStrength(words.slice(0, count).join(' '))));
  expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
  expect(ranks.at(-1)).toBe(2);
});
