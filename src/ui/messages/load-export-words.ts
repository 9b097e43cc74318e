import type { Language } from '../../protocol/languages.ts';
import type { Messages } from './messages.ts';

const loaders: Readonly<Record<Language, () => Promise<Messages['exports']>>> = {
  'zh-Hans': async () => (await import('./zh-hans/exports.ts')).exports,
  en: async () => (await import('./en/exports.ts')).exports,
};

/** Fetches the words about taking guests' details out, which only the records' place says. */
export async function loadExportWords(language: Language): Promise<Pick<Messages, 'exports'>> {
  return { exports: await loaders[language]() };
}
