import type { Language } from '../../protocol/languages.ts';
import type { Messages } from './messages.ts';

const loaders: Readonly<Record<Language, () => Promise<Messages['companions']>>> = {
  'zh-Hans': async () => (await import('./zh-hans/companions.ts')).companions,
  en: async () => (await import('./en/companions.ts')).companions,
};

/** Fetches the words about others who come along, children, and coming back; a guest on their own never needs most of them. */
export async function loadCompanionWords(language: Language): Promise<Pick<Messages, 'companions'>> {
  return { companions: await loaders[language]() };
}
