import type { ListedRow } from '../../protocol/api.ts';
import { guestFileColumns } from '../../protocol/hotel-settings.ts';
import { type PurposeId, purposeIds } from '../../protocol/purposes.ts';
import type { DeskView } from '../desk/desk-entry.ts';

/** What a list can be sorted by. */
export const sortColumns = [...guestFileColumns, 'room', 'check-out', 'state', 'received'] as const;
export type SortColumn = (typeof sortColumns)[number];

export interface ListSort {
  readonly by: SortColumn;
  readonly descending: boolean;
}

/** How a purpose stands in a registration, as the list can be filtered by it. */
export const standings = ['held', 'withdrawn', 'sealed-off'] as const;
export type Standing = (typeof standings)[number];

/** What somebody at the desk wants to see. */
export interface ListChoice {
  readonly view: DeskView;
  readonly typed: string;
  /** Null for the view's own order. */
  readonly sort: ListSort | null;
  /** Null for any. */
  readonly purpose: PurposeId | null;
  readonly standing: Standing | null;
}

export const firstChoice: ListChoice = { view: 'arriving', typed: '', sort: null, purpose: null, standing: null };

/** The same for two choices that leave the same rows in the same order. */
export function choiceKey({ view, typed, sort, purpose, standing }: ListChoice): string {
  return [view, typed, sort?.by, sort?.descending, purpose, standing].join(' ');
}

/** The order of a view where nobody chose one: the newest on top, those in house by room, those leaving by day. */
export function orderOf(view: DeskView): ListSort {
  if (view === 'in-house') return { by: 'room', descending: false };
  if (view === 'leaving') return { by: 'check-out', descending: false };
  return { by: 'received', descending: true };
}

export function isFiltered({ purpose, standing }: ListChoice): boolean {
  return purpose !== null || standing !== null;
}

/** Whether a row has the purpose in that standing; with neither named every row passes. */
export function passesFilter({ purpose, standing }: Pick<ListChoice, 'purpose' | 'standing'>, row: ListedRow): boolean {
  if (purpose === null && standing === null) return true;
  const wanted = purpose === null ? purposeIds : [purpose];
  const asked = standing === null ? standings : [standing];
  return asked.some((one) => standingIn(row, one).some((held) => wanted.includes(held)));
}

function standingIn(row: ListedRow, standing: Standing): readonly PurposeId[] {
  switch (standing) {
    case 'held':
      return row.purposes;
    case 'withdrawn':
      return row.withdrawn ?? [];
    case 'sealed-off':
      return row.sealedOff ?? [];
  }
}
