import type { Draft, Tables } from './draft.ts';

/**
 * What goes where nothing of a registration can be opened any more. Questions for approval end; an opening in an emergency nobody has
 * looked into waits on.
 *
 * Where nothing is left of a registration, not even what a law still holds, its row says nothing of the stay from then on: no dates,
 * number of guests, language, place or company. Nothing happens while an envelope of it is still sealed off. `row` is its row id.
 */
export function forgetStay({ retention, amendments, handOvers, approvals }: Tables, draft: Draft, row: number): void {
  if (approvals.end(row)) draft.topics.add('approvals');
  if (amendments.sealedOff(row).length > 0) return;
  retention.forgetStay(row);
  handOvers.delete(row);
}
