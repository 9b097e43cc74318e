import { useEffect } from 'react';
import type { Timers } from '../session/timers.ts';

/** Milliseconds. Somebody is standing there and waits. */
const pause = 2000;

/** Asks again and again while `ask` is given, each time a moment after the last answer. `ask` deals with its own failures. */
export function usePolling(timers: Timers, ask: (() => Promise<void>) | null): void {
  useEffect(() => {
    let over = false;
    let callOff = () => {};
    const again = () => {
      if (ask === null || over) return;
      void ask().finally(() => {
        if (!over) callOff = timers.after(pause, again);
      });
    };
    again();
    return () => {
      over = true;
      callOff();
    };
  }, [timers, ask]);
}
