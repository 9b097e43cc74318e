import { useState } from 'react';
import { Button } from '../../ui/components/button.tsx';
import { loadCompanionWords } from '../../ui/messages/load-companion-words.ts';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { MoreMessages } from '../../ui/messages/more-messages.tsx';
import '../companions/companion-note.css';

interface FilledNoteProps {
  /** Resolves when nothing is kept any more. */
  readonly onForget: () => Promise<void>;
}

/** Says where the details in the form come from, and forgets them on the spot. What is in the form now serves this registration only. */
export function FilledNote(props: FilledNoteProps) {
  return (
    <MoreMessages load={loadCompanionWords}>
      <Words {...props} />
    </MoreMessages>
  );
}

function Words({ onForget }: FilledNoteProps) {
  const t = useMessages('companions').returning;
  const [forgotten, setForgotten] = useState(false);
  return (
    <div className="companion-note" role="status">
      <p>{forgotten ? t.forgotten : t.filled}</p>
      {!forgotten && (
        <Button kind="plain" icon="delete" onClick={() => void onForget().then(() => setForgotten(true))}>
          {t.forget}
        </Button>
      )}
    </div>
  );
}
