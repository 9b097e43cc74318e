import { type ComponentType, createContext, lazy, type ReactNode, Suspense, useContext } from 'react';

interface Children {
  readonly children: ReactNode;
}

const WholeAtOnce = ({ children }: Children) => <>{children}</>;
const TurnsContext = createContext<readonly ComponentType<Children>[]>([]);

/** Gives out turns: what is inside the first `InTurn` comes alive a task after the page, the second a task later, and so on. */
export const Turns = TurnsContext;

/** One for each part of a page that is already drawn. `task` settles in a task of its own. */
export function makeTurns(count: number, task: () => Promise<void>): readonly ComponentType<Children>[] {
  return Array.from({ length: count }, (_, turn) =>
    lazy(async () => {
      // In the order of the turns, whichever part stands first on the page.
      for (let before = 0; before <= turn; before += 1) await task();
      return { default: WholeAtOnce };
    }),
  );
}

/**
 * A part of the page the server drew that can wait a moment for its script: between the turns a slow phone answers taps. Holds
 * one element; the ids in it stay the server's. Where no turns are given out, as on the server, it is there at once.
 */
export function InTurn({ turn, children }: Children & { readonly turn: number }) {
  const Turn = useContext(TurnsContext)[turn] ?? WholeAtOnce;
  return (
    <Suspense fallback={null}>
      <Turn>{children}</Turn>
    </Suspense>
  );
}
