import { useState } from 'react';
import type { AnyProblem } from '../../protocol/problems.ts';
import type { RetentionStatus } from '../../protocol/retention-api.ts';
import { Button } from '../../ui/components/button.tsx';
import { StateNote } from '../../ui/components/state-note.tsx';
import { formatInstant } from '../../ui/messages/format-date.ts';
import { useLanguage, useMessages } from '../../ui/messages/messages-provider.tsx';
import { problemOf } from '../api/call.ts';
import { ProblemNote } from '../app/problem-note.tsx';
import type { Session } from '../session/sign-in.ts';
import { useStepUp } from '../step-up/use-step-up.ts';

interface RetentionNoteProps {
  readonly session: Session;
  readonly status: RetentionStatus;
  readonly onChanged: () => void;
}

/** What is wrong with the job, in one sentence and with one thing to do. Nothing where all is well. */
export function RetentionNote({ session, status, onChanged }: RetentionNoteProps) {
  const t = useMessages('staff').retention;
  const language = useLanguage();
  const [problem, setProblem] = useState<AnyProblem | null>(null);
  const instant = (text: string) => formatInstant(text, language, 'Asia/Shanghai');
  const { wall, counted } = status;
  const owner = session.person.role === 'owner';
  const stepUp = useStepUp();
  const confirm = () => {
    setProblem(null);
    stepUp(() => session.api.confirmClock(wall)).then(onChanged, (error: unknown) => setProblem(problemOf(error)));
  };
  return (
    <>
      {problem !== null && <ProblemNote problem={problem} />}
      {(status.failing || status.late) && (
        <StateNote state="failed" word={t.failing} announce="now">
          <p>{t.failingText}</p>
        </StateNote>
      )}
      {status.clock !== 'sound' && (
        <StateNote
          state="warning"
          word={t.clock}
          announce="polite"
          action={owner ? <Button onClick={confirm}>{t.clockRight}</Button> : undefined}
        >
          <p>{(status.clock === 'behind' ? t.clockBehindText : t.clockText)(instant(wall), instant(counted))}</p>
          {!owner && <p>{t.clockOwner}</p>}
        </StateNote>
      )}
    </>
  );
}
