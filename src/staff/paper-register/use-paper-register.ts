import { useCallback, useEffect, useState } from 'react';
import { type PaperRecord, type PaperRegister, paperState } from '../../protocol/paper-record.ts';
import type { AnyProblem } from '../../protocol/problems.ts';
import { problemOf } from '../api/call.ts';
import type { Session } from '../session/sign-in.ts';
import type { Timers } from '../session/timers.ts';

/** Days end, and colleagues enter sheets: asked for again. */
const refreshMilliseconds = 10 * 60_000;

export interface KnownPaper {
  /** Null until it was fetched once. */
  readonly register: PaperRegister | null;
  /** Sheets to be destroyed, and how many of them should be gone already. */
  readonly due: number;
  readonly overdue: number;
  readonly problem: AnyProblem | null;
  readonly reload: () => void;
  /** Puts a line the server answered with in its place. */
  readonly put: (record: PaperRecord) => void;
}

/** The register of paper, for the place that shows it and for what is said on every screen. */
export function usePaperRegister({ api }: Session, timers: Timers, onEnded: () => void): KnownPaper {
  const [register, setRegister] = useState<PaperRegister | null>(null);
  const [problem, setProblem] = useState<AnyProblem | null>(null);
  const load = useCallback(async () => {
    try {
      setRegister(await api.papers());
      setProblem(null);
    } catch (error) {
      const code = problemOf(error);
      if (code === 'session_ended') onEnded();
      else setProblem(code);
    }
  }, [api, onEnded]);
  useEffect(() => {
    let callOff = () => {};
    const again = () => {
      void load();
      callOff = timers.after(refreshMilliseconds, again);
    };
    again();
    return () => callOff();
  }, [load, timers]);
  const put = useCallback((record: PaperRecord) => {
    setRegister((known) => {
      if (known === null) return known;
      const others = known.records.filter((one) => one.record !== record.record);
      return { ...known, records: [...others, record].sort((a, b) => b.number - a.number) };
    });
  }, []);
  const reload = useCallback(() => void load(), [load]);
  const states = register?.records.map((record) => paperState(record, register.today)) ?? [];
  const overdue = states.filter((state) => state === 'overdue').length;
  const due = overdue + states.filter((state) => state === 'due').length;
  return { register, due, overdue, problem, reload, put };
}
