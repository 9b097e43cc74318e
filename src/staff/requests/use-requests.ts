import { useCallback, useEffect, useState } from 'react';
import type { AnyProblem } from '../../protocol/problems.ts';
import type { DeskRequest, DeskRequests } from '../../protocol/request.ts';
import { problemOf } from '../api/call.ts';
import type { Session } from '../session/sign-in.ts';
import type { Timers } from '../session/timers.ts';

export interface Queue {
  /** Null until they were fetched once. Open ones first by due date, then the newest closed ones. */
  readonly requests: readonly DeskRequest[] | null;
  /** When those were opened that the server can't read. */
  readonly unreadable: readonly string[];
  /** Why the newest fetch failed; what was known stays. */
  readonly problem: AnyProblem | null;
  readonly reload: () => void;
}

/** The days left are counted by the server, so the list is asked for again also when nothing has changed. */
const refreshMilliseconds = 15 * 60_000;

interface Answer extends DeskRequests {
  /** Of which state of the queue. */
  readonly mark: number;
}

/** The queue, asked for again whenever `mark` changes. */
export function useRequests({ api }: Session, timers: Timers, mark: number, onEnded: () => void): Queue {
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [problem, setProblem] = useState<AnyProblem | null>(null);
  const load = useCallback(
    async (asked: number) => {
      try {
        const queue = await api.requests();
        // An answer that was overtaken by a later one is left aside.
        setAnswer((known) => (known !== null && known.mark > asked ? known : { mark: asked, ...queue }));
        setProblem(null);
      } catch (error) {
        const code = problemOf(error);
        if (code === 'session_ended') onEnded();
        else setProblem(code);
      }
    },
    [api, onEnded],
  );
  useEffect(() => {
    let callOff = () => {};
    const again = () => {
      void load(mark);
      callOff = timers.after(refreshMilliseconds, again);
    };
    again();
    return () => callOff();
  }, [load, timers, mark]);
  const reload = useCallback(() => void load(mark), [load, mark]);
  return { requests: answer?.requests ?? null, unreadable: answer?.unreadable ?? [], problem, reload };
}

export function isOverdue({ outcome, due }: DeskRequest, today: string): boolean {
  return outcome === 'open' && due < today;
}
