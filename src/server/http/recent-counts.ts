import type { Clock } from '../../protocol/ids.ts';
import type { Store } from '../store/store.ts';

/** Milliseconds. Counting walks whole tables, and anyone may ask. */
const keptFor = 10_000;

/** Rows per table, counted at most once in ten seconds. */
export class RecentCounts {
  readonly #store: Pick<Store, 'counts'>;
  readonly #clock: Clock;
  #last: { readonly at: number; readonly counts: ReturnType<Store['counts']> } | null = null;

  constructor(store: Pick<Store, 'counts'>, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
  }

  /** Rejects as the store does; a failure isn't kept. */
  async get(): ReturnType<Store['counts']> {
    const at = this.#clock();
    if (this.#last !== null && Math.abs(at - this.#last.at) < keptFor) return this.#last.counts;
    const mine = { at, counts: this.#store.counts() };
    this.#last = mine;
    try {
      return await mine.counts;
    } catch (error) {
      if (this.#last === mine) this.#last = null;
      throw error;
    }
  }
}
