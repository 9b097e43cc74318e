import * as z from 'zod/mini';
import type { DeskRow } from '../../../protocol/api.ts';
import { toInstant } from '../../../protocol/time.ts';
import { unreadableRow } from '../../../protocol/unreadable-row.ts';
import { bytesText } from './column.ts';
import { readOrMark } from './read-or-mark.ts';

const changeRow = z.object({ change: z.number() });
const damagedRow = z.object({
  registration: bytesText,
  state: z.unknown(),
  received_at: z.number(),
  consent_hash: bytesText,
  event_hash: z.nullable(bytesText),
});
/** Milliseconds: after this no calendar goes on. */
const lastMoment = 8.64e15;

/** A row of the list with its change; where what is stored can't be read, its marked line. */
export function listedOrMarked(stored: unknown, read: () => DeskRow): { row: DeskRow; cursor: number } {
  const { change: cursor } = changeRow.parse(stored);
  const row = readOrMark(stored, read);
  return { row: 'row' in row ? unreadableOf(stored) : row, cursor };
}

function unreadableOf(stored: unknown): DeskRow {
  const { registration, state, received_at: at, consent_hash: first, event_hash: newest } = damagedRow.parse(stored);
  const receivedAt = at >= 0 && at <= lastMoment ? toInstant(at) : null;
  const row = unreadableRow({ registration, state, receivedAt, consentHash: newest ?? first });
  if (row === null) throw new TypeError('a row without its id');
  return row;
}
