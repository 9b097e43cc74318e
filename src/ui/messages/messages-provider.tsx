import { createContext, type ReactNode, useContext, useEffect, useMemo } from 'react';
import type { Language } from '../../protocol/languages.ts';
import { textDirection } from './language.ts';
import type { MessageArea, Messages } from './messages.ts';

interface MessagesInUse {
  readonly language: Language;
  readonly catalogue: Partial<Messages>;
}

const MessagesContext = createContext<MessagesInUse | undefined>(undefined);

/**
 * Gives the words to everything inside, and the page its language and direction. One per app, at its root. Changing `language` and `catalogue` re-renders and remounts nothing, so what
 * was typed stays.
 */
export function MessagesProvider(props: MessagesInUse & { readonly children: ReactNode }) {
  const { language, catalogue, children } = props;
  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dir = textDirection(language);
  }, [language]);
  const value = useMemo(() => ({ language, catalogue }), [language, catalogue]);
  return <MessagesContext value={value}>{children}</MessagesContext>;
}

/** Words in another language than the page's, for what stands inside an element of that language. */
export function MessagesWithin({ children, ...messages }: MessagesInUse & { readonly children: ReactNode }) {
  return <MessagesContext value={messages}>{children}</MessagesContext>;
}

/** The words of one area: `const t = useMessages('guest')`. Throws when the app did not load that area. */
export function useMessages<A extends MessageArea>(area: A): Messages[A] {
  const messages = useInUse().catalogue[area];
  if (messages === undefined) throw new Error(`the ${area} messages are not loaded`);
  return messages;
}

/** Everything the app has loaded to say; for giving it on with more. */
export function useCatalogue(): Partial<Messages> {
  return useInUse().catalogue;
}

export function useLanguage(): Language {
  return useInUse().language;
}

function useInUse(): MessagesInUse {
  const inUse = useContext(MessagesContext);
  if (inUse === undefined) throw new Error('there is no MessagesProvider above');
  return inUse;
}
