import { useEffect, useState } from 'react';
import type { Timers } from './timers.ts';

/** Whole seconds until a moment, told anew each second; `onOver` is called once when none are left. */
export function useSecondsLeft(timers: Timers, until: number, onOver?: () => void): number {
  const [now, setNow] = useState(() => timers.now());
  useEffect(() => {
    let callOff = () => {};
    const tick = () => {
      const time = timers.now();
      setNow(time);
      if (time >= until) onOver?.();
      else callOff = timers.after(Math.min(1000, until - time), tick);
    };
    tick();
    return () => callOff();
  }, [timers, until, onOver]);
  return Math.max(0, Math.ceil((until - now) / 1000));
}
