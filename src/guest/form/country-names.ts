import { nationalities } from '../../pii/nationality.ts';
import type { Language } from '../../protocol/languages.ts';
import type { SelectOption } from '../../ui/components/select-field.tsx';

/** Where the language's own list says it otherwise than forms in China do. */
const own: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  'zh-Hans': { CN: '中国', HK: '中国香港', MO: '中国澳门', TW: '中国台湾' },
  en: { CN: 'China', HK: 'Hong Kong, China', MO: 'Macau, China', TW: 'Taiwan, China' },
};

/** Countries and regions by the names of the reader's language, China first, the others as the language sorts them. */
export function countryOptions(language: Language): readonly SelectOption[] {
  const names = new Intl.DisplayNames([language], { type: 'region' });
  const options = nationalities.map((code) => ({ value: code, label: own[language][code] ?? names.of(code) ?? code }));
  const sorted = options.sort((a, b) => a.label.localeCompare(b.label, language));
  return [...sorted.filter(({ value }) => value === 'CN'), ...sorted.filter(({ value }) => value !== 'CN')];
}

/** One country's name. */
export function countryName(code: string, language: Language): string {
  return own[language][code] ?? new Intl.DisplayNames([language], { type: 'region' }).of(code) ?? code;
}
