import type { Language } from '../../protocol/languages.ts';

/** Each language by its own name, for someone who reads no other. */
export const languageNames: Readonly<Record<Language, string>> = {
  'zh-Hans': '简体中文',
  en: 'English',
};

const rightToLeft = new Set(['ar', 'fa', 'he', 'ur']);

/** For the page's `dir`. */
export function textDirection(language: string): 'ltr' | 'rtl' {
  return rightToLeft.has(language.split('-')[0] ?? '') ? 'rtl' : 'ltr';
}
