import type { DeskEntry } from './desk-entry.ts';

/**
 * Those who said they come along with the same guest, that guest first. It is what their phones said, no more: it finds rows beside
 * each other and proves nothing.
 */
export function togetherWith(entries: readonly DeskEntry[], { row }: DeskEntry): readonly DeskEntry[] {
  const party = row.party ?? row.registration;
  return entries
    .filter((other) => (other.row.party ?? other.row.registration) === party)
    .filter((other) => other.row.registration !== row.registration)
    .sort((a, b) => Number(a.row.party !== undefined) - Number(b.row.party !== undefined));
}
