import type { DeskEntry } from './desk-entry.ts';

/** Asks for the row that is `by` rows from a registration's, or from a place. */
export type Beside = (from: string | number, by: number) => Promise<DeskEntry | undefined>;

/**
 * Goes from row to row, also where the next one isn't near the screen. Quick presses count from the row that was asked for last: what is
 * on the screen may still be the one before it.
 */
export class ListWalk {
  readonly #beside: Beside;
  #choose: (registration: string) => void = () => undefined;
  #chosen: string | null = null;
  #asked: { readonly from: string | number; readonly by: number } | null = null;

  constructor(beside: Beside) {
    this.#beside = beside;
  }

  /** What is called from now on with whoever is come to, also by a walk that is under way. */
  calls(choose: (registration: string) => void): void {
    this.#choose = choose;
  }

  /** Somebody was chosen, by walking or otherwise, or nobody is any more. */
  at(chosen: string | null): void {
    this.#chosen = chosen;
  }

  /** Chooses the row that many below, or above where it is negative; `place` is where the walk begins where nobody is chosen. */
  async step(by: number, place: number): Promise<void> {
    const last = this.#asked ?? { from: this.#chosen ?? place, by: 0 };
    const asked = { from: last.from, by: last.by + by };
    this.#asked = asked;
    const entry = await this.#beside(asked.from, asked.by);
    if (this.#asked !== asked) return;
    this.#asked = null;
    if (entry === undefined) return;
    this.#chosen = entry.row.registration;
    this.#choose(entry.row.registration);
  }
}
