import { useState } from 'react';
import { Button } from '../../ui/components/button.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { QuestionDialog } from '../app/question-dialog.tsx';

interface PlainPostersProps {
  readonly accepted: boolean;
  readonly onChange: (accepted: boolean) => Promise<void>;
}

/** Posters from before each had a number: still taken, or no more. */
export function PlainPosters({ accepted, onChange }: PlainPostersProps) {
  const t = useMessages('staff').posters.plain;
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const change = async (to: boolean) => {
    setBusy(true);
    await onChange(to);
    setBusy(false);
    setAsking(false);
  };
  return (
    <section className="plain-posters">
      <h2>{t.title}</h2>
      <p>{accepted ? t.accepted : t.ended}</p>
      <Button busy={busy && !asking} onClick={() => (accepted ? setAsking(true) : void change(true))}>
        {accepted ? t.end : t.accept}
      </Button>
      <QuestionDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t.end}
        action={
          <Button kind="destructive" busy={busy} onClick={() => void change(false)}>
            {t.end}
          </Button>
        }
      >
        <p>{t.endText}</p>
      </QuestionDialog>
    </section>
  );
}
