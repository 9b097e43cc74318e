import { decodeBase64Url } from '../../protocol/base64url.ts';
import type { DeskEntry } from '../desk/desk-entry.ts';
import type { SearchKeys } from './search-keys.ts';

/** A row of the list with what it is found by. Its place among the others, the newest first, never changes. */
export interface KeptRow {
  entry: DeskEntry;
  keys: SearchKeys;
  /** Milliseconds; when the server received it, and when the phone made its id. */
  readonly receivedAt: number;
  readonly madeAt: number;
}

export function keptRow(entry: DeskEntry, keys: SearchKeys): KeptRow {
  const { receivedAt, registration } = entry.row;
  return { entry, keys, receivedAt: Date.parse(receivedAt), madeAt: madeAt(registration) };
}

export function newestFirst(a: KeptRow, b: KeptRow): number {
  return (
    b.receivedAt - a.receivedAt ||
    b.madeAt - a.madeAt ||
    byCharacters(b.entry.row.registration, a.entry.row.registration)
  );
}

export function byCharacters(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** When the phone made the registration's id, in milliseconds: tells apart what was received in the same second. */
function madeAt(registration: string): number {
  let time = 0;
  for (const byte of decodeBase64Url(registration.slice(0, 8)) ?? []) time = time * 256 + byte;
  return time;
}
