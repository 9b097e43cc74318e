import type { PurposeId } from '../../protocol/purposes.ts';
import { Button } from '../../ui/components/button.tsx';
import { StateNote } from '../../ui/components/state-note.tsx';
import type { YesOrNo } from '../../ui/components/yes-no.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { useProblemWords } from '../../ui/messages/use-problem-words.ts';
import type { ChoiceProgress } from './choice-progress.ts';
import type { PurposeStanding } from './my-registration.ts';
import { StandingText } from './standing-text.tsx';

interface ChoiceStateProps {
  readonly standing: PurposeStanding;
  readonly progress: ChoiceProgress;
  /** Nothing to give again. */
  readonly retired: boolean;
  readonly onChoose: (purpose: PurposeId, answer: YesOrNo) => void;
  readonly onRetry: (purpose: PurposeId) => void;
}

/** Under a card's yes and no: how it stands, or how far the last tap has come. */
export function ChoiceState({ standing, progress, retired, onChoose, onRetry }: ChoiceStateProps) {
  const t = useMessages('myRegistration').choices;
  const common = useMessages('common');
  const problemWords = useProblemWords();
  switch (progress.kind) {
    case 'idle':
      return <StandingText standing={standing} law={false} />;
    case 'busy':
      return (
        <p className="choice-card__standing" role="status">
          {progress.to === 'no' ? t.takingBack : t.giving}
        </p>
      );
    case 'done':
      return (
        <StateNote
          state="done"
          word={progress.to === 'no' ? t.takenBack : t.given}
          announce="polite"
          action={
            !(retired && progress.to === 'no') && (
              <Button onClick={() => onChoose(standing.id, progress.to === 'no' ? 'yes' : 'no')}>
                {progress.to === 'no' ? t.giveAgain : t.takeBack}
              </Button>
            )
          }
        >
          <p>{progress.to === 'no' ? t.takenBackText : t.givenText}</p>
        </StateNote>
      );
    case 'waiting':
      return (
        <StateNote
          state="offline"
          word={t.waiting}
          announce="now"
          action={<Button onClick={() => onRetry(standing.id)}>{common.retry}</Button>}
        >
          <p>{progress.to === 'no' ? t.waitingToTakeBack : t.waitingToGive}</p>
        </StateNote>
      );
    case 'failed':
      return (
        <StateNote
          state="failed"
          word={t.failed}
          announce="now"
          action={<Button onClick={() => onRetry(standing.id)}>{common.retry}</Button>}
        >
          <p>{progress.to === 'no' ? t.stillYes : t.stillNo}</p>
          <p>{problemWords(progress.problem).title}</p>
        </StateNote>
      );
    case 'elsewhere':
      return (
        <StateNote state="warning" announce="now">
          <p>{t.elsewhere}</p>
        </StateNote>
      );
  }
}
