import { addDays } from '../../protocol/time.ts';
import type { AwaitedRegistration } from '../store/retention-store.ts';

/** Milliseconds. */
const hour = 3_600_000;

/** The beginning of a day in China, milliseconds. */
export function startOfDay(date: string): number {
  return Date.parse(`${date}T00:00:00+08:00`);
}

/**
 * The first moment, milliseconds, at which a registration whose guest has not come is overdue: as many hours after the receipt and after
 * the end of the planned check-in day in China as the hotel waits.
 */
export function awaitedUntil(
  { checkIn, receivedAt }: Pick<AwaitedRegistration, 'checkIn' | 'receivedAt'>,
  hours: number,
): number {
  return Math.max(receivedAt + 1, startOfDay(addDays(checkIn, 1))) + hours * hour;
}
