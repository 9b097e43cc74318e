import { useCallback, useEffect, useRef, useState } from 'react';
import type { Device } from '../phone/device.ts';
import { type IdleWipe, startIdleWipe } from './idle-wipe.ts';

const touches = ['pointerdown', 'keydown', 'wheel', 'touchmove', 'input'] as const;

/** Watches for touches. `wipesAt` is set while the question stands. */
export function useIdleWipe(device: Device, onGone: () => void) {
  const [wipesAt, setWipesAt] = useState<number | null>(null);
  const idle = useRef<IdleWipe | null>(null);
  const gone = useRef(onGone);
  useEffect(() => {
    gone.current = onGone;
  }, [onGone]);
  useEffect(() => {
    const { document } = device.window;
    const watch = startIdleWipe(device, {
      onAsk: setWipesAt,
      onCalm: () => setWipesAt(null),
      onGone: () => {
        setWipesAt(null);
        gone.current();
      },
    });
    idle.current = watch;
    const touched = () => watch.touch();
    const woken = () => watch.check();
    for (const touch of touches) document.addEventListener(touch, touched, { passive: true, capture: true });
    document.addEventListener('visibilitychange', woken);
    return () => {
      for (const touch of touches) document.removeEventListener(touch, touched, { capture: true });
      document.removeEventListener('visibilitychange', woken);
      watch.stop();
    };
  }, [device]);
  const restart = useCallback(() => {
    setWipesAt(null);
    idle.current?.restart();
  }, []);
  return { wipesAt, restart };
}
