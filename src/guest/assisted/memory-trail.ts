import type { Trail } from '../phone/trail.ts';

/** A trail nobody can walk back after the page has gone: the browser's history has no entry of any screen. */
export function memoryTrail(): Trail {
  const marks: unknown[] = [null];
  const listeners = new Set<(mark: unknown) => void>();
  let at = 0;
  return {
    state: () => marks[at],
    replace: (mark) => {
      marks[at] = mark;
    },
    push: (mark) => {
      marks.splice(at + 1, marks.length, mark);
      at += 1;
    },
    go: (steps) => {
      const to = at + steps;
      if (to < 0 || to >= marks.length) return;
      at = to;
      for (const listener of listeners) listener(marks[at]);
    },
    onMove: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
