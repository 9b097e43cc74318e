import type { ReactNode } from 'react';
import type { AnyProblem } from '../../protocol/problems.ts';
import { Button } from '../../ui/components/button.tsx';
import { Icon } from '../../ui/components/icon.tsx';
import { Screen } from '../../ui/components/screen.tsx';
import { loadProblemWords } from '../../ui/messages/load-problem-words.ts';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { MoreMessages } from '../../ui/messages/more-messages.tsx';
import { useHasProblemWords, useProblemWords } from '../../ui/messages/use-problem-words.ts';
import './refusal-screen.css';

interface RefusalScreenProps {
  readonly top?: ReactNode;
  readonly problem: AnyProblem;
  /** Null where there is nothing to load again with. */
  readonly window: Window | null;
  /** Tries again without loading the page, where what it needs would be lost with it. */
  readonly onAgain?: (() => void) | undefined;
}

/** Loading again can help with these. */
const passing: ReadonlySet<AnyProblem> = new Set<AnyProblem>([
  'offline',
  'unexpected_answer',
  'internal',
  'storage_unavailable',
  'too_many_attempts',
  'manifest_suite',
  'manifest_expired',
]);

/** One plain page for one problem: what happened, whether anything was sent, what to do. */
export function RefusalScreen(props: RefusalScreenProps) {
  if (useHasProblemWords(props.problem)) return <Refused {...props} />;
  return (
    <MoreMessages load={loadProblemWords} without={<Refused {...props} />}>
      <Refused {...props} />
    </MoreMessages>
  );
}

function Refused({ top, problem, window, onAgain }: RefusalScreenProps) {
  const { title, text } = useProblemWords()(problem);
  const t = useMessages('guest').refusal;
  const common = useMessages('common');
  const reload = window === null ? undefined : () => window.location.reload();
  const again = onAgain ?? reload;
  return (
    <Screen
      top={top}
      actions={
        again !== undefined && passing.has(problem) ? (
          <Button kind="primary" wide onClick={again}>
            {onAgain === undefined ? t.again : common.retry}
          </Button>
        ) : undefined
      }
    >
      <div className="refusal-screen">
        <Icon name="warning" size="large" />
        <h1 tabIndex={-1}>{title}</h1>
        <p className="refusal-screen__text">{text}</p>
        <h2 className="refusal-screen__desk">
          <Icon name="desk" /> {t.desk}
        </h2>
        <p>{t.deskText}</p>
        <p className="refusal-screen__code">{t.code(problem)}</p>
      </div>
    </Screen>
  );
}
