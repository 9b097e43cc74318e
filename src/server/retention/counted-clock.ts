import type { Clock } from '../../protocol/ids.ts';

/** Milliseconds. */
const day = 86_400_000;

export interface CountedClockParts {
  /** The wall clock; may be wrong by years, and may jump. */
  readonly clock: Clock;
  /** Milliseconds since some moment, never set by anyone: it can stand still while the machine sleeps, and never runs ahead of time. */
  readonly elapsed: Clock;
  /** What `now` was when it was last kept; null on the very first start. */
  readonly kept: number | null;
}

/**
 * The time terms are counted by: never ahead of the true time, so that nothing is erased early, whatever the wall clock says.
 *
 * From a moment that was believed it goes on only as time really passes in this process. The wall clock can't move it by itself. What
 * can is a second clock: a guest's phone signs its own time into the consent it sends, and the lower of the two clocks is believed, so
 * that one of them may be wrong. And the owner can say that the wall clock is right.
 * It never goes back, except where the owner says so; what is erased stays erased.
 */
export class CountedClock {
  readonly #clock: Clock;
  readonly #elapsed: Clock;
  #base: number;
  #since: number;

  constructor({ clock, elapsed, kept }: CountedClockParts) {
    this.#clock = clock;
    this.#elapsed = elapsed;
    this.#base = kept ?? clock();
    this.#since = elapsed();
  }

  /** Whole milliseconds. */
  now(): number {
    return this.#base + Math.floor(Math.max(0, this.#elapsed() - this.#since));
  }

  wall(): number {
    return this.#clock();
  }

  /** `held`: the wall clock is more than a day ahead and waits to be confirmed. `behind`: it is more than a day behind. */
  state(): 'sound' | 'held' | 'behind' {
    const ahead = this.#clock() - this.now();
    if (ahead > day) return 'held';
    return ahead < -day ? 'behind' : 'sound';
  }

  /** A phone's own time, as it signed it. */
  witness(time: number): void {
    const believed = Math.min(time, this.#clock());
    if (believed > this.now()) this.#set(believed);
  }

  /** The owner has looked at the wall clock. */
  confirm(): void {
    this.#set(this.#clock());
  }

  #set(time: number): void {
    this.#base = time;
    this.#since = this.#elapsed();
  }
}
