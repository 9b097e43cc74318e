import { type KeptRow, newestFirst } from './kept-row.ts';

/** Rows in the list's own order, the newest first. */
export class NewestRows {
  #rows: KeptRow[] = [];

  get rows(): readonly KeptRow[] {
    return this.#rows;
  }

  /** Puts rows in their places. They must be in order themselves, and not in here yet. Where all are older than those here, it costs what they are. */
  add(added: readonly KeptRow[]): void {
    const [first] = added;
    if (first === undefined) return;
    const after = this.#rows.splice(this.#placeAfter(first));
    let at = 0;
    for (const row of added) {
      for (let next = after[at]; next !== undefined && newestFirst(next, row) <= 0; next = after[at]) {
        this.#rows.push(next);
        at += 1;
      }
      this.#rows.push(row);
    }
    for (const row of after.slice(at)) this.#rows.push(row);
  }

  remove(row: KeptRow): void {
    const place = this.#placeAfter(row) - 1;
    if (this.#rows[place] === row) this.#rows.splice(place, 1);
  }

  keep(wanted: (row: KeptRow) => boolean): void {
    this.#rows = this.#rows.filter(wanted);
  }

  /** The place of the first row that comes after it. */
  #placeAfter(row: KeptRow): number {
    let [low, high] = [0, this.#rows.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const there = this.#rows[middle];
      if (there !== undefined && newestFirst(there, row) <= 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
