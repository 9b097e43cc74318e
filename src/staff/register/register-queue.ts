import { handOverHours } from '../../protocol/hand-over.ts';
import type { DeskEntry } from '../desk/desk-entry.ts';
import { changedSince } from './changed-since.ts';

const hour = 3_600_000;

/** Someone in house or just gone who still has to be handed over. */
export interface DueGuest {
  readonly entry: DeskEntry;
  /** Milliseconds; null where no clock runs. */
  readonly dueAt: number | null;
  /** Handed over already, and the guest has changed something since. */
  readonly changed: boolean;
}

export interface RegisterQueue {
  /** Guests from abroad, by their clock: the one that runs out first on top. */
  readonly abroad: readonly DueGuest[];
  readonly others: readonly DueGuest[];
  /** Others who wait and aren't listed here. */
  readonly left: number;
  /** The newest first. */
  readonly handedOver: readonly DeskEntry[];
}

/**
 * Who has to be handed over. `knownAbroad` are registrations whose opened document came from outside the mainland, whatever was said at
 * the arrival. The clock of 24 hours runs from the confirmed arrival (旅馆业治安管理办法 6, 出境入境管理法 39).
 */
export function registerQueue(entries: Iterable<DeskEntry>, knownAbroad: ReadonlySet<string>, left = 0): RegisterQueue {
  const abroad: DueGuest[] = [];
  const others: DueGuest[] = [];
  const handedOver: DeskEntry[] = [];
  for (const entry of entries) {
    const { state, arrivedAt, handedOver: handed, registration } = entry.row;
    if ((state !== 'arrived' && state !== 'departed') || arrivedAt === null) continue;
    const changed = changedSince(entry.row);
    if (handed !== undefined) handedOver.push(entry);
    if (handed !== undefined && !changed) continue;
    const fromAbroad = entry.desk?.abroad === true || knownAbroad.has(registration);
    const dueAt = fromAbroad && !changed ? Date.parse(arrivedAt) + handOverHours * hour : null;
    (fromAbroad ? abroad : others).push({ entry, dueAt, changed });
  }
  const arrivedFirst = (a: DueGuest, b: DueGuest) =>
    Date.parse(a.entry.row.arrivedAt ?? '') - Date.parse(b.entry.row.arrivedAt ?? '');
  return {
    abroad: abroad.sort((a, b) => (a.dueAt ?? Infinity) - (b.dueAt ?? Infinity) || arrivedFirst(a, b)),
    others: others.sort(arrivedFirst),
    left,
    handedOver: handedOver.sort(
      (a, b) => Date.parse(b.row.handedOver?.at ?? '') - Date.parse(a.row.handedOver?.at ?? ''),
    ),
  };
}

/** How many guests from abroad are due, and for how many of them the 24 hours are over. */
export function registerAlarm(
  { abroad }: RegisterQueue,
  now: number,
): { readonly due: number; readonly overdue: number } {
  return { due: abroad.length, overdue: abroad.filter(({ dueAt }) => dueAt !== null && dueAt <= now).length };
}
