import type { Tables } from './draft.ts';

/**
 * Where nothing is left of a registration, not even what a law still holds, its row says nothing of the stay from then on: no dates,
 * number of guests, language, place or company. Nothing happens while an envelope of it is still sealed off. `row` is its row id.
 */
export function forgetStay({ retention, amendments, handOvers }: Tables, row: number): void {
  if (amendments.sealedOff(row).length > 0) return;
  retention.forgetStay(row);
  handOvers.delete(row);
}
