import type { Clock } from '../../protocol/ids.ts';

/** Milliseconds. */
const day = 86_400_000;

/** A moment that is over wherever this runs. */
const surelyOver = Date.parse('2026-11-01T00:00:00Z');

export interface CountedClockParts {
  /** The wall clock; may be wrong by years, and may jump. */
  readonly clock: Clock;
  /** Milliseconds since some moment, never set by anyone: it can stand still while the machine sleeps, and never runs ahead of time. */
  readonly elapsed: Clock;
  /** What `now` was when it was last kept; null where no time was ever believed. */
  readonly kept: number | null;
}

/**
 * The time terms are counted by: never ahead of the true time, so that nothing is erased early, whatever the wall clock says.
 *
 * It begins with the hotel and goes on only as time really passes in this process. The wall clock can't move it by itself. What can is a
 * second clock: the device of the owner who sets the hotel up, and of whoever of the staff signs in, says what time it has, and the lower
 * of the two is believed, so that one of them may be wrong. No guest's phone moves it: registering is public, and a phone says whatever
 * its owner likes. And the owner can say that the wall clock is right.
 * It never goes back, except where the owner says so; what is erased stays erased.
 */
export class CountedClock {
  readonly #clock: Clock;
  readonly #elapsed: Clock;
  #base: number;
  #since: number;
  #begun: boolean;

  constructor({ clock, elapsed, kept }: CountedClockParts) {
    this.#clock = clock;
    this.#elapsed = elapsed;
    this.#base = kept ?? Math.min(surelyOver, clock());
    this.#since = elapsed();
    this.#begun = kept !== null;
  }

  /** Whether some time was believed; until then it counts from a moment that was over before anything was kept here. */
  get begun(): boolean {
    return this.#begun;
  }

  /** Whole milliseconds. */
  now(): number {
    return this.#base + Math.floor(Math.max(0, this.#elapsed() - this.#since));
  }

  wall(): number {
    return this.#clock();
  }

  /**
   * `held`: no time was believed yet, or the wall clock is more than a day ahead and waits to be confirmed. `behind`: it is more than a day
   * behind, so that one of the two is wrong, and it may be this one.
   */
  state(): 'sound' | 'held' | 'behind' {
    if (!this.#begun) return 'held';
    const ahead = this.#clock() - this.now();
    if (ahead > day) return 'held';
    return ahead < -day ? 'behind' : 'sound';
  }

  /** The time the device has of a member of staff who has just signed in, or of the owner who sets the hotel up. */
  witness(time: number): void {
    const believed = Math.min(time, this.#clock());
    if (!this.#begun || believed > this.now()) this.#set(believed);
  }

  /** The owner has looked at the wall clock. */
  confirm(): void {
    this.#set(this.#clock());
  }

  #set(time: number): void {
    this.#base = time;
    this.#since = this.#elapsed();
    this.#begun = true;
  }
}
