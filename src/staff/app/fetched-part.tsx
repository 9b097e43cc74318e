import { type ReactNode, useEffect } from 'react';
import { Button } from '../../ui/components/button.tsx';
import { ProgressNote } from '../../ui/components/progress-note.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { ProblemNote } from './problem-note.tsx';
import type { Fetched } from './use-fetched.ts';

interface FetchedPartProps<Value> {
  readonly fetched: Fetched<Value>;
  /** Said until it is there. */
  readonly loading: string;
  readonly children: (value: Value) => ReactNode;
}

/**
 * A place's contents as far as they are known: on their way, there, or why not, with a way to try again. What only the line was in the way
 * of is fetched by itself once it is back.
 */
export function FetchedPart<Value>({ fetched: { value, problem, retry }, loading, children }: FetchedPartProps<Value>) {
  const common = useMessages('common');
  const { unread } = useMessages('staff');
  const offline = problem === 'offline';
  useEffect(() => {
    if (!offline) return undefined;
    window.addEventListener('online', retry);
    return () => window.removeEventListener('online', retry);
  }, [offline, retry]);
  return (
    <>
      {problem !== null && (
        <ProblemNote
          problem={problem}
          text={offline ? unread : undefined}
          action={<Button onClick={retry}>{common.retry}</Button>}
        />
      )}
      {value === null && problem === null && <ProgressNote>{loading}</ProgressNote>}
      {value !== null && children(value)}
    </>
  );
}
