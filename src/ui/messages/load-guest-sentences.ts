import type { Language } from '../../protocol/languages.ts';
import type { GuestSentences } from './closed-lists.ts';

const loaders: Readonly<Record<Language, () => Promise<GuestSentences>>> = {
  'zh-Hans': async () => (await import('./zh-hans/guest-sentences.ts')).guestSentences,
  en: async () => (await import('./en/guest-sentences.ts')).guestSentences,
};

/** Fetches what staff say to guests, in one language. Rejects when the network does. */
export function loadGuestSentences(language: Language): Promise<GuestSentences> {
  return loaders[language]();
}
