import type { Clock } from '../../protocol/ids.ts';

interface Failures {
  readonly count: number;
  readonly until: number;
}

/** Failures that cost nothing, and the longest wait in seconds. */
const free = 4;
const longest = 60;
/** Most names remembered; the longest known is forgotten first. */
const capacity = 50_000;
/** Milliseconds after its wait until a name is forgiven. */
const forgiven = 15 * 60_000;

/**
 * Slows guessing: per name, never per address (a hotel's tablets share one). After four failures each next one doubles the wait,
 * up to a minute. A name that doesn't exist is slowed the same way, so waiting tells nothing.
 */
export class Backoff {
  readonly #clock: Clock;
  readonly #failures = new Map<string, Failures>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Seconds until this name may try again; 0 when now. */
  wait(name: string): number {
    const failures = this.#failures.get(name);
    if (failures === undefined) return 0;
    const left = failures.until - this.#clock();
    if (left < -forgiven) this.#failures.delete(name);
    return Math.max(0, Math.ceil(left / 1000));
  }

  failed(name: string): void {
    const count = (this.#failures.get(name)?.count ?? 0) + 1;
    const seconds = count < free ? 0 : Math.min(longest, 2 ** (count - free + 1));
    this.#failures.delete(name);
    this.#failures.set(name, { count, until: this.#clock() + seconds * 1000 });
    const oldest = this.#failures.keys().next();
    if (this.#failures.size > capacity && oldest.done !== true) this.#failures.delete(oldest.value);
  }

  succeeded(name: string): void {
    this.#failures.delete(name);
  }
}
