import { useState } from 'react';
import type { Manifest } from '../../protocol/manifest.ts';
import type { AnyProblem } from '../../protocol/problems.ts';
import { Button } from '../../ui/components/button.tsx';
import { ButtonRow } from '../../ui/components/button-row.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { problemOf } from '../api/call.ts';
import { ProblemNote } from '../app/problem-note.tsx';
import { useTools } from '../app/tools.tsx';
import type { Session } from '../session/sign-in.ts';
import { useStepUp } from '../step-up/use-step-up.ts';
import { beginTeamAnew } from './read-team.ts';

interface RefusedListProps {
  readonly session: Session;
  readonly manifest: Manifest;
  /** Why it is refused. */
  readonly refused: AnyProblem;
  readonly onBegun: () => void;
}

/** A team list that can't be believed, and the way on: the owner alone, and everybody else's words once more. */
export function RefusedList({ session, manifest, refused, onBegun }: RefusedListProps) {
  const t = useMessages('staff').team;
  const { timers } = useTools();
  const stepUp = useStepUp();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<AnyProblem>(refused);

  const begin = async () => {
    setBusy(true);
    try {
      await stepUp(() => beginTeamAnew(session, manifest, timers.now()));
      onBegun();
    } catch (error) {
      setProblem(problemOf(error));
      setBusy(false);
    }
  };

  return (
    <>
      <ProblemNote problem={problem} unasked={problem === refused} />
      <p>{t.anewText}</p>
      <ButtonRow>
        <Button busy={busy} onClick={() => void begin()}>
          {t.anew}
        </Button>
      </ButtonRow>
    </>
  );
}
