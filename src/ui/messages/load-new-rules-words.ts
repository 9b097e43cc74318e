import type { Language } from '../../protocol/languages.ts';
import type { Messages } from './messages.ts';

const loaders: Readonly<Record<Language, () => Promise<Messages['newRules']>>> = {
  'zh-Hans': async () => (await import('./zh-hans/new-rules.ts')).newRules,
  en: async () => (await import('./en/new-rules.ts')).newRules,
};

/** Fetches the words for rules that changed while a guest was at it, which is rare. */
export async function loadNewRulesWords(language: Language): Promise<Pick<Messages, 'newRules'>> {
  return { newRules: await loaders[language]() };
}
