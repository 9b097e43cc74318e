import { decodeBase64Url } from '../../protocol/base64url.ts';
import { registrationStates } from '../../protocol/submission.ts';
import { belongsTo, type DeskEntry, type DeskView } from '../desk/desk-entry.ts';
import { type ListChoice, type ListSort, passesFilter, type SortColumn } from './list-choice.ts';
import { PinyinInitials } from './pinyin-initials.ts';
import { matcher, type SearchKeys, searchKeys } from './search-keys.ts';

export type ViewCounts = Readonly<Record<DeskView, number>>;

/** A row with what it is found and sorted by. */
interface Kept {
  readonly entry: DeskEntry;
  readonly keys: SearchKeys;
  /** Milliseconds; when the server received it, and when the phone made its id. */
  readonly receivedAt: number;
  readonly madeAt: number;
}

type Compare = (a: Kept, b: Kept) => number;

interface Answered {
  readonly choice: ListChoice;
  readonly today: string;
  readonly version: number;
  readonly found: readonly Kept[];
}

/** More than this many new rows at once are sorted and merged, fewer put in their places one by one. */
const few = 40;

/** Everything a hotel's list holds, and what it answers of it. One thread's work at a hundred thousand rows, and never the screen's. */
export class ListRows {
  readonly #rows = new Map<string, Kept>();
  readonly #pinyin = new PinyinInitials();
  readonly #text = new Intl.Collator('zh-Hans-CN-u-co-pinyin', { numeric: true });
  /** Every row, the newest first. */
  #newest: Kept[] = [];
  /** Every row by another column, as long as nothing changes. */
  readonly #sorted = new Map<string, { readonly version: number; readonly rows: readonly Kept[] }>();
  #answered: Answered | null = null;
  #counted: { readonly version: number; readonly today: string; readonly counts: ViewCounts } | null = null;
  #version = 0;

  get size(): number {
    return this.#rows.size;
  }

  get(registration: string): DeskEntry | undefined {
    return this.#rows.get(registration)?.entry;
  }

