import type { Language } from '../../protocol/languages.ts';
import type { Messages } from './messages.ts';

const loaders: Readonly<Record<Language, () => Promise<Messages['temporary']>>> = {
  'zh-Hans': async () => (await import('./zh-hans/temporary.ts')).temporary,
  en: async () => (await import('./en/temporary.ts')).temporary,
};

/** Fetches the words of what a temporary rule asks; most days there is none. */
export async function loadTemporaryWords(language: Language): Promise<Pick<Messages, 'temporary'>> {
  return { temporary: await loaders[language]() };
}
