import { useEffect, useRef } from 'react';
import { focusHeading } from '../desk/use-kept-focus.ts';

/**
 * Where one screen took another's place, the button that led there is gone and the focus with it: it goes to the new screen's heading.
 * `screen` names what is shown, null while nothing is; the first one leaves the focus where the page's loading put it.
 */
export function useScreenFocus(screen: string | null): void {
  const shown = useRef(screen);
  useEffect(() => {
    const before = shown.current;
    if (screen === null || screen === before) return;
    shown.current = screen;
    if (before !== null && document.activeElement === document.body) focusHeading(document.body);
  }, [screen]);
}
