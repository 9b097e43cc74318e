import { useCallback, useEffect, useRef, useState } from 'react';
import { type AnyProblem, Refusal } from '../../protocol/problems.ts';
import type { PurposeId } from '../../protocol/purposes.ts';
import type { YesOrNo } from '../../ui/components/yes-no.tsx';
import { type Device, onReturn } from '../phone/device.ts';
import { type ChoiceProgress, idle } from './choice-progress.ts';
import type { ShownRules } from './prepare-acts.ts';
import { isPassing } from './registration-acts.ts';

/** `seen`: the rules a card showed of its own, where they aren't the page's. */
type Decide = (purpose: PurposeId, to: YesOrNo, seen: ShownRules | null) => Promise<void>;

type Progress = ReadonlyMap<PurposeId, ChoiceProgress>;

/** Problems that mean: somebody decided on another device meanwhile. */
const elsewhere: ReadonlySet<AnyProblem> = new Set<AnyProblem>([
  'consent_replayed',
  'consent_forked',
  'already_erased',
  'gone',
]);

const firstPause = 3000;
const longestPause = 60_000;

/** How far each card's last tap has come. What waits for a connection is tried again by itself. */
export function useChoices(device: Device, decide: Decide) {
  const [progress, setProgress] = useState<Progress>(new Map());
  const waiting = useRef(new Map<PurposeId, YesOrNo>());
  const pause = useRef(firstPause);
  const seenOf = useRef(new Map<PurposeId, ShownRules | null>());

  const act = useCallback(
    async (purpose: PurposeId, to: YesOrNo) => {
      const become = (next: ChoiceProgress) => setProgress((before) => new Map(before).set(purpose, next));
      waiting.current.delete(purpose);
      become({ kind: 'busy', to });
      try {
        await decide(purpose, to, seenOf.current.get(purpose) ?? null);
        pause.current = firstPause;
        become({ kind: 'done', to });
      } catch (error) {
        const problem = error instanceof Refusal ? error.code : 'internal';
        if (isPassing(problem)) {
          waiting.current.set(purpose, to);
          become({ kind: 'waiting', to });
        } else if (elsewhere.has(problem)) become({ kind: 'elsewhere' });
        else become({ kind: 'failed', to, problem });
      }
    },
    [decide],
  );

  const choose = useCallback(
    (purpose: PurposeId, to: YesOrNo, seen: ShownRules | null = null) => {
      seenOf.current.set(purpose, seen);
      return act(purpose, to);
    },
    [act],
  );

  // A number: each try that fails again is a change of it.
  const howManyWait = [...progress.values()].filter(({ kind }) => kind === 'waiting').length;
  const anyUnsent = howManyWait > 0 || [...progress.values()].some(({ kind }) => kind === 'busy');
  useEffect(() => {
    if (howManyWait === 0) return undefined;
    const again = () => {
      for (const [purpose, to] of waiting.current) void act(purpose, to);
    };
    const stop = device.later(pause.current, again);
    pause.current = Math.min(pause.current * 2, longestPause);
    const forget = onReturn(device.window, again);
    return () => {
      stop();
      forget();
    };
  }, [howManyWait, act, device]);
  useEffect(() => {
    if (!anyUnsent) return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    device.window.addEventListener('beforeunload', warn);
    return () => device.window.removeEventListener('beforeunload', warn);
  }, [anyUnsent, device]);

  const retry = useCallback(
    (purpose: PurposeId) => {
      const last = progress.get(purpose);
      if (last?.kind === 'waiting' || last?.kind === 'failed') void act(purpose, last.to);
    },
    [progress, act],
  );
  const progressOf = useCallback((purpose: PurposeId) => progress.get(purpose) ?? idle, [progress]);
  return { progressOf, choose, retry };
}
