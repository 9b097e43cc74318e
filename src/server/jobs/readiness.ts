import type { Store } from '../store/store.ts';

export type ReadinessReason = 'storage' | 'commit' | 'expiry';

/** Whether the server can do its work. What failed last counts until it works again. */
export class Readiness {
  readonly #store: Store;
  readonly #failing = new Set<ReadinessReason>();

  constructor(store: Store) {
    this.#store = store;
  }

  note(reason: ReadinessReason, works: boolean): void {
    if (works) this.#failing.delete(reason);
    else this.#failing.add(reason);
  }

  /** Empty when ready. */
  async reasons(): Promise<ReadinessReason[]> {
    const reads = await this.#store.properties().then(
      () => true,
      () => false,
    );
    return reads ? [...this.#failing] : ['storage', ...this.#failing];
  }
}
