import { describe, expect, test } from 'vitest';
import { fingerprintWords } from '../../../src/ui/seal/fingerprint-words.ts';
import { fingerprintWordsEn } from '../../../src/ui/seal/fingerprint-words-en.ts';
import { fingerprintWordsZhHans } from '../../../src/ui/seal/fingerprint-words-zh-hans.ts';

const fingerprint = Uint8Array.from([0, 1, 128, 255, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7]);

describe('the words of a fingerprint', () => {
  test.each([
    ['English', fingerprintWordsEn, /^[a-z]{3,8}$/],
    ['Chinese', fingerprintWordsZhHans, /^\p{Script=Han}{2}$/u],
  ])('come from 256 different %s words', (_name, list, shape) => {
    expect(list).toHaveLength(256);
    expect(new Set(list).size).toBe(256);
    expect(list.filter((word) => !shape.test(word))).toEqual([]);
  });

  test('stay the ones on posters already printed', () => {
    expect(fingerprintWords(fingerprint, 'en')).toEqual(['acorn', 'actor', 'jar', 'walnut']);
    expect(fingerprintWords(fingerprint, 'zh-Hans')).toEqual(['苹果', '香蕉', '房屋', '弟弟']);
  });

  test('are English where a language has none of its own', () => {
    expect(fingerprintWords(fingerprint, 'mn')).toEqual(fingerprintWords(fingerprint, 'en'));
  });

  test('need four bytes', () => {
    expect(() => fingerprintWords(new Uint8Array(3), 'en')).toThrow(RangeError);
  });
});
