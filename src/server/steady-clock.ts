import type { Clock } from '../protocol/ids.ts';
import { clockLeeway } from './in-time.ts';

/** Milliseconds two clocks may lie apart before the slower is taken to have been set back, or to have stood still. */
const apart = 1000;
/** Milliseconds that count as having passed while the server was off, where the wall clock was set back meanwhile and nobody knows. */
export const unknownPause = 12 * 3_600_000;

/** Where the clock stood when it was last kept, and what the wall clock said then, or had said before it was set back. Milliseconds. */
export interface KeptMoment {
  readonly moment: number;
  readonly wall: number;
}

export interface SteadyClockParts {
  readonly clock: Clock;
  /** Milliseconds since some moment, which nobody can set. */
  readonly elapsed: Clock;
  /** Null on the very first start. */
  readonly kept: KeptMoment | null;
}

/**
 * What everything that lasts minutes, hours or days is measured by: sessions, proofs, waits, approvals, invitations, replaced manifests,
 * links on paper. It never goes back, and time passes for it at least as fast as for either of two clocks: the wall clock, which goes on
 * while the machine sleeps, and `elapsed`, which nobody can set. Setting the wall clock back lengthens nothing; setting it ahead ends
 * things early.
 *
 * Its moments are kept in the database, and it goes on from where it was kept when the server starts again: the pause is what the wall
 * clock says has passed, or `unknownPause` where that clock was set back. A machine without a clock of its own is told the time a while
 * after such a start: for as long as `unknownPause`, a leap further than that counts from what the wall clock said when it was last kept.
 */
export class SteadyClock {
  readonly #wall: Clock;
  readonly #elapsed: Clock;
  /** What each clock lacks to be this one. */
  #wallLacks: number;
  #elapsedLacks: number;
  #now: number;
  /** What was kept before a start with the wall clock set back, until that clock is past it; `until` by `elapsed`. */
  #untold: (KeptMoment & { readonly until: number }) | null;

  constructor({ clock, elapsed, kept }: SteadyClockParts) {
    this.#wall = clock;
    this.#elapsed = elapsed;
    const wall = clock();
    this.#now = kept === null ? wall : kept.moment + pause(wall - kept.wall);
    this.#wallLacks = this.#now - wall;
    const from = elapsed();
    this.#elapsedLacks = this.#now - from;
    this.#untold = kept !== null && isSetBack(wall - kept.wall) ? { ...kept, until: from + unknownPause } : null;
  }

  /** Milliseconds from some moment. */
  readonly now = (): number => {
    const [wall, elapsed] = [this.#wall(), this.#elapsed()];
    const without = Math.max(this.#now, Math.floor(elapsed + this.#elapsedLacks));
    this.#now = Math.max(without, this.#byWall(wall, without));
    if (this.#untold !== null && (wall >= this.#untold.wall || elapsed >= this.#untold.until)) this.#untold = null;
    if (Math.abs(this.#now - wall - this.#wallLacks) > apart) this.#wallLacks = this.#now - wall;
    if (this.#now - elapsed - this.#elapsedLacks > apart) this.#elapsedLacks = this.#now - elapsed;
    return this.#now;
  };

  /** A moment of this clock as the wall clock would name it now, for people to read. */
  toWall(moment: number): number {
    return moment - this.now() + this.#wall();
  }

  /** Where it stands, to be kept. */
  kept(): KeptMoment {
    const moment = this.now();
    return { moment, wall: this.#untold?.wall ?? this.#wall() };
  }

  /** `without` is where it would stand by `elapsed` alone. */
  #byWall(wall: number, without: number): number {
    const followed = wall + this.#wallLacks;
    if (this.#untold === null || followed - without <= unknownPause) return followed;
    return Math.max(without + unknownPause, this.#untold.moment + wall - this.#untold.wall);
  }
}

function pause(passed: number): number {
  return isSetBack(passed) ? unknownPause : Math.max(0, passed);
}

function isSetBack(passed: number): boolean {
  return passed < -clockLeeway;
}
