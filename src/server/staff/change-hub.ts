/** Tells waiting streams that rows of a property, its queue of requests or its approvals have changed. */
export class ChangeHub {
  readonly #waiting = new Map<string, Set<() => void>>();
  readonly #requests = new Map<string, number>();
  readonly #approvals = new Map<string, number>();

  /** How many changes of the queue there were since the server started. */
  requests(property: string): number {
    return this.#requests.get(property) ?? 0;
  }

  notifyRequests(property: string): void {
    this.#requests.set(property, this.requests(property) + 1);
    this.notify(property);
  }

  /** How often an approval was asked for or answered since the server started. */
  approvals(property: string): number {
    return this.#approvals.get(property) ?? 0;
  }

  notifyApprovals(property: string): void {
    this.#approvals.set(property, this.approvals(property) + 1);
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
