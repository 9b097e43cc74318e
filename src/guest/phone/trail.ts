/** Where the screens of a visit are kept in order, so that "back" goes one screen back. Marks name screens, never what is on them. */
export interface Trail {
  /** The mark of where one is; null where there is none. */
  state(): unknown;
  replace(mark: unknown): void;
  push(mark: unknown): void;
  /** Moves by so many entries; negative is back. */
  go(steps: number): void;
  /** Calls back after a move with the mark there; returns how to stop that. */
  onMove(listener: (mark: unknown) => void): () => void;
}

/** The browser's own history: the phone's back button works. */
export function browserTrail(window: Window): Trail {
  return {
    state: (): unknown => window.history.state,
    replace: (mark) => window.history.replaceState(mark, ''),
    push: (mark) => window.history.pushState(mark, ''),
    go: (steps) => window.history.go(steps),
    onMove: (listener) => {
      const moved = (event: PopStateEvent) => listener(event.state);
      window.addEventListener('popstate', moved);
      return () => window.removeEventListener('popstate', moved);
    },
  };
}
