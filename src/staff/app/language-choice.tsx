import { createContext, type ReactNode, use, useCallback, useEffect, useState } from 'react';
import type { Language } from '../../protocol/languages.ts';
import { textDirection } from '../../ui/messages/language.ts';
import { loadStaffCatalogue } from '../../ui/messages/load-staff-catalogue.ts';
import type { StaffCatalogue } from '../../ui/messages/messages.ts';
import { MessagesProvider } from '../../ui/messages/messages-provider.tsx';
import { useTools } from './tools.tsx';

const ChooseLanguage = createContext<(language: Language) => void>(() => undefined);

/** Changes the language of the screens, in place, and remembers it for this tablet. */
export function useChooseLanguage(): (language: Language) => void {
  return use(ChooseLanguage);
}

interface LanguageChoiceProps {
  readonly initial: { readonly language: Language; readonly catalogue: StaffCatalogue };
  readonly children: ReactNode;
}

export function LanguageChoice({ initial, children }: LanguageChoiceProps) {
  const { memory } = useTools();
  const [inUse, setInUse] = useState(initial);
  const choose = useCallback(
    async (language: Language) => {
      try {
        setInUse({ language, catalogue: await loadStaffCatalogue(language) });
        memory.change({ language });
      } catch {
        // Without a network the words can't be fetched: the screen stays as it is, in the language it had.
      }
    },
    [memory],
  );
  const chooseNow = useCallback((language: Language) => void choose(language), [choose]);
  useEffect(() => {
    document.documentElement.lang = inUse.language;
    document.documentElement.dir = textDirection(inUse.language);
    document.title = inUse.catalogue.staff.appName;
  }, [inUse]);
  return (
    <ChooseLanguage value={chooseNow}>
      <MessagesProvider language={inUse.language} catalogue={inUse.catalogue}>
        {children}
      </MessagesProvider>
    </ChooseLanguage>
  );
}
