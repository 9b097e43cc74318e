import type { DeskEntry } from '../desk/desk-entry.ts';
import { firstChoice, type ListChoice } from './list-choice.ts';
import type { ShownList, Watched } from './list-messages.ts';
import type { ListRows } from './list-rows.ts';

/** Most found rows watched at once. */
const mostFound = 50;
const nobody: Watched = { entries: [], together: [], leftToHandOver: 0 };

/** What the screen asked of the list, and the answers to it. Nothing is shown before `settle`. */
export class ListAnswers {
  readonly #rows: ListRows;
  readonly #isComplete: () => boolean;
  readonly #onStir: () => void;
  #settled = false;
  #choice: { readonly choice: ListChoice; readonly today: string; readonly from: number; readonly to: number } = {
    choice: firstChoice,
    today: '',
    from: 0,
    to: 0,
  };
  #watched: readonly string[] = [];
  #chosen: string | null = null;
  #register = false;
  #found: readonly string[] = [];

  constructor(rows: ListRows, isComplete: () => boolean, onStir: () => void) {
    this.#rows = rows;
    this.#isComplete = isComplete;
    this.#onStir = onStir;
  }

  settle(): void {
    this.#settled = true;
    this.#onStir();
  }

  show(choice: ListChoice, today: string, from: number, to: number): void {
    this.#choice = { choice, today, from, to };
    this.#onStir();
  }

  watch(registrations: readonly string[], chosen: string | null, register: boolean): void {
    this.#watched = registrations;
    this.#register = register;
    this.#chosen = chosen;
    this.#onStir();
  }

  find(typed: string, limit: number): readonly DeskEntry[] {
    if (!this.#settled || typed.trim() === '') return [];
    const hits = this.#rows.window({ ...firstChoice, typed }, this.#choice.today, 0, limit);
    this.#found = [...new Set([...hits.map(({ row }) => row.registration), ...this.#found])].slice(0, mostFound);
    this.#onStir();
    return hits;
  }

  /**
   * The entry `by` rows from that registration's, or from that place, in what is shown; where there are no so many, the last one or the
   * first, and the first one where the registration isn't among them.
   */
  beside(from: string | number, by: number): DeskEntry | undefined {
    if (!this.#settled) return undefined;
    const { choice, today } = this.#choice;
    const start = typeof from === 'number' ? from : this.#rows.place(choice, today, from);
    const last = this.#rows.total(choice, today) - 1;
    const place = start < 0 ? 0 : Math.max(0, Math.min(last, start + by));
    return this.#rows.window(choice, today, place, place + 1)[0];
  }

  /** What the screen shows now; null as long as nothing may be shown. */
  shown(): ShownList | null {
    if (!this.#settled) return null;
    const { choice, today, from, to } = this.#choice;
    const total = this.#rows.total(choice, today);
    const start = Math.max(0, Math.min(from, total - (to - from)));
    return {
      choice,
      total,
      counts: this.#rows.counts(today),
      from: start,
      entries: this.#rows.window(choice, today, start, start + (to - from)),
      chosen: this.#chosenIn(choice, today),
      held: this.#rows.size,
      complete: this.#isComplete(),
    };
  }

  #chosenIn(choice: ListChoice, today: string): ShownList['chosen'] {
    if (this.#chosen === null) return null;
    const place = this.#rows.place(choice, today, this.#chosen);
    return place < 0 ? null : { registration: this.#chosen, place };
  }

  watched(): Watched {
    if (!this.#settled) return nobody;
    const wanted = new Set([...this.#watched, ...this.#found, ...(this.#chosen === null ? [] : [this.#chosen])]);
    const register = this.#register ? this.#rows.forRegister() : { entries: [], left: 0 };
    return {
      entries: [...[...wanted].flatMap((registration) => this.#rows.get(registration) ?? []), ...register.entries],
      together: this.#chosen === null ? [] : this.#rows.together(this.#chosen),
      leftToHandOver: register.left,
    };
  }
}
