import { useEffect } from 'react';
import type { AnyProblem } from '../../protocol/problems.ts';
import { Button } from '../../ui/components/button.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { ProblemNote } from './problem-note.tsx';

interface UnreadNoteProps {
  readonly problem: AnyProblem;
  readonly onRetry: () => void;
  /** Whether what was known before is shown meanwhile; what went wrong may have been an act of somebody's then. */
  readonly known?: boolean;
}

/**
 * Why what was only to be read isn't there, with a way to try again. What only the line was in the way of is fetched by itself once it is
 * back.
 */
export function UnreadNote({ problem, onRetry, known = false }: UnreadNoteProps) {
  const common = useMessages('common');
  const { unread } = useMessages('staff');
  const offline = problem === 'offline';
  useEffect(() => {
    if (!offline) return undefined;
    window.addEventListener('online', onRetry);
    return () => window.removeEventListener('online', onRetry);
  }, [offline, onRetry]);
  return (
    <ProblemNote
      problem={problem}
      text={offline && !known ? unread : undefined}
      action={<Button onClick={onRetry}>{common.retry}</Button>}
    />
  );
}
