import { useCallback, useEffect, useState } from 'react';
import type { AnyProblem } from '../../protocol/problems.ts';
import { Button } from '../../ui/components/button.tsx';
import { ProgressNote } from '../../ui/components/progress-note.tsx';
import { Screen } from '../../ui/components/screen.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { problemOf } from '../api/call.ts';
import { ProblemNote } from '../app/problem-note.tsx';
import { StaffTop } from '../app/staff-top.tsx';
import { type HotelOpening, type OpenedHotel, type OpeningStep, openingSteps } from './hotel-opening.ts';

interface MakingScreenProps {
  readonly opening: HotelOpening;
  readonly onOpened: (opened: OpenedHotel) => void;
  /** To the questions, to change an answer the server would not take. */
  readonly onBack: () => void;
}

/** Each step named when it really begins. */
export function MakingScreen({ opening, onOpened, onBack }: MakingScreenProps) {
  const t = useMessages('setup').making;
  const common = useMessages('common');
  const [step, setStep] = useState<OpeningStep>('keys');
  const [problem, setProblem] = useState<AnyProblem | null>(null);
  const run = useCallback(() => {
    setProblem(null);
    opening.run(setStep).then(onOpened, (error: unknown) => setProblem(problemOf(error)));
  }, [opening, onOpened]);
  // Once for each opening: `onOpened` is new with every render and must not start a second run.
  const [started, setStarted] = useState<HotelOpening | null>(null);
  useEffect(() => {
    if (started === opening) return;
    setStarted(opening);
    run();
  }, [started, opening, run]);
  const done = openingSteps.indexOf(step);
  return (
    <Screen top={<StaffTop />}>
      <h1>{problem === null ? t.title : t.failed}</h1>
      {problem === null ? (
        <>
          <p>{t.text}</p>
          <ProgressNote done={done} total={openingSteps.length}>
            {t.steps[step]}
          </ProgressNote>
        </>
      ) : (
        <ProblemNote
          problem={problem}
          action={
            <>
              <Button onClick={run}>{common.retry}</Button>
              <Button kind="plain" onClick={onBack}>
                {common.back}
              </Button>
            </>
          }
        />
      )}
    </Screen>
  );
}
