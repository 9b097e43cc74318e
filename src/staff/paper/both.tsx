import { createContext, type ReactNode, useContext } from 'react';
import type { PaperLanguage } from './read-notices.ts';

export const PaperLanguagesContext = createContext<readonly PaperLanguage[]>([]);

export function usePaperLanguages(): readonly PaperLanguage[] {
  return useContext(PaperLanguagesContext);
}

interface BothProps {
  /** What one language says here; undefined where it says nothing. */
  readonly say: (words: PaperLanguage) => ReactNode;
  /** On one line, with a dot between. */
  readonly inline?: boolean;
}

/** The same in each language of the sheet, marked as that language for whoever listens and for the line breaks. */
export function Both({ say, inline = false }: BothProps) {
  return usePaperLanguages().map((words, at) => {
    const said = say(words);
    if (said === undefined || said === '') return null;
    return (
      <span key={words.language} lang={words.language} className={inline ? 'both both--inline' : 'both'}>
        {inline && at > 0 ? ' · ' : ''}
        {said}
      </span>
    );
  });
}
