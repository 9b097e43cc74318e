import { useEffect, useRef } from 'react';
import { ArrivalCode } from '../../ui/components/arrival-code.tsx';
import { Button } from '../../ui/components/button.tsx';
import { StateNote } from '../../ui/components/state-note.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import type { DeskEntry } from './desk-entry.ts';

interface UnreadableDetailProps {
  readonly entry: DeskEntry;
  readonly onBack: () => void;
}

/** A registration of which the server can't read what it keeps: whose it is, and what to do. There is nothing to open. */
export function UnreadableDetail({ entry, onBack }: UnreadableDetailProps) {
  const t = useMessages('staff');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <article className="guest-detail">
      <div className="guest-detail__back">
        <Button kind="plain" icon="back" onClick={onBack}>
          {t.guest.back}
        </Button>
      </div>
      <header className="guest-detail__head">
        <h1 ref={heading} tabIndex={-1}>
          {t.guest.unreadable}
        </h1>
        <div className="guest-detail__code">
          <p>{t.guest.code}</p>
          <ArrivalCode code={entry.code} />
        </div>
      </header>
      <StateNote state="warning">{t.guest.unreadableText}</StateNote>
    </article>
  );
}
