import type { Clock } from '../../protocol/ids.ts';

/** Time as the desk uses it, passed in so that tests can turn the clock. */
export interface Timers {
  readonly now: Clock;
  /** Runs `act` once after so many milliseconds; the answer calls it off. */
  after(milliseconds: number, act: () => void): () => void;
}

/** The device's own time. Looked up at each call, so a test that replaces the clock replaces this one. */
export const deviceTimers: Timers = {
  now: () => Date.now(),
  after: (milliseconds, act) => {
    const timer = setTimeout(act, milliseconds);
    return () => clearTimeout(timer);
  },
};
