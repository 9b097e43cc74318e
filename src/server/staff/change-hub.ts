import type { DeskTopic } from '../../protocol/desk-topics.ts';

/** Tells waiting streams that rows of a property, or something else the desk is told of, have changed. */
export class ChangeHub {
  readonly #waiting = new Map<string, Set<() => void>>();
  readonly #times = new Map<string, number>();

  /** How often that has changed since the server started. */
  times(property: string, topic: DeskTopic): number {
    return this.#times.get(`${property} ${topic}`) ?? 0;
  }

  tell(property: string, topic: DeskTopic): void {
    this.#times.set(`${property} ${topic}`, this.times(property, topic) + 1);
    this.notify(property);
  }

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
