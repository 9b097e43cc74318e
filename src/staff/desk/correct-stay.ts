import type { DeskRow } from '../../protocol/api.ts';
import { Refusal } from '../../protocol/problems.ts';
import type { SealingKey } from '../../protocol/manifest.ts';
import { digest } from '../../crypto/sha256.ts';
import type { Session } from '../session/sign-in.ts';
import type { ArrivalDetails } from './confirm-arrival.ts';
import { sealDeskNote } from './seal-desk-note.ts';

/**
 * Seals what the hotel notes of a stay anew, in the place of what `row` holds. Throws Refusal: `gone` where the row holds nothing,
 * `malformed` without a room, `conflict` where somebody has changed it since `row`, and the server's.
 */
export async function correctStay(
  { api, property }: Pick<Session, 'api' | 'property'>,
  card: SealingKey,
  { registration, desk: before, checkOut: expected }: Pick<DeskRow, 'registration' | 'desk' | 'checkOut'>,
  { checkOut, ...noted }: ArrivalDetails,
): Promise<void> {
  if (before === null) throw new Refusal('gone');
  const desk = await sealDeskNote({ property, card, registration }, noted);
  await api.correctStay(registration, {
    checkOut,
    desk,
    expected: { desk: await digest(before.ciphertext), checkOut: expected },
  });
}
