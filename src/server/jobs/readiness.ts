import type { Store } from '../store/store.ts';

export type ReadinessReason = 'storage' | 'commit' | 'expiry' | 'retention';

/** Whether the server can do its work. What failed last counts until it works again. */
export class Readiness {
  readonly #store: Store;
  readonly #failing = new Set<ReadinessReason>();
  readonly #watched = new Map<ReadinessReason, () => boolean>();

  constructor(store: Store) {
    this.#store = store;
  }

  note(reason: ReadinessReason, works: boolean): void {
    if (works) this.#failing.delete(reason);
    else this.#failing.add(reason);
  }

  /** What is asked whenever readiness is: whether it works. */
  watch(reason: ReadinessReason, works: () => boolean): void {
    this.#watched.set(reason, works);
  }

  /** Empty when ready. */
  async reasons(): Promise<ReadinessReason[]> {
    const reads = await this.#store.properties().then(
      () => true,
      () => false,
    );
    const stopped = [...this.#watched].filter(([, works]) => !works()).map(([reason]) => reason);
    return [...(reads ? [] : (['storage'] as const)), ...this.#failing, ...stopped];
  }
}
