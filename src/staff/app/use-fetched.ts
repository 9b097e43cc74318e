import { useCallback, useEffect, useState } from 'react';
import type { AnyProblem } from '../../protocol/problems.ts';
import { problemOf } from '../api/call.ts';

export interface Fetched<Value> {
  /** Null until it was fetched once; what was known stays while it is fetched again. */
  readonly value: Value | null;
  readonly problem: AnyProblem | null;
  readonly put: (value: Value) => void;
  readonly load: () => void;
  readonly retry: () => void;
}

/** What a place shows, fetched when it opens. `fetch` must stay the same function. */
export function useFetched<Value>(fetch: () => Promise<Value>): Fetched<Value> {
  const [value, setValue] = useState<Value | null>(null);
  const [problem, setProblem] = useState<AnyProblem | null>(null);
  const load = useCallback(() => {
    fetch().then(
      (fetched) => setValue(() => fetched),
      (error: unknown) => setProblem(problemOf(error)),
    );
  }, [fetch]);
  useEffect(load, [load]);
  const put = useCallback((next: Value) => setValue(() => next), []);
  const retry = useCallback(() => {
    setProblem(null);
    load();
  }, [load]);
  return { value, problem, put, load, retry };
}
