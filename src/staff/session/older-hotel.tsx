import { useState } from 'react';
import { Button } from '../../ui/components/button.tsx';
import { StateNote } from '../../ui/components/state-note.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { QuestionDialog } from '../app/question-dialog.tsx';
import type { Session } from './sign-in.ts';

interface OlderHotelProps {
  readonly session: Session;
  readonly onRetry: () => void;
  readonly onLeave: () => void;
}

/** The server shows a manifest older than this tablet has seen. Nobody goes on by themselves; an owner can, knowing what it means. */
export function OlderHotel({ session, onRetry, onLeave }: OlderHotelProps) {
  const t = useMessages('staff');
  const common = useMessages('common');
  const [asking, setAsking] = useState(false);
  // Who holds the root, whatever the server calls them.
  const owner = session.keyring.root !== null;

  const goOn = () => {
    setAsking(false);
    session.seenManifests.forget(session.property);
    onRetry();
  };

  return (
    <>
      <h1>{t.older.title}</h1>
      <StateNote
        state="failed"
        word={t.older.word}
        announce="now"
        action={
          <>
            <Button onClick={onRetry}>{common.retry}</Button>
            <Button kind="plain" onClick={onLeave}>
              {t.shell.signOut}
            </Button>
            {owner && (
              <Button kind="plain" onClick={() => setAsking(true)}>
                {t.older.restored}
              </Button>
            )}
          </>
        }
      >
        <p>{t.older.text}</p>
        <p>{owner ? t.older.owner : t.older.colleague}</p>
      </StateNote>
      <QuestionDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t.older.goOnTitle}
        action={
          <Button kind="destructive" onClick={goOn}>
            {t.older.goOnSubmit}
          </Button>
        }
      >
        <ul>
          {t.older.goOn.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </QuestionDialog>
    </>
  );
}
