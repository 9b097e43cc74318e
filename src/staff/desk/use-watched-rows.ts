import { useEffect } from 'react';
import type { DeskRequest } from '../../protocol/request.ts';
import type { DeskStore } from './desk-store.ts';

/** Keeps the rows at hand that places beside the list speak of: whom requests are about, who is looked at, and whom the register is about. */
export function useWatchedRows(
  store: DeskStore,
  requests: readonly DeskRequest[] | null,
  chosen: string | null,
  register: boolean,
  today: string,
): void {
  const meant = requests?.flatMap(({ registration }) => registration ?? []).join(' ') ?? '';
  useEffect(
    () => store.watch(meant === '' ? [] : meant.split(' '), chosen, register),
    [store, meant, chosen, register],
  );
  useEffect(() => store.setDay(today), [store, today]);
}
