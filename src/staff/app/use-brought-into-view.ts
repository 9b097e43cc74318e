import { type RefObject, useEffect, useRef } from 'react';

/** What the reference is on is brought onto the screen each time what is shown changes to something; not when its place is opened. */
export function useBroughtIntoView<Box extends Element>(shown: unknown): RefObject<Box | null> {
  const box = useRef<Box>(null);
  const before = useRef(shown);
  useEffect(() => {
    if (before.current === shown) return;
    before.current = shown;
    if (shown !== null && shown !== false) bringIntoView(box.current);
  }, [shown]);
  return box;
}

/** No further than it needs. `scroll-padding` keeps it clear of the bars that lie over a page's end. */
export function bringIntoView(box: Element | null | undefined): void {
  box?.scrollIntoView({ block: 'nearest' });
}
