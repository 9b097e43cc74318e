import type { Language } from '../../protocol/languages.ts';
import { loadGuestCatalogue } from './load-guest-catalogue.ts';
import { loadProblemWords } from './load-problem-words.ts';
import type { Messages, RegistrationCatalogue } from './messages.ts';

const loaders: Readonly<Record<Language, () => Promise<Messages['myRegistration']>>> = {
  'zh-Hans': async () => (await import('./zh-hans/my-registration.ts')).myRegistration,
  en: async () => (await import('./en/my-registration.ts')).myRegistration,
};

/** Fetches one language's words for a guest's later pages: the phone's, and those of "my registration". Rejects when the network does. */
export async function loadRegistrationCatalogue(language: Language): Promise<RegistrationCatalogue> {
  const [guest, problems, myRegistration] = await Promise.all([
    loadGuestCatalogue(language),
    loadProblemWords(language),
    loaders[language](),
  ]);
  return { ...guest, ...problems, myRegistration };
}
