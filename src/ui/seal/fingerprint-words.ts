import { fingerprintWordsEn } from './fingerprint-words-en.ts';
import { fingerprintWordsZhHans } from './fingerprint-words-zh-hans.ts';

const lists: Readonly<Record<string, readonly string[]>> = {
  en: fingerprintWordsEn,
  'zh-Hans': fingerprintWordsZhHans,
};

/**
 * Four words to compare by eye or aloud: the fingerprint's first four bytes, each naming one of 256 words of the
 * language's list (English where the language has none). They help people notice; the phone checks all 16 bytes.
 *
 * @throws RangeError with fewer than four bytes
 */
export function fingerprintWords(fingerprint: Uint8Array, language: string): readonly string[] {
  if (fingerprint.length < 4) throw new RangeError('a fingerprint has at least four bytes');
  const list = lists[language] ?? fingerprintWordsEn;
  return Array.from(fingerprint.subarray(0, 4), (byte) => list[byte] ?? '');
}