  /** Takes rows in, each in the place of what was known of it. */
  put(entries: readonly DeskEntry[]): void {
    const replaced = new Set<Kept>();
    const added = new Map<string, Kept>();
    for (const entry of entries) {
      const { registration } = entry.row;
      const before = this.#rows.get(registration);
      if (before !== undefined && !added.has(registration)) replaced.add(before);
      const kept: Kept = {
        entry,
        keys: searchKeys(entry, this.#pinyin),
        receivedAt: before?.receivedAt ?? Date.parse(entry.row.receivedAt),
        madeAt: before?.madeAt ?? madeAt(registration),
      };
      this.#rows.set(registration, kept);
      added.set(registration, kept);
    }
    this.#version += 1;
    const sorted = [...added.values()].sort(newestFirst);
    if (replaced.size <= few) for (const kept of replaced) this.#newest.splice(this.#newest.indexOf(kept), 1);
    else this.#newest = this.#newest.filter((kept) => !replaced.has(kept));
    if (sorted.length <= few) for (const kept of sorted) this.#newest.splice(placeOf(this.#newest, kept), 0, kept);
    else this.#newest = merge(this.#newest, sorted);
  }

  /** Lets go of every row that isn't wanted any more. */
  keep(wanted: (registration: string) => boolean): void {
    this.#newest = this.#newest.filter(({ entry }) => wanted(entry.row.registration));
    for (const registration of this.#rows.keys()) if (!wanted(registration)) this.#rows.delete(registration);
    this.#version += 1;
  }

  counts(today: string): ViewCounts {
    const known = this.#counted;
    if (known !== null && known.version === this.#version && known.today === today) return known.counts;
    const counts = { arriving: 0, 'in-house': 0, leaving: 0, all: this.#newest.length };
    for (const { entry } of this.#newest) {
      if (belongsTo('arriving', entry, today)) counts.arriving += 1;
      else if (belongsTo('in-house', entry, today)) counts['in-house'] += 1;
      if (belongsTo('leaving', entry, today)) counts.leaving += 1;
    }
    this.#counted = { version: this.#version, today, counts };
    return counts;
  }

  /** How many rows a choice leaves. */
  total(choice: ListChoice, today: string): number {
    return this.#find(choice, today).length;
  }

  /** The rows from place `from` up to but not including `to`. */
  window(choice: ListChoice, today: string, from: number, to: number): readonly DeskEntry[] {
    return this.#find(choice, today)
      .slice(from, to)
      .map(({ entry }) => entry);
  }

  /** The place of a registration in what a choice leaves; -1 where it isn't among it. */
  place(choice: ListChoice, today: string, registration: string): number {
    const kept = this.#rows.get(registration);
    return kept === undefined ? -1 : this.#find(choice, today).indexOf(kept);
  }

  /** Whom the register for the police is about: who has arrived, handed over or not. */
  forRegister(): readonly DeskEntry[] {
    return this.#newest
      .map(({ entry }) => entry)
      .filter(({ row }) => (row.state === 'arrived' || row.state === 'departed') && row.arrivedAt !== null);
  }

  /** Those who said they come along with the same guest, that guest first: what their phones said, no more. */
  together(registration: string): readonly DeskEntry[] {
    const chosen = this.get(registration)?.row;
    if (chosen === undefined) return [];
    const party = chosen.party ?? chosen.registration;
    return this.#newest
      .filter(({ entry: { row } }) => (row.party ?? row.registration) === party && row.registration !== registration)
      .map(({ entry }) => entry)
      .sort((a, b) => Number(a.row.party !== undefined) - Number(b.row.party !== undefined));
  }

  #find(choice: ListChoice, today: string): readonly Kept[] {
    const known = this.#answered;
    const same = known !== null && known.version === this.#version && known.today === today;
    if (same && sameButTyped(known.choice, choice) && known.choice.typed === choice.typed) return known.found;
    const searching = choice.typed.trim() !== '';
    const matches = matcher(choice.typed);
    const narrower =
      same &&
      sameButTyped(known.choice, choice) &&
      known.choice.typed.trim() !== '' &&
      choice.typed.startsWith(known.choice.typed);
    // A search looks everywhere: whoever stands at the desk need not be in the view that happens to be open.
    const fits = ({ entry, keys }: Kept) =>
      (searching ? matches(keys) : belongsTo(choice.view, entry, today)) && passesFilter(choice, entry.row);
    const sort = choice.sort ?? orderOf(searching ? 'all' : choice.view);
    let found: readonly Kept[];
    if (narrower) found = known.found.filter(fits);
    else if (sort.by === 'received') {
      found = this.#newest.filter(fits);
      if (!sort.descending) found = [...found].reverse();
    } else {
      const some = this.#newest.filter(fits);
      found =
        some.length * 4 < this.#newest.length ? some.sort(this.#comparing(sort)) : this.#everyone(sort).filter(fits);
    }
    this.#answered = { choice, today, version: this.#version, found };
    return found;
  }

  #everyone(sort: ListSort): readonly Kept[] {
    const name = `${sort.by} ${sort.descending}`;
    const known = this.#sorted.get(name);
    if (known?.version === this.#version) return known.rows;
    const rows = [...this.#newest].sort(this.#comparing(sort));
    this.#sorted.clear();
    this.#sorted.set(name, { version: this.#version, rows });
    return rows;
  }

  #comparing({ by, descending }: ListSort): Compare {
    const compare = this.#columns[by];
    const down = descending ? -1 : 1;
    const { room } = this.#columns;
    return (a, b) => down * compare(a, b) || (by === 'check-out' ? room(a, b) : 0) || newestFirst(a, b);
  }

  #byText(text: (entry: DeskEntry) => string): Compare {
    return (a, b) => this.#text.compare(text(a.entry), text(b.entry));
  }

  readonly #columns: Readonly<Record<SortColumn, Compare>> = {
    received: (a, b) => -newestFirst(a, b),
    number: (a, b) =>
      (a.entry.row.fileNumber ?? 0) - (b.entry.row.fileNumber ?? 0) || this.#text.compare(numberOf(a), numberOf(b)),
    name: this.#byText(({ card }) => card?.name ?? ''),
    contact: this.#byText(({ card }) => card?.maskedContact ?? ''),
    'room-type': this.#byText(({ desk }) => desk?.roomType ?? ''),
    room: this.#byText(({ desk }) => desk?.room ?? ''),
    amount: (a, b) => (a.entry.desk?.amountSpent ?? -1) - (b.entry.desk?.amountSpent ?? -1),
    remarks: this.#byText(({ desk }) => desk?.remarks ?? ''),
    'check-in': (a, b) => byCharacters(a.entry.row.checkIn, b.entry.row.checkIn),
    'check-out': (a, b) => byCharacters(a.entry.row.checkOut, b.entry.row.checkOut),
    state: (a, b) => registrationStates.indexOf(a.entry.row.state) - registrationStates.indexOf(b.entry.row.state),
  };
}

function numberOf({ entry }: Kept): string {
  return entry.desk?.ownNumber ?? '';
}

/** The order of a view where nobody chose one: the newest on top, those in house by room, those leaving by day. */
export function orderOf(view: DeskView): ListSort {
  if (view === 'in-house') return { by: 'room', descending: false };
  if (view === 'leaving') return { by: 'check-out', descending: false };
  return { by: 'received', descending: true };
}

function sameButTyped(a: ListChoice, b: ListChoice): boolean {
  const searching = a.typed.trim() !== '' && b.typed.trim() !== '';
  return (
    (a.view === b.view || searching) &&
    a.purpose === b.purpose &&
    a.standing === b.standing &&
    a.sort?.by === b.sort?.by &&
    a.sort?.descending === b.sort?.descending
  );
}

function newestFirst(a: Kept, b: Kept): number {
  return (
    b.receivedAt - a.receivedAt ||
    b.madeAt - a.madeAt ||
    byCharacters(b.entry.row.registration, a.entry.row.registration)
  );
}

function byCharacters(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** When the phone made the registration's id, in milliseconds: tells apart what was received in the same second. */
function madeAt(registration: string): number {
  let time = 0;
  for (const byte of decodeBase64Url(registration.slice(0, 8)) ?? []) time = time * 256 + byte;
  return time;
}

/** Where a row belongs among sorted ones. */
function placeOf(rows: readonly Kept[], kept: Kept): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const there = rows[middle];
    if (there !== undefined && newestFirst(there, kept) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function merge(rows: readonly Kept[], added: readonly Kept[]): Kept[] {
  const merged: Kept[] = [];
  let at = 0;
  for (const kept of added) {
    for (let next = rows[at]; next !== undefined && newestFirst(next, kept) <= 0; next = rows[at]) {
      merged.push(next);
      at += 1;
    }
    merged.push(kept);
  }
  for (const kept of rows.slice(at)) merged.push(kept);
  return merged;
}
