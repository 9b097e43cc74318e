import type { ReactNode } from 'react';
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

/** A place's contents as far as they are known: on their way, there, or why not, with a way to try again. */
export function FetchedPart<Value>({ fetched: { value, problem, retry }, loading, children }: FetchedPartProps<Value>) {
  const common = useMessages('common');
  return (
    <>
      {problem !== null && <ProblemNote problem={problem} action={<Button onClick={retry}>{common.retry}</Button>} />}
      {value === null && problem === null && <ProgressNote>{loading}</ProgressNote>}
      {value !== null && children(value)}
    </>
  );
}
