import type { Language } from '../../protocol/languages.ts';
import type { GuestCatalogue } from './messages.ts';

const loaders: Readonly<Record<Language, () => Promise<GuestCatalogue>>> = {
  'zh-Hans': async () => (await import('./zh-hans/guest-catalogue.ts')).guestCatalogue,
  en: async () => (await import('./en/guest-catalogue.ts')).guestCatalogue,
};

/** Fetches one language's words for this app, each in a file of its own. Rejects when the network does. */
export function loadGuestCatalogue(language: Language): Promise<GuestCatalogue> {
  return loaders[language]();
}
