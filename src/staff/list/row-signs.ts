import type { KeptRow } from './kept-row.ts';
import { NewestRows } from './newest-rows.ts';
import { groupsOf } from './row-groups.ts';
import { searchStarts } from './search-keys.ts';

/** What a row is looked up by: the one or two characters a search which finds it can begin with, and its groups, which are words. */
export function signsOf({ entry, keys }: Pick<KeptRow, 'entry' | 'keys'>): ReadonlySet<string> {
  return new Set([...searchStarts(keys), ...groupsOf(entry)]);
}

/**
 * Rows by their signs, each time in the list's order. So neither the letters typed first nor a view needs to be looked for in a hundred
 * thousand rows.
 */
export class RowSigns {
  readonly #bySign = new Map<string, NewestRows>();

  /** Takes rows in, or over where they have changed. They must be in order; `before` are the signs each had, none where it is new. */
  put(rows: readonly KeptRow[], before: (row: KeptRow) => ReadonlySet<string>): void {
    const added = new Map<string, KeptRow[]>();
    for (const row of rows) {
      const [had, has] = [before(row), signsOf(row)];
      for (const sign of had) if (!has.has(sign)) this.#bySign.get(sign)?.remove(row);
      for (const sign of has) {
        if (had.has(sign)) continue;
        const same = added.get(sign);
        if (same === undefined) added.set(sign, [row]);
        else same.push(row);
      }
    }
    for (const [sign, some] of added) {
      const there = this.#bySign.get(sign) ?? new NewestRows();
      this.#bySign.set(sign, there);
      there.add(some);
    }
  }

  keep(wanted: (row: KeptRow) => boolean): void {
    for (const rows of this.#bySign.values()) rows.keep(wanted);
  }

  /** Every row that has one of the signs, in the list's order. */
  with(signs: Iterable<string>): readonly KeptRow[] {
    const [first, ...others] = [...signs].map((sign) => this.#bySign.get(sign)?.rows ?? []);
    if (others.length === 0) return first ?? [];
    const all = new NewestRows();
    const known = new Set<KeptRow>();
    for (const rows of [first ?? [], ...others]) {
      all.add(rows.filter((row) => !known.has(row)));
      for (const row of rows) known.add(row);
    }
    return all.rows;
  }
}
