import { fingerprintWordsEn } from './fingerprint-words-en.ts';
import { fingerprintWordsZhHans } from './fingerprint-words-zh-hans.ts';
import { fourWords } from './four-words.ts';

const lists: Readonly<Record<string, readonly string[]>> = {
  en: fingerprintWordsEn,
  'zh-Hans': fingerprintWordsZhHans,
};

/** The four words of a language (English where it has none), for papers in several languages. Throws RangeError with fewer than four bytes. */
export function fingerprintWords(fingerprint: Uint8Array, language: string): readonly string[] {
  return fourWords(fingerprint, lists[language] ?? fingerprintWordsEn);
}
