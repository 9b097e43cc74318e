import type { Timers } from '../../../src/staff/session/timers.ts';

/** A clock the test turns: what is due runs in order. */
export class FakeTimers implements Timers {
  #now = 0;
  #due: { readonly at: number; readonly act: () => void }[] = [];

  readonly now = (): number => this.#now;
  readonly elapsed = (): number => this.#now;

  after(milliseconds: number, act: () => void): () => void {
    const entry = { at: this.#now + milliseconds, act };
    this.#due.push(entry);
    return () => {
      this.#due = this.#due.filter((other) => other !== entry);
    };
  }

  turn(milliseconds: number): void {
    const end = this.#now + milliseconds;
    for (;;) {
      const next = this.#due.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (next === undefined) break;
      this.#due = this.#due.filter((other) => other !== next);
      this.#now = Math.max(this.#now, next.at);
      next.act();
    }
    this.#now = end;
  }

  /** Time passes and nothing runs, as in a tablet that sleeps. */
  sleep(milliseconds: number): void {
    this.#now += milliseconds;
  }
}
