import type { AnyProblem } from '../../protocol/problems.ts';
import { Button } from '../../ui/components/button.tsx';
import { ProgressNote } from '../../ui/components/progress-note.tsx';
import { Screen } from '../../ui/components/screen.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { StaffTop } from '../app/staff-top.tsx';
import { type OpeningStep, openingSteps } from './hotel-opening.ts';

interface MakingScreenProps {
  /** What is going on now. */
  readonly step: OpeningStep;
  readonly problem: AnyProblem | null;
  readonly onRetry: () => void;
  /** To the questions, to change an answer the server would not take. */
  readonly onBack: () => void;
}

/** Each step named when it really begins. */
export function MakingScreen({ step, problem, onRetry, onBack }: MakingScreenProps) {
  const t = useMessages('setup').making;
  const common = useMessages('common');
  return (
    <Screen top={<StaffTop />}>
      <h1>{problem === null ? t.title : t.failed}</h1>
      {problem === null ? (
        <>
          <p>{t.text}</p>
          <ProgressNote done={openingSteps.indexOf(step)} total={openingSteps.length}>
            {t.steps[step]}
          </ProgressNote>
        </>
      ) : (
        <ProblemNote
          problem={problem}
          action={
            <>
              <Button onClick={onRetry}>{common.retry}</Button>
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
