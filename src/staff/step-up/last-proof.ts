import { stepUpSeconds } from '../../protocol/step-up.ts';
import type { Timers } from '../session/timers.ts';

/** Milliseconds the device counts a proof as over before the server does: an act takes its time to be made and sent. */
export const proofMargin = 15_000;

/**
 * When the person of a session last proved themselves, by this device: its elapsed time or its clock, whichever says that it is longer
 * ago, since one may stand still while the tablet sleeps and the other may be set.
 */
export class LastProof {
  readonly #timers: Pick<Timers, 'now' | 'elapsed'>;
  #at: { readonly now: number; readonly elapsed: number };

  /** The person has just signed in. */
  constructor(timers: Pick<Timers, 'now' | 'elapsed'>) {
    this.#timers = timers;
    this.#at = this.#moment();
  }

  /** Proves the person once more; it counts from before it was asked for. Throws as `prove`. */
  async renew(prove: () => Promise<void>): Promise<void> {
    const at = this.#moment();
    await prove();
    this.#at = at;
  }

  holds(): boolean {
    const { now, elapsed } = this.#moment();
    return Math.max(now - this.#at.now, elapsed - this.#at.elapsed) < stepUpSeconds * 1000 - proofMargin;
  }

  #moment() {
    return { now: this.#timers.now(), elapsed: this.#timers.elapsed() };
  }
}
