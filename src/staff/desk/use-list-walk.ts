import { useLayoutEffect, useMemo } from 'react';
import type { DeskStore } from './desk-store.ts';
import { ListWalk } from './list-walk.ts';

/** Walking the list row by row from whoever is chosen, or from the row that has the focus. */
export function useListWalk(
  store: DeskStore,
  chosen: string | null,
  onChoose: (registration: string) => void,
): (by: 1 | -1) => void {
  // What is called changes with every drawing; the walk goes on over all of them.
  const walk = useMemo(() => new ListWalk(store.beside), [store]);
  useLayoutEffect(() => walk.calls(onChoose), [walk, onChoose]);
  useLayoutEffect(() => walk.at(chosen), [walk, chosen]);
  return (by) => void walk.step(by, placeInFocus());
}

/** Of the row that has the focus, -1 where none has. */
function placeInFocus(): number {
  return Number(document.activeElement?.closest('[data-index]')?.getAttribute('data-index') ?? -1);
}
