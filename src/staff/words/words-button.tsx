import { useState } from 'react';
import type { Language } from '../../protocol/languages.ts';
import { Button } from '../../ui/components/button.tsx';
import type { StaffTopic } from '../../ui/messages/closed-lists.ts';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import type { Hotel } from '../session/read-hotel.ts';
import { WordsDialog } from './words-dialog.tsx';

interface WordsButtonProps {
  readonly hotel: Hotel;
  readonly guestLanguage: Language;
  /** Opens at these words; the button is then named after them. */
  readonly topic?: StaffTopic;
}

/** Opens the words for a moment with a guest. */
export function WordsButton({ hotel, guestLanguage, topic }: WordsButtonProps) {
  const t = useMessages('staff').words;
  const [open, setOpen] = useState(false);
  const about = topic === undefined ? {} : { topic };
  return (
    <>
      <Button kind="plain" icon="language" onClick={() => setOpen(true)}>
        {topic === undefined ? t.open : t.about(t.topic[topic])}
      </Button>
      {open && <WordsDialog hotel={hotel} guestLanguage={guestLanguage} {...about} onClose={() => setOpen(false)} />}
    </>
  );
}
