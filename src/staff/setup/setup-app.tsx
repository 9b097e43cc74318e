import { useCallback, useEffect, useState } from 'react';
import type { SetupStart } from '../../protocol/api.ts';
import type { AnyProblem } from '../../protocol/problems.ts';
import { Button } from '../../ui/components/button.tsx';
import { ProgressNote } from '../../ui/components/progress-note.tsx';
import { Screen } from '../../ui/components/screen.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { problemOf } from '../api/call.ts';
import { ProblemNote } from '../app/problem-note.tsx';
import { StaffTop } from '../app/staff-top.tsx';
import { useTools } from '../app/tools.tsx';
import type { OpenedHotel } from './hotel-opening.ts';
import { SetupConversation } from './setup-conversation.tsx';

interface SetupAppProps {
  readonly token: string;
  readonly onBegun: (opened: OpenedHotel) => void;
}

/** Checks the one-time link before anything is asked. */
export function SetupApp({ token, onBegun }: SetupAppProps) {
  const t = useMessages('setup');
  const common = useMessages('common');
  const { door, timers } = useTools();
  const [begin, setBegin] = useState<{ readonly start: SetupStart; readonly ahead: number } | null>(null);
  const [problem, setProblem] = useState<AnyProblem | null>(null);
  const check = useCallback(() => {
    const accept = (start: SetupStart) => setBegin({ start, ahead: start.now - timers.now() });
    const refuse = (error: unknown) => setProblem(problemOf(error));
    door.startSetup(token).then(accept, refuse);
  }, [door, timers, token]);
  useEffect(check, [check]);

  if (begin !== null) {
    return (
      <SetupConversation token={token} start={begin.start} now={() => timers.now() + begin.ahead} onBegun={onBegun} />
    );
  }
  return (
    <Screen top={<StaffTop />}>
      {problem === null ? (
        <ProgressNote>{t.checking}</ProgressNote>
      ) : (
        <>
          <h1>{t.linkProblem}</h1>
          <ProblemNote problem={problem} action={<Button onClick={check}>{common.retry}</Button>} />
        </>
      )}
    </Screen>
  );
}
