import type { Timers } from '../session/timers.ts';

/** Does one thing after the other, in the order they came, and leaves each its time before the next begins, also one that failed. */
export class InTurn {
  readonly #timers: Timers;
  readonly #apart: number;
  #last: Promise<void> = Promise.resolve();

  constructor(timers: Timers, apart: number) {
    this.#timers = timers;
    this.#apart = apart;
  }

  add(work: () => Promise<void>): void {
    const pause = () => passed(this.#timers, this.#apart);
    this.#last = this.#last.then(work).then(pause, pause);
  }
}

export function passed(timers: Timers, milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    timers.after(milliseconds, resolve);
  });
}
