import { useCallback, useEffect, useRef } from 'react';
import type { ShownList } from '../list/list-messages.ts';
import { useVirtualRows } from '../list/use-virtual-rows.ts';
import type { RowHeights } from '../list/row-heights.ts';
import type { DeskEntry } from './desk-entry.ts';
import type { WayBack } from './use-way-back.ts';

interface ListedRows {
  readonly list: ShownList;
  readonly chosen: string | null;
  readonly wayBack: WayBack;
  readonly heights: RowHeights;
  readonly onShowing: (first: number, last: number) => void;
}

/** The rows of the list that are drawn: what they hold is asked for as they come, and the one that was looked at comes back. */
export function useListedRows({ list, chosen, wayBack, heights, onShowing }: ListedRows) {
  const scroller = useRef<HTMLDivElement>(null);
  const { total, from, entries } = list;
  const entryAt = (place: number): DeskEntry | undefined => entries[place - from];
  const keyOf = useCallback((place: number) => entries[place - from]?.row.registration ?? place, [entries, from]);
  const rows = useVirtualRows({ count: total, scroller, heights, keyOf });
  const { items, scrollTo } = rows;
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0];
  useEffect(() => onShowing(first, last), [onShowing, first, last]);
  useEffect(() => {
    if (chosen === null && wayBack.place() >= 0) scrollTo(wayBack.place());
  }, [chosen, wayBack, scrollTo]);
  useEffect(() => {
    if (chosen === null) wayBack.focus(scroller.current?.closest<HTMLElement>('.guest-list') ?? null);
  });
  return { ...rows, scroller, entryAt, first };
}
