import { useState } from 'react';
import type { Invitation } from '../../protocol/invitation.ts';
import type { AnyProblem } from '../../protocol/problems.ts';
import { Button } from '../../ui/components/button.tsx';
import { StateNote } from '../../ui/components/state-note.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { problemOf } from '../api/call.ts';
import { ProblemNote } from '../app/problem-note.tsx';
import type { Session } from '../session/sign-in.ts';
import { useStepUp } from '../step-up/use-step-up.ts';

interface ShutOutProps {
  readonly session: Session;
  readonly invitation: Invitation;
  readonly onLetIn: () => void;
  readonly onEnded: () => void;
}

/** Somebody whose keys may be in other hands, and who hasn't answered in time: out until an owner says otherwise. */
export function ShutOut({ session, invitation, onLetIn, onEnded }: ShutOutProps) {
  const t = useMessages('staff').team;
  const stepUp = useStepUp();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<AnyProblem | null>(null);
  const { id, displayName } = invitation;
  const letIn = async () => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    try {
      await stepUp(() => session.api.callOffInvitation(id));
      onLetIn();
    } catch (error) {
      const code = problemOf(error);
      if (code === 'session_ended') onEnded();
      else setProblem(code);
      setBusy(false);
    }
  };
  return (
    <>
      <StateNote state="warning" word={t.shutOut}>
        {t.shutOutText}
      </StateNote>
      <p>{t.letInText}</p>
      {problem !== null && <ProblemNote problem={problem} />}
      <Button busy={busy} onClick={() => void letIn()}>
        {t.letIn(displayName)}
      </Button>
    </>
  );
}
