import { registrationStates } from '../../protocol/submission.ts';
import type { DeskEntry } from '../desk/desk-entry.ts';
import { byCharacters, type KeptRow, newestFirst } from './kept-row.ts';
import type { ListSort, SortColumn } from './list-choice.ts';

type Compare = (a: KeptRow, b: KeptRow) => number;
type Text = (entry: DeskEntry) => string;

/** Columns of text. */
const texts = {
  name: ({ card }) => card?.name ?? '',
  contact: ({ card }) => card?.maskedContact ?? '',
  'room-type': ({ desk }) => desk?.roomType ?? '',
  room: ({ desk }) => desk?.room ?? '',
  remarks: ({ desk }) => desk?.remarks ?? '',
} as const satisfies Partial<Record<SortColumn, Text>>;

function isText(column: SortColumn): column is keyof typeof texts {
  return column in texts;
}

/** The number that is shown: the hotel's own, or the file's; none before the arrival. */
function numberOf({ row, desk }: DeskEntry): string {
  return desk?.ownNumber || String(row.fileNumber ?? '');
}

/** Whether the row has nothing in that column. Such rows come last, whichever way the others are sorted. */
function isBlank(column: SortColumn, { entry }: KeptRow): boolean {
  if (isText(column)) return texts[column](entry) === '';
  if (column === 'number') return numberOf(entry) === '';
  return column === 'amount' && typeof entry.desk?.amountSpent !== 'number';
}

/**
 * Sorts rows by a column. Sorting everything by text takes long, so the column sorted by last stays sorted: what has changed since is put
 * in its places.
 */
export class RowOrders {
  readonly #text = new Intl.Collator('zh-Hans-CN-u-co-pinyin', { numeric: true });
  #last: { readonly name: string; readonly rows: readonly KeptRow[] } | null = null;
  /** Rows that are new or have changed since. */
  #changed = new Set<KeptRow>();

  /** These rows are new, or not what they were. */
  note(rows: readonly KeptRow[]): void {
    if (this.#last !== null) for (const row of rows) this.#changed.add(row);
  }

  /** Rows have gone. */
  forget(): void {
    this.#last = null;
  }

  /** Some rows in order; they are given, as are all there are, the newest first. */
  sorted(sort: ListSort, some: readonly KeptRow[], all: readonly KeptRow[]): readonly KeptRow[] {
    if (sort.by === 'received') return sort.descending ? some : [...some].reverse();
    if (some.length * 4 < all.length) return [...some].sort(this.#comparing(sort));
    const wanted = new Set(some);
    return this.#everyone(sort, all).filter((row) => wanted.has(row));
  }

  #everyone(sort: ListSort, all: readonly KeptRow[]): readonly KeptRow[] {
    const name = `${sort.by} ${sort.descending}`;
    const changed = this.#changed;
    const known = this.#last?.name === name ? this.#last.rows : null;
    // Two runs in order are merged by the sort, which costs little more than reading them.
    const rows =
      known === null
        ? this.#sortAll(sort, all)
        : [...known.filter((row) => !changed.has(row)), ...changed].sort(this.#comparing(sort));
    this.#last = { name, rows };
    this.#changed = new Set();
    return rows;
  }

  /** A text that many rows have is compared once. */
  #sortAll(sort: ListSort, all: readonly KeptRow[]): KeptRow[] {
    if (isText(sort.by)) {
      const text = texts[sort.by];
      const same = new Map<string, KeptRow[]>();
      for (const row of all) {
        const group = same.get(text(row.entry));
        if (group === undefined) same.set(text(row.entry), [row]);
        else group.push(row);
      }
      const inOrder = [...same.keys()].filter((one) => one !== '').sort(this.#compareTexts);
      if (sort.descending) inOrder.reverse();
      return [...inOrder, ''].flatMap((one) => same.get(one) ?? []);
    }
    if (sort.by !== 'check-out') return [...all].sort(this.#comparing(sort));
    const down = sort.descending ? -1 : 1;
    const byRoom = this.#sortAll({ by: 'room', descending: false }, all);
    return byRoom.sort((a, b) => down * byCharacters(a.entry.row.checkOut, b.entry.row.checkOut));
  }

  #comparing({ by, descending }: ListSort): Compare {
    const compare = this.#columns[by];
    const down = descending ? -1 : 1;
    const room = by === 'check-out' ? this.#comparing({ by: 'room', descending: false }) : newestFirst;
    return (a, b) => Number(isBlank(by, a)) - Number(isBlank(by, b)) || down * compare(a, b) || room(a, b);
  }

  readonly #compareTexts = (a: string, b: string): number => this.#text.compare(a, b) || byCharacters(a, b);

  #byText(text: Text): Compare {
    return (a, b) => this.#compareTexts(text(a.entry), text(b.entry));
  }

  readonly #columns: Readonly<Record<SortColumn, Compare>> = {
    received: (a, b) => -newestFirst(a, b),
    number: this.#byText(numberOf),
    name: this.#byText(texts.name),
    contact: this.#byText(texts.contact),
    'room-type': this.#byText(texts['room-type']),
    room: this.#byText(texts.room),
    amount: (a, b) => (a.entry.desk?.amountSpent ?? 0) - (b.entry.desk?.amountSpent ?? 0),
    remarks: this.#byText(texts.remarks),
    'check-in': (a, b) => byCharacters(a.entry.row.checkIn, b.entry.row.checkIn),
    'check-out': (a, b) => byCharacters(a.entry.row.checkOut, b.entry.row.checkOut),
    state: (a, b) => registrationStates.indexOf(a.entry.row.state) - registrationStates.indexOf(b.entry.row.state),
  };
}
