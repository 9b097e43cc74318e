import {
  elementScroll,
  measureElement,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
} from '@tanstack/react-virtual';
import { type Key, type RefObject, useCallback, useLayoutEffect, useReducer, useState } from 'react';

interface VirtualRows {
  readonly count: number;
  readonly scroller: RefObject<HTMLElement | null>;
  /** Pixels a row is taken for until it has been measured. */
  readonly height: number;
  readonly keyOf: (place: number) => string | number;
}

export interface RowPlace {
  readonly key: Key;
  readonly index: number;
  /** Pixels from the top of all rows. */
  readonly start: number;
}

/** Of a long list the rows on the screen and a few around them, and how tall all of them are. */
export function useVirtualRows({ count, scroller, height, keyOf }: VirtualRows) {
  const [, redraw] = useReducer((times: number) => times + 1, 0);
  const options = {
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 8,
    getItemKey: keyOf,
    scrollToFn: elementScroll<HTMLElement>,
    // Behind somebody's details the list isn't drawn: its rows are as tall as they were, not nothing.
    measureElement: (
      element: HTMLElement,
      entry: ResizeObserverEntry | undefined,
      known: Virtualizer<HTMLElement, HTMLElement>,
    ) =>
      measureElement(element, entry, known) ||
      (known.measurementsCache[known.indexFromElement(element)]?.size ?? height),
    observeElementRect: observeElementRect<HTMLElement>,
    observeElementOffset: observeElementOffset<HTMLElement>,
    onChange: () => redraw(),
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
