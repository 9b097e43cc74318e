import { useEffect, useMemo, useRef } from 'react';

/** From somebody's details back to the row they were opened from. */
export interface WayBack {
  /** The row's place in the list, -1 where there is nowhere to go back to or the row has left the list. */
  readonly place: () => number;
  /**
   * Gives the focus back to the row, once the details are closed and unless it went elsewhere meanwhile. The list itself has the focus
   * until the row is drawn, and keeps it where the row is no longer among those shown.
   */
  readonly focus: (list: HTMLElement | null) => void;
}

/** Remembers whose details are open; `place` is theirs in the list now. */
export function useWayBack(chosen: string | null, place: number): WayBack {
  const last = useRef<{ readonly registration: string; readonly place: number }>(null);
  useEffect(() => {
    if (chosen !== null) last.current = { registration: chosen, place };
  }, [chosen, place]);
  return useMemo(
    () => ({
      place: () => last.current?.place ?? -1,
      focus: (list) => {
        if (last.current === null || list === null) return;
        const { activeElement } = document;
        const isLost = activeElement === null || activeElement === document.body || activeElement === list;
        const row = list.querySelector<HTMLElement>(`[data-registration="${last.current.registration}"] button`);
        if (isLost) (row ?? list).focus({ preventScroll: true });
        if (!isLost || row !== null) last.current = null;
      },
    }),
    [],
  );
}
