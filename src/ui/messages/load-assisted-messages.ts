import { type Language, languages } from '../../protocol/languages.ts';
import type { AssistedMessages } from './en/assisted.ts';

const loaders: Readonly<Record<Language, () => Promise<AssistedMessages>>> = {
  'zh-Hans': async () => (await import('./zh-hans/assisted.ts')).assisted,
  en: async () => (await import('./en/assisted.ts')).assisted,
};

/** What the hotel's tablet says in a guest's hands, in every language at once: few words, and they may be needed without a network. */
export async function loadAssistedMessages(): Promise<ReadonlyMap<Language, AssistedMessages>> {
  return new Map(await Promise.all(languages.map(async (language) => [language, await loaders[language]()] as const)));
}
