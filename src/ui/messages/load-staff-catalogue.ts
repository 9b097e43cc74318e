import type { Language } from '../../protocol/languages.ts';
import type { StaffCatalogue } from './messages.ts';

const loaders: Readonly<Record<Language, () => Promise<StaffCatalogue>>> = {
  'zh-Hans': async () => (await import('./zh-hans/staff-catalogue.ts')).staffCatalogue,
  en: async () => (await import('./en/staff-catalogue.ts')).staffCatalogue,
};

/** Fetches one language's words for this app, each in a file of its own. Rejects when the network does. */
export function loadStaffCatalogue(language: Language): Promise<StaffCatalogue> {
  return loaders[language]();
}
