/** Tells waiting streams that rows of a property have changed. */
export class ChangeHub {
  readonly #waiting = new Map<string, Set<() => void>>();

  notify(property: string): void {
    const waiting = this.#waiting.get(property);
    this.#waiting.delete(property);
    for (const wake of waiting ?? []) wake();
  }

  /** Calls `wake` once, at the next change. Returns what takes that back. */
  onNext(property: string, wake: () => void): () => void {
    const waiting = this.#waiting.get(property) ?? new Set();
    this.#waiting.set(property, waiting.add(wake));
    return () => {
      waiting.delete(wake);
    };
  }
}
