import type { DeskEntry } from '../../../src/staff/desk/desk-entry.ts';
import { firstChoice, type ListChoice } from '../../../src/staff/list/list-choice.ts';
import { ListRows } from '../../../src/staff/list/list-rows.ts';
import { PinyinInitials } from '../../../src/staff/list/pinyin-initials.ts';
import { matcher, searchKeys } from '../../../src/staff/list/search-keys.ts';

export const today = '2026-11-21';

const pinyin = new PinyinInitials();

/** Whether what was typed finds this one. */
export const finds = (typed: string, one: DeskEntry) => matcher(typed)(searchKeys(one, pinyin));

/** A list of these, and the names it shows for a choice. */
export function listOf(entries: readonly DeskEntry[]) {
  const rows = new ListRows();
  rows.put(entries);
  const names = (choice: Partial<ListChoice>) =>
    rows.window({ ...firstChoice, ...choice }, today, 0, 100).map(({ card }) => card?.name);
  return { rows, names };
}
