import type { Language } from '../../protocol/languages.ts';
import type { Messages } from './messages.ts';

const loaders: Readonly<Record<Language, () => Promise<Messages['logCheck']>>> = {
  'zh-Hans': async () => (await import('./zh-hans/log-check.ts')).logCheck,
  en: async () => (await import('./en/log-check.ts')).logCheck,
};

/** Fetches the words about whole logs, which no guest needs for a visit. */
export async function loadLogCheckWords(language: Language): Promise<Pick<Messages, 'logCheck'>> {
  return { logCheck: await loaders[language]() };
}
