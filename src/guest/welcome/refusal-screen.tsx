import type { ReactNode } from 'react';
import type { AnyProblem } from '../../protocol/problems.ts';
import { Button } from '../../ui/components/button.tsx';
import { Icon } from '../../ui/components/icon.tsx';
import { Screen } from '../../ui/components/screen.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import './refusal-screen.css';

interface RefusalScreenProps {
  readonly top?: ReactNode;
  readonly problem: AnyProblem;
  /** Null where there is nothing to load again with. */
  readonly window: Window | null;
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
export function RefusalScreen({ top, problem, window }: RefusalScreenProps) {
  const { title, text } = useMessages('problems')[problem];
  const t = useMessages('guest').refusal;
  return (
    <Screen
      top={top}
      actions={
        window !== null && passing.has(problem) ? (
          <Button kind="primary" wide onClick={() => window.location.reload()}>
            {t.again}
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
