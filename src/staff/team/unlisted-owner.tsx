import { useState } from 'react';
import type { Manifest } from '../../protocol/manifest.ts';
import type { AnyProblem } from '../../protocol/problems.ts';
import { Button } from '../../ui/components/button.tsx';
import { StateNote } from '../../ui/components/state-note.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { problemOf } from '../api/call.ts';
import { ProblemNote } from '../app/problem-note.tsx';
import { useTools } from '../app/tools.tsx';
import type { Session } from '../session/sign-in.ts';
import { useStepUp } from '../step-up/use-step-up.ts';
import { joinTeamList } from './read-team.ts';

interface UnlistedOwnerProps {
  readonly session: Session;
  readonly manifest: Manifest;
  readonly onListed: () => void;
}

/** The owner who reads the list isn't in it, and can put themselves there. */
export function UnlistedOwner({ session, manifest, onListed }: UnlistedOwnerProps) {
  const t = useMessages('staff').team;
  const { timers } = useTools();
  const stepUp = useStepUp();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<AnyProblem | null>(null);

  const join = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await stepUp(() => joinTeamList(session, manifest, timers.now()));
      onListed();
    } catch (error) {
      setProblem(problemOf(error));
      setBusy(false);
    }
  };

  return (
    <>
      {problem !== null && <ProblemNote problem={problem} />}
      <StateNote
        state="warning"
        word={t.unlisted}
        action={
          <Button busy={busy} onClick={() => void join()}>
            {t.joinList}
          </Button>
        }
      >
        {t.unlistedText}
      </StateNote>
    </>
  );
}
