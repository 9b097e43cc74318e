import { useState } from 'react';
import type { PaperDestruction, PaperRecord } from '../../protocol/paper-record.ts';
import type { AnyProblem } from '../../protocol/problems.ts';
import { Button } from '../../ui/components/button.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { problemOf } from '../api/call.ts';
import { ProblemNote } from '../app/problem-note.tsx';
import { QuestionDialog } from '../app/question-dialog.tsx';
import type { Session } from '../session/sign-in.ts';

interface DestroyPaperDialogProps {
  readonly session: Session;
  readonly record: PaperRecord;
  readonly destruction: PaperDestruction;
  readonly today: string;
  readonly onDone: (record: PaperRecord) => void;
  readonly onClose: () => void;
  readonly onEnded: () => void;
}

/** The second tap: it cannot be taken back, so it is asked whether the paper is really gone. */
export function DestroyPaperDialog(props: DestroyPaperDialogProps) {
  const { session, record, destruction, today, onDone, onClose, onEnded } = props;
  const t = useMessages('staff').paperRegister;
  const [working, setWorking] = useState(false);
  const [problem, setProblem] = useState<AnyProblem | null>(null);
  const early = record.parts.some(
    ({ purpose, due, destroyed }) =>
      destroyed === null &&
      (destruction.how !== 'struck-out' || destruction.purpose === purpose) &&
      (due === null || due > today),
  );
  const note = async () => {
    if (working) return;
    setWorking(true);
    setProblem(null);
    try {
      onDone(await session.api.destroyPaper(record.record, destruction));
    } catch (error) {
      const code = problemOf(error);
      if (code === 'session_ended') onEnded();
      else setProblem(code);
      setWorking(false);
    }
  };
  return (
    <QuestionDialog
      onClose={onClose}
      title={t.sure.title(record.number)}
      action={
        <Button kind="destructive" busy={working} onClick={() => void note()}>
          {t.sure.yes}
        </Button>
      }
    >
      <p>{t.sure[destruction.how]}</p>
      {early && <p>{t.sure.early}</p>}
      {problem !== null && <ProblemNote problem={problem} />}
    </QuestionDialog>
  );
}
