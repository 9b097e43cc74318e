import { accept, type Checked, refuse } from './field-reason.ts';
import { normaliseCode } from './normalise-text.ts';

/** How many people come, 1 to 30. */
export function partySize(typed: string): Checked<number> {
  const text = normaliseCode(typed).replace(/^0+(?=\d)/, '');
  if (text === '') return refuse('missing');
  if (!/^\d+$/.test(text)) return refuse('party_size_not_a_number');
  const size = text.length > 2 ? Number.POSITIVE_INFINITY : Number(text);
  return size >= 1 && size <= 30 ? accept(size) : refuse('party_size_range');
}
