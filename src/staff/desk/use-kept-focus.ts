import { type RefObject, useEffect, useRef } from 'react';

/**
 * Where a place shows another screen, the button that led there is gone, and the focus with it: whoever works with the keyboard would
 * begin at the top of the page again. It goes to the new screen's heading instead, as soon as there is one. What still stands on the
 * page when it loses the focus was left by a hand, and is left alone. The list and its details keep the focus by themselves; only when
 * the desk opens, its heading is given it.
 */
export function useKeptFocus(place: string | null): RefObject<HTMLDivElement | null> {
  const shell = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) focusHeading(shell.current, { preventScroll: true });
  }, []);
  useEffect(() => {
    const root = shell.current;
    if (root === null) return undefined;
    let last: Element | null = document.activeElement;
    const take = (event: FocusEvent) => {
      last = event.target instanceof Element ? event.target : null;
    };
    const leave = ({ target }: FocusEvent) => {
      queueMicrotask(() => {
        if (target === last && target instanceof Element && target.isConnected) last = null;
      });
    };
    const keep = () => {
      if (last === null || last.isConnected || document.activeElement !== document.body) return;
      focusHeading(root);
    };
    const observer = new MutationObserver(keep);
    if (place !== 'desk') observer.observe(root, { childList: true, subtree: true });
    root.addEventListener('focusin', take);
    root.addEventListener('focusout', leave);
    return () => {
      observer.disconnect();
      root.removeEventListener('focusin', take);
      root.removeEventListener('focusout', leave);
    };
  }, [place]);
  return shell;
}

/** To the heading of what is on the page, made able to hold the focus; nothing where there is none. */
export function focusHeading(root: HTMLElement | null, options?: FocusOptions): void {
  const heading = root?.querySelector('h1') ?? null;
  if (heading === null) return;
  if (!heading.hasAttribute('tabindex')) heading.tabIndex = -1;
  heading.focus(options);
}
