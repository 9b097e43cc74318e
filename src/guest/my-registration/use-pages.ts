import { useCallback, useEffect, useState } from 'react';

export const minePages = ['home', 'rules', 'copy', 'correct', 'review', 'delete'] as const;
export type MinePage = (typeof minePages)[number];

interface HistoryMark {
  readonly foyerMine: MinePage;
}

/** The pages as entries of the browser's history, so that the phone's own back button goes one page back. */
export function usePages(window: Window) {
  const [page, setPage] = useState<MinePage>('home');
  useEffect(() => {
    if (markOf(window.history.state) !== null) window.history.replaceState(null, '');
    const moved = (event: PopStateEvent) => setPage(markOf(event.state) ?? 'home');
    window.addEventListener('popstate', moved);
    return () => window.removeEventListener('popstate', moved);
  }, [window]);
  const go = useCallback(
    (next: MinePage) => {
      const mark: HistoryMark = { foyerMine: next };
      window.history.pushState(mark, '');
      setPage(next);
    },
    [window],
  );
  const back = useCallback(() => window.history.back(), [window]);
  /** Home without a way forward into what was left: after something was done for good. */
  const home = useCallback(() => {
    window.history.replaceState(null, '');
    setPage('home');
  }, [window]);
  return { page, go, back, home };
}

function markOf(state: unknown): MinePage | null {
  if (typeof state !== 'object' || state === null || !('foyerMine' in state)) return null;
  return minePages.find((page) => page === state.foyerMine) ?? null;
}
