import type { ReactNode } from 'react';
import { ProgressNote } from '../../ui/components/progress-note.tsx';
import { UnreadNote } from './unread-note.tsx';
import type { Fetched } from './use-fetched.ts';

interface FetchedPartProps<Value> {
  readonly fetched: Fetched<Value>;
  /** Said until it is there. */
  readonly loading: string;
  readonly children: (value: Value) => ReactNode;
}

/** A place's contents as far as they are known: on their way, there, or why not, with a way to try again. */
export function FetchedPart<Value>({ fetched: { value, problem, retry }, loading, children }: FetchedPartProps<Value>) {
  return (
    <>
      {problem !== null && <UnreadNote problem={problem} onRetry={retry} />}
      {value === null && problem === null && <ProgressNote>{loading}</ProgressNote>}
      {value !== null && children(value)}
    </>
  );
}
