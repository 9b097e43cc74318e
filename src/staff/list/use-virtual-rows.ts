import {
  elementScroll,
  measureElement,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
} from '@tanstack/react-virtual';
import { type Key, type RefObject, useCallback, useDeferredValue, useLayoutEffect, useReducer, useState } from 'react';
import { flushSync } from 'react-dom';
import type { RowHeights } from './row-heights.ts';

interface VirtualRows {
  readonly count: number;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly heights: RowHeights;
  /** Everything is placed anew when it is another function. */
  readonly keyOf: (place: number) => string | number;
}

export interface RowPlace {
  readonly key: Key;
  readonly index: number;
  /** Pixels from the top of all rows. */
  readonly start: number;
}

/** Rows above and below those on the screen. */
const around = 4;

/** Of a long list the rows on the screen and a few around them, and how tall all of them are. */
export function useVirtualRows({ count, scroller, heights, keyOf }: VirtualRows) {
  const [, redraw] = useReducer((times: number) => times + 1, 0);
  // What is on the screen is drawn first, what is around it in a turn of its own.
  const overscan = useDeferredValue(count === 0 ? 0 : around, 0);
  const options = {
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => heights.usual,
    overscan,
    getItemKey: keyOf,
    scrollToFn: elementScroll<HTMLElement>,
    // The observer tells how tall a row is once it has been laid out; asking for it sooner would lay everything out for that alone.
    // Behind somebody's details the list isn't drawn: its rows are as tall as they were, not nothing.
    measureElement: (
      element: HTMLElement,
      entry: ResizeObserverEntry | undefined,
      known: Virtualizer<HTMLElement, HTMLElement>,
    ) => {
      const before = known.measurementsCache[known.indexFromElement(element)]?.size ?? heights.usual;
      const now = entry === undefined ? 0 : measureElement(element, entry, known);
      if (now === 0) return before;
      heights.note(now, before);
      return now;
    },
    observeElementRect: observeElementRect<HTMLElement>,
    observeElementOffset: observeElementOffset<HTMLElement>,
    onChange: () => {
      // Rows that turn out to be of another height are put right before anybody has seen them.
      if (heights.takeMoved()) flushSync(redraw);
      else redraw();
    },
  };
  const [rows] = useState(() => new Virtualizer<HTMLElement, HTMLElement>(options));
  rows.setOptions(options);
  useLayoutEffect(() => rows._didMount(), [rows]);
  useLayoutEffect(() => rows._willUpdate());
  const measure = useCallback((element: HTMLElement | null) => rows.measureElement(element), [rows]);
  const scrollTo = useCallback((place: number) => rows.scrollToIndex(place, { align: 'auto' }), [rows]);
  const items: readonly RowPlace[] = rows.getVirtualItems();
  return { items, size: rows.getTotalSize(), measure, scrollTo };
}
