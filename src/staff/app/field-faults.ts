import type { Language } from '../../protocol/languages.ts';

/** What is wrong with a form's answers, by path. */
export type FieldFaults = ReadonlyMap<string, 'missing' | 'long' | 'wrong'>;

export type PerLanguage = Readonly<Record<Language, string>>;

export const nothingTyped: PerLanguage = { 'zh-Hans': '', en: '' };

/** Collects faults while a form is read. */
export class FaultFinder {
  readonly faults = new Map<string, 'missing' | 'long' | 'wrong'>();

  /** A text that has to be there and not be longer than `most` characters; gives it trimmed. */
  line(path: string, typed: string, most: number): string {
    const text = typed.trim();
    if (text === '') this.faults.set(path, 'missing');
    else if (text.length > most) this.faults.set(path, 'long');
    return text;
  }

  /** The same in each of the hotel's languages. */
  lines(
    path: string,
    typed: PerLanguage,
    languages: readonly Language[],
    most: number,
  ): Partial<Record<Language, string>> {
    const texts: Partial<Record<Language, string>> = {};
    for (const language of languages) texts[language] = this.line(`${path}.${language}`, typed[language], most);
    return texts;
  }
}
