import { type ReactNode, useEffect, useState } from 'react';
import type { Language } from '../../protocol/languages.ts';
import type { Messages } from './messages.ts';
import { MessagesProvider, useCatalogue, useLanguage } from './messages-provider.tsx';

interface MoreMessagesProps {
  /** Must stay the same function. */
  readonly load: (language: Language) => Promise<Partial<Messages>>;
  readonly children: ReactNode;
  /** Where they can't be fetched. */
  readonly without?: ReactNode;
}

/** Gives everything inside more words than the app began with. Nothing is shown until they are there. */
export function MoreMessages({ load, children, without }: MoreMessagesProps) {
  const language = useLanguage();
  const catalogue = useCatalogue();
  const [more, setMore] = useState<{ readonly language: Language; readonly words: Partial<Messages> } | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let current = true;
    load(language).then(
      (words) => current && setMore({ language, words }),
      () => current && setFailed(true),
    );
    return () => {
      current = false;
    };
  }, [load, language]);
  // While another language comes, the words stay as they were: what is inside keeps what it holds.
  if (more === null) return failed ? (without ?? null) : null;
  return (
    <MessagesProvider language={language} catalogue={{ ...catalogue, ...more.words }}>
      {children}
    </MessagesProvider>
  );
}
