import type { Clock } from '../protocol/ids.ts';

/** Milliseconds two clocks may lie apart before the slower is taken to have been set back, or to have stood still. */
const apart = 1000;

/**
 * What sessions, waits and grants of minutes and hours are measured by while the process lives. It never goes back, and time passes for
 * it at least as fast as for either of two clocks: the wall clock, which goes on while the machine sleeps, and `elapsed`, which nobody
 * can set. Setting the wall clock back lengthens nothing; setting it ahead ends things early.
 */
export class SteadyClock {
  readonly #wall: Clock;
  readonly #elapsed: Clock;
  /** What each clock lacks to be this one. */
  #wallLacks = 0;
  #elapsedLacks: number;
  #now: number;

  constructor({ clock, elapsed }: { readonly clock: Clock; readonly elapsed: Clock }) {
    this.#wall = clock;
    this.#elapsed = elapsed;
    this.#now = clock();
    this.#elapsedLacks = this.#now - elapsed();
  }

  /** Milliseconds from some moment. */
  readonly now = (): number => {
    const [wall, elapsed] = [this.#wall(), this.#elapsed()];
    this.#now = Math.max(this.#now, wall + this.#wallLacks, Math.floor(elapsed + this.#elapsedLacks));
    if (this.#now - wall - this.#wallLacks > apart) this.#wallLacks = this.#now - wall;
    if (this.#now - elapsed - this.#elapsedLacks > apart) this.#elapsedLacks = this.#now - elapsed;
    return this.#now;
  };

  /** A moment of this clock as the wall clock would name it now, for people to read. */
  toWall(moment: number): number {
    return moment - this.now() + this.#wall();
  }
}
