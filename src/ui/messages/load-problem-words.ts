import type { Language } from '../../protocol/languages.ts';
import type { Messages } from './messages.ts';

const loaders: Readonly<Record<Language, () => Promise<Messages['problems']>>> = {
  'zh-Hans': async () => (await import('./zh-hans/problems.ts')).problems,
  en: async () => (await import('./en/problems.ts')).problems,
};

/** Fetches the sentences about everything that can go wrong; most guests never need one. Rejects when the network does. */
export async function loadProblemWords(language: Language): Promise<Pick<Messages, 'problems'>> {
  return { problems: await loaders[language]() };
}
