import * as z from 'zod/mini';
import type { UnreadableRegistration } from '../retention-store.ts';
import { bytesText } from './column.ts';
import { isStorageError } from './storage-error.ts';

const placeRow = z.object({ id: z.number(), registration: bytesText });

/** What comes of a registration's row, or the mark that it can't be read. Throws what the database throws. */
export function readOrMark<Value>(stored: unknown, read: () => Value): Value | UnreadableRegistration {
  return readOr(read, () => {
    const { id: row, registration } = placeRow.parse(stored);
    return { row, registration, unreadable: true };
  });
}

/** What comes of a row, or what `mark` leaves of one that can't be read. Throws what the database throws. */
export function readOr<Value, Mark>(read: () => Value, mark: () => Mark): Value | Mark {
  try {
    return read();
  } catch (error) {
    if (isStorageError(error)) throw error;
    return mark();
  }
}
