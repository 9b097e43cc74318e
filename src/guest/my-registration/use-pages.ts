import { useCallback, useEffect, useState } from 'react';
import * as z from 'zod/mini';
import type { Trail } from '../phone/trail.ts';

export const minePages = ['home', 'rules', 'copy', 'correct', 'review', 'delete'] as const;
export type MinePage = (typeof minePages)[number];

interface HistoryMark {
  readonly foyerMine: MinePage;
  /** Entries since home. */
  readonly depth: number;
}

/** The pages as entries of the browser's history, so that the phone's own back button goes one page back. */
export function usePages(trail: Trail) {
  const [page, setPage] = useState<MinePage>('home');
  useEffect(() => {
    if (markOf(trail.state()) !== null) trail.replace(null);
    return trail.onMove((mark) => setPage(markOf(mark)?.foyerMine ?? 'home'));
  }, [trail]);
  const go = useCallback(
    (next: MinePage) => {
      const depth = (markOf(trail.state())?.depth ?? 0) + 1;
      const mark: HistoryMark = { foyerMine: next, depth };
      trail.push(mark);
      setPage(next);
    },
    [trail],
  );
  const back = useCallback(() => trail.go(-1), [trail]);
  /** Home at once: after something was done for good, the way back doesn't lead through its pages. */
  const home = useCallback(() => {
    const depth = markOf(trail.state())?.depth ?? 0;
    if (depth > 0) trail.go(-depth);
    setPage('home');
  }, [trail]);
  return { page, go, back, home };
}

const markSchema = z.object({ foyerMine: z.enum(minePages), depth: z.int().check(z.gte(1), z.lte(100)) });

function markOf(state: unknown): HistoryMark | null {
  const parsed = markSchema.safeParse(state);
  return parsed.success ? parsed.data : null;
}
