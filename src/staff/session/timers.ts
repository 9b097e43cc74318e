import type { Clock } from '../../protocol/ids.ts';

/** Time as the desk uses it, passed in so that tests can turn the clock. */
export interface Timers {
  readonly now: Clock;
  /** Milliseconds that have passed since some moment: nobody sets it back or ahead, and it may stand still while the device sleeps. */
  readonly elapsed: Clock;
  /** Runs `act` once after so many milliseconds; the answer calls it off. */
  after(milliseconds: number, act: () => void): () => void;
}

/** The device's own time. Looked up at each call, so a test that replaces the clock replaces this one. */
export const deviceTimers: Timers = {
  now: () => Date.now(),
  elapsed: () => performance.now(),
  after: (milliseconds, act) => {
    const timer = setTimeout(act, milliseconds);
    return () => clearTimeout(timer);
  },
};
