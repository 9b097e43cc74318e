import { useCallback, useEffect, useRef, useState } from 'react';
import type { Trail } from '../phone/trail.ts';

export const screens = ['choose', 'ending', 'details', 'review', 'receipt'] as const;
export type Screen = (typeof screens)[number];

export interface Screens {
  readonly screen: Screen;
  /** One screen on; the phone's back button comes back here. */
  readonly go: (screen: Screen) => void;
  readonly back: () => void;
}

interface HistoryMark {
  readonly foyer: Screen;
}

/**
 * The screens as entries of the browser's history, so that the phone's own back button goes one screen back and never out of the form.
 * After sealing there is no way back into it: every earlier entry shows the receipt.
 *
 * @param allowed whether a screen can be shown with what is known now; the first can always
 */
export function useScreens(trail: Trail | null, allowed: (screen: Screen) => boolean): Screens {
  const [screen, setScreen] = useState<Screen>('choose');
  const sealed = useRef(false);
  const check = useRef(allowed);
  useEffect(() => {
    check.current = allowed;
  }, [allowed]);

  useEffect(() => {
    if (trail === null) return undefined;
    // What an entry of an earlier visit says is not known any more.
    if (markOf(trail.state()) !== null) trail.replace(null);
    return trail.onMove((mark) => {
      if (sealed.current) return;
      const wanted = markOf(mark) ?? 'choose';
      setScreen(check.current(wanted) ? wanted : 'choose');
    });
  }, [trail]);

  const go = useCallback(
    (next: Screen) => {
      sealed.current = next === 'receipt';
      const mark: HistoryMark = { foyer: next };
      if (next === 'receipt') trail?.replace(mark);
      else trail?.push(mark);
      setScreen(next);
    },
    [trail],
  );
  const back = useCallback(() => trail?.go(-1), [trail]);
  return { screen, go, back };
}

function markOf(state: unknown): Screen | null {
  if (typeof state !== 'object' || state === null || !('foyer' in state)) return null;
  return screens.find((screen) => screen === state.foyer) ?? null;
}
