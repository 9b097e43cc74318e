import { useCallback, useEffect, useRef, useState } from 'react';
import { IdleLock } from './idle-lock.ts';
import type { Timers } from './timers.ts';

const touches = ['pointerdown', 'keydown', 'wheel', 'touchmove', 'input'] as const;

/** Watches for touches while the desk is open. `locksAt` is set while the warning stands. */
export function useIdleLock(timers: Timers, onLock: () => void) {
  const [locksAt, setLocksAt] = useState<number | null>(null);
  const lock = useRef<IdleLock>(null);
  const lockNow = useRef(onLock);
  useEffect(() => {
    lockNow.current = onLock;
  }, [onLock]);
  useEffect(() => {
    const idle = new IdleLock(timers, {
      onWarning: setLocksAt,
      onCalm: () => setLocksAt(null),
      onLock: () => lockNow.current(),
    });
    lock.current = idle;
    const touched = () => idle.touch();
    const woken = () => idle.check();
    for (const touch of touches) document.addEventListener(touch, touched, { passive: true, capture: true });
    document.addEventListener('visibilitychange', woken);
    return () => {
      for (const touch of touches) document.removeEventListener(touch, touched, { capture: true });
      document.removeEventListener('visibilitychange', woken);
      idle.stop();
    };
  }, [timers]);
  const stay = useCallback(() => lock.current?.touch(), []);
  return { locksAt, stay };
}
