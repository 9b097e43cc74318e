import type { Clock } from '../protocol/ids.ts';
import { clockLeeway } from './in-time.ts';

/** Milliseconds two clocks may lie apart before the slower is taken to have been set back, or to have stood still. */
const apart = 1000;
/** Milliseconds that count as having passed while the server was off, where the wall clock was set back meanwhile and nobody knows. */
export const unknownPause = 12 * 3_600_000;

/** Where the clock stood when it was last kept, and what the wall clock said then. Milliseconds. */
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
 * clock says has passed, or `unknownPause` where that clock was set back.
 */
export class SteadyClock {
  readonly #wall: Clock;
  readonly #elapsed: Clock;
  /** What each clock lacks to be this one. */
  #wallLacks: number;
  #elapsedLacks: number;
  #now: number;

  constructor({ clock, elapsed, kept }: SteadyClockParts) {
    this.#wall = clock;
    this.#elapsed = elapsed;
    const wall = clock();
    this.#now = kept === null ? wall : kept.moment + pause(wall - kept.wall);
    this.#wallLacks = this.#now - wall;
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

  /** Where it stands, to be kept. */
  kept(): KeptMoment {
    return { moment: this.now(), wall: this.#wall() };
  }
}

function pause(passed: number): number {
  return passed < -clockLeeway ? unknownPause : Math.max(0, passed);
}
