import type { SealingKey } from '../../protocol/manifest.ts';
import type { Session } from '../session/sign-in.ts';
import { type Noted, sealDeskNote } from './seal-desk-note.ts';

export interface ArrivalDetails extends Noted {
  /** Planned check-out, `YYYY-MM-DD`; the one part the server reads. */
  readonly checkOut: string;
}

/** Seals what the hotel notes of the stay to the card key and confirms the arrival. Throws Refusal: `malformed` without a room, and the server's. */
export async function confirmArrival(
  { api, property }: Pick<Session, 'api' | 'property'>,
  card: SealingKey,
  registration: string,
  { checkOut, ...noted }: ArrivalDetails,
): Promise<void> {
  const desk = await sealDeskNote({ property, card, registration }, noted);
  await api.arrive(registration, { checkOut, desk });
}
