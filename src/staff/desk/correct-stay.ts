import type { SealingKey } from '../../protocol/manifest.ts';
import type { Session } from '../session/sign-in.ts';
import type { DeskEntry } from './desk-entry.ts';
import type { ArrivalDetails } from './confirm-arrival.ts';
import { sealDeskNote } from './seal-desk-note.ts';

/**
 * Seals what the hotel notes of a stay anew, in the place of what the entry holds, if anything. Throws Refusal: `malformed` without a room,
 * `conflict` where somebody has changed it since, and the server's.
 */
export async function correctStay(
  { api, property }: Pick<Session, 'api' | 'property'>,
  card: SealingKey,
  { row: { registration, checkOut: expected }, noteDigest: before }: Pick<DeskEntry, 'row' | 'noteDigest'>,
  { checkOut, ...noted }: ArrivalDetails,
): Promise<void> {
  const desk = await sealDeskNote({ property, card, registration }, noted);
  await api.correctStay(registration, {
    checkOut,
    desk,
    expected: { desk: before, checkOut: expected },
  });
}
