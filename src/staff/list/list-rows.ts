import { belongsTo, type DeskEntry, type DeskView } from '../desk/desk-entry.ts';
import { type KeptRow, keptRow, newestFirst } from './kept-row.ts';
import { isFiltered, type ListChoice, orderOf, passesFilter } from './list-choice.ts';
import { NewestRows } from './newest-rows.ts';
import { PinyinInitials } from './pinyin-initials.ts';
import { groupOfView, groupsOf } from './row-groups.ts';
import { RowOrders } from './row-orders.ts';
import { RowSigns, signsOf } from './row-signs.ts';
import { isOneStart, matcher, searchKeys, startsOf } from './search-keys.ts';

export type ViewCounts = Readonly<Record<DeskView, number>>;

interface Answered {
  readonly choice: ListChoice;
  readonly today: string;
  readonly version: number;
  readonly found: readonly KeptRow[];
}

/** Nobody's party is larger: whoever names another's registration a thousand times gets no further. */
const mostTogether = 30;
/** Of the register. */
const [mostWaiting, mostHanded] = [300, 100];

/** Everything a hotel's list holds, and what it answers of it. One thread's work at a hundred thousand rows, and never the screen's. */
export class ListRows {
  readonly #rows = new Map<string, KeptRow>();
  readonly #pinyin = new PinyinInitials();
  readonly #newest = new NewestRows();
  readonly #signs = new RowSigns();
  readonly #orders = new RowOrders();
  /** Who said they come along with whom, by the one they named. */
  readonly #companions = new Map<string, Set<string>>();
  #answered: Answered | null = null;
  #version = 0;

  get size(): number {
    return this.#rows.size;
  }

  get(registration: string): DeskEntry | undefined {
    return this.#rows.get(registration)?.entry;
  }

  /** Takes rows in, each in the place of what was known of it. */
  put(entries: readonly DeskEntry[]): void {
    const had = new Map<KeptRow, ReadonlySet<string>>();
    const added: KeptRow[] = [];
    for (const entry of entries) {
      const { registration } = entry.row;
      const keys = searchKeys(entry, this.#pinyin);
      const known = this.#rows.get(registration);
      const row = known ?? keptRow(entry, keys);
      if (!had.has(row)) had.set(row, known === undefined ? nothing : signsOf(known));
      if (known === undefined) {
        this.#rows.set(registration, row);
        added.push(row);
      }
      const { party } = entry.row;
      if (party !== undefined) {
        const companions = this.#companions.get(party) ?? new Set();
        this.#companions.set(party, companions.add(registration));
      }
      row.entry = entry;
      row.keys = keys;
    }
    this.#version += 1;
    this.#newest.add(added.sort(newestFirst));
    this.#signs.put([...had.keys()].sort(newestFirst), (row) => had.get(row) ?? nothing);
    this.#orders.note([...had.keys()]);
  }

  /** Lets go of every row that isn't wanted any more. */
  keep(wanted: (registration: string) => boolean): void {
    const stays = ({ entry }: KeptRow) => wanted(entry.row.registration);
    this.#newest.keep(stays);
    this.#signs.keep(stays);
    this.#orders.forget();
    for (const registration of this.#rows.keys()) if (!wanted(registration)) this.#rows.delete(registration);
    this.#version += 1;
  }

  counts(today: string): ViewCounts {
    const inHouse = this.#signs.with(['in-house']);
    return {
      arriving: this.#signs.with(['arriving']).length,
      'in-house': inHouse.length,
      leaving: inHouse.filter(({ entry }) => belongsTo('leaving', entry, today)).length,
      all: this.size,
    };
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

  /**
   * Whom the register for the police is about: who has to be handed over, those from abroad before the others, and who was handed over,
   * each the newest first and no more than a screen can be expected to hold. `left` says how many have to be handed over besides.
   */
  forRegister(): { readonly entries: readonly DeskEntry[]; readonly left: number } {
    const waiting = this.#signs.with(['to-hand-over']);
    const abroad = waiting.filter(({ entry }) => entry.desk?.abroad === true).slice(0, mostWaiting);
    const others = waiting.slice(0, mostWaiting).filter(({ entry }) => entry.desk?.abroad !== true);
    // Who was handed over and has changed something since is in both.
    const rows = new Set([...abroad, ...others, ...this.#signs.with(['handed-over']).slice(0, mostHanded)]);
    const entries = [...rows].map(({ entry }) => entry);
    const listed = entries.filter((entry) => groupsOf(entry).includes('to-hand-over'));
    return { entries, left: waiting.length - listed.length };
  }

  /** Those who said they come along with the same guest, that guest first: what their phones said, no more. */
  together(registration: string): readonly DeskEntry[] {
    const chosen = this.get(registration)?.row;
    if (chosen === undefined) return [];
    const party = chosen.party ?? chosen.registration;
    const companions = [...(this.#companions.get(party) ?? [])].flatMap((one) => this.#rows.get(one) ?? []);
    const others = companions.sort(newestFirst).filter(({ entry }) => entry.row.registration !== registration);
    const first = party === registration ? undefined : this.#rows.get(party);
    return [...(first === undefined ? [] : [first]), ...others].slice(0, mostTogether).map(({ entry }) => entry);
  }

  #find(choice: ListChoice, today: string): readonly KeptRow[] {
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
    const fits = ({ entry, keys }: KeptRow) =>
      (searching ? matches(keys) : belongsTo(choice.view, entry, today)) && passesFilter(choice, entry.row);
    const group = groupOfView(choice.view);
    const starts = startsOf(choice.typed);
    // Of a mark alone, a hyphen say, nothing is left to look for.
    const among =
      starts.size > 0
        ? this.#signs.with(starts)
        : searching || group === null
          ? this.#newest.rows
          : this.#signs.with([group]);
    const all = !isFiltered(choice) && (searching ? isOneStart(choice.typed) : choice.view !== 'leaving');
    const order = choice.sort ?? orderOf(searching ? 'all' : choice.view);
    const found =
      narrower && !(all && order.by === 'received')
        ? known.found.filter(fits)
        : this.#orders.sorted(order, all ? among : among.filter(fits), this.#newest.rows);
    this.#answered = { choice, today, version: this.#version, found };
    return found;
  }
}

const nothing: ReadonlySet<string> = new Set();

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
