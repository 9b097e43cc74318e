import type { Clock } from '../../protocol/ids.ts';

interface Failures {
  readonly count: number;
  readonly until: number;
}

/** Failures that cost nothing, and the longest wait in seconds. */
const free = 4;
const longest = 60;
/** Most names remembered of either kind; the longest known is forgotten first. */
const capacity = 50_000;
/** Milliseconds after its wait until a name is forgiven. */
const forgiven = 15 * 60_000;

/**
 * Slows guessing: per name, never per address (a hotel's tablets share one). After four failures each next one doubles the wait,
 * up to a minute. A name that doesn't exist is slowed the same way, so waiting tells nothing; those are remembered apart, so that
 * whoever makes up enough of them makes nobody's waiting be forgotten.
 */
export class Backoff {
  readonly #clock: Clock;
  readonly #known = new Map<string, Failures>();
  readonly #madeUp = new Map<string, Failures>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Seconds until this name may try again; 0 when now. */
  wait(name: string): number {
    const failures = this.#of(name);
    if (failures === undefined) return 0;
    const left = failures.until - this.#clock();
    if (left < -forgiven) this.succeeded(name);
    return Math.max(0, Math.ceil(left / 1000));
  }

  /** `exists` is false for a name that is nobody's. */
  failed(name: string, exists = true): void {
    const count = (this.#of(name)?.count ?? 0) + 1;
    const seconds = count < free ? 0 : Math.min(longest, 2 ** (count - free + 1));
    this.succeeded(name);
    const names = exists ? this.#known : this.#madeUp;
    names.set(name, { count, until: this.#clock() + seconds * 1000 });
    const oldest = names.keys().next();
    if (names.size > capacity && oldest.done !== true) names.delete(oldest.value);
  }

  succeeded(name: string): void {
    this.#known.delete(name);
    this.#madeUp.delete(name);
  }

  #of(name: string): Failures | undefined {
    return this.#known.get(name) ?? this.#madeUp.get(name);
  }
}
