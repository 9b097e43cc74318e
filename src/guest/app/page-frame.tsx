import { type ReactNode, useEffect, useState } from 'react';
import { type Language, languages } from '../../protocol/languages.ts';
import { useAssisted } from '../assisted/assisted-context.ts';
import { LanguageSwitch } from '../../ui/components/language-switch.tsx';
import type { GuestMessages } from '../../ui/messages/en/guest.ts';
import type { GuestCatalogue } from '../../ui/messages/messages.ts';
import { MessagesProvider } from '../../ui/messages/messages-provider.tsx';
import type { Device } from '../phone/device.ts';
import { applyWords, rememberLanguage, type Words } from './words.ts';

interface PageFrameProps {
  readonly words: Words;
  readonly device: Device;
  readonly title: (guest: GuestMessages) => string;
  /** Fetches these pages' words in another language. */
  readonly load: (language: Language) => Promise<GuestCatalogue>;
  /** Gets the language switch to put at the top. */
  readonly children: (top: ReactNode) => ReactNode;
}

/** Words, title and language switch of the pages that stand alone. */
export function PageFrame({ words: first, device, title, load, children }: PageFrameProps) {
  const assisted = useAssisted();
  const [words, setWords] = useState(first);
  const { language, catalogue } = words;
  const name = title(catalogue.guest);
  useEffect(() => applyWords(device.window.document, language, name), [device, language, name]);
  async function change(wanted: Language) {
    try {
      setWords({ language: wanted, catalogue: await load(wanted) });
      rememberLanguage(device.window, wanted);
    } catch {
      // Without a connection the words stay as they are; the page says nothing untrue.
    }
  }
  return (
    <MessagesProvider language={language} catalogue={catalogue}>
      {children(
        <>
          {assisted !== null && <assisted.Top />}
          <LanguageSwitch languages={languages} onSelect={(wanted) => void change(wanted)} />
        </>,
      )}
    </MessagesProvider>
  );
}
