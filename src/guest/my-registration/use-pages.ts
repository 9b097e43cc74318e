import { useCallback, useEffect, useState } from 'react';
import * as z from 'zod/mini';

export const minePages = ['home', 'rules', 'copy', 'correct', 'review', 'delete'] as const;
export type MinePage = (typeof minePages)[number];

interface HistoryMark {
  readonly foyerMine: MinePage;
  /** Entries since home. */
  readonly depth: number;
}

/** The pages as entries of the browser's history, so that the phone's own back button goes one page back. */
export function usePages(window: Window) {
  const [page, setPage] = useState<MinePage>('home');
  useEffect(() => {
    if (markOf(window.history.state) !== null) window.history.replaceState(null, '');
    const moved = (event: PopStateEvent) => setPage(markOf(event.state)?.foyerMine ?? 'home');
    window.addEventListener('popstate', moved);
    return () => window.removeEventListener('popstate', moved);
  }, [window]);
  const go = useCallback(
    (next: MinePage) => {
      const depth = (markOf(window.history.state)?.depth ?? 0) + 1;
      const mark: HistoryMark = { foyerMine: next, depth };
      window.history.pushState(mark, '');
      setPage(next);
    },
    [window],
  );
  const back = useCallback(() => window.history.back(), [window]);
  /** Home at once: after something was done for good, the way back doesn't lead through its pages. */
  const home = useCallback(() => {
    const depth = markOf(window.history.state)?.depth ?? 0;
    if (depth > 0) window.history.go(-depth);
    setPage('home');
  }, [window]);
  return { page, go, back, home };
}

const markSchema = z.object({ foyerMine: z.enum(minePages), depth: z.int().check(z.gte(1), z.lte(100)) });

function markOf(state: unknown): HistoryMark | null {
  const parsed = markSchema.safeParse(state);
  return parsed.success ? parsed.data : null;
}
