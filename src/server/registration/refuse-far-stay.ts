import { Refusal } from '../../protocol/problems.ts';
import { farthestStay } from '../../protocol/submission.ts';
import { addDays, toDate } from '../../protocol/time.ts';

/**
 * Terms count from the days of a stay, so days beyond any stay would put erasure off for ever. A day is left for phones in other time
 * zones. Throws Refusal `malformed` naming the field.
 *
 * @param now milliseconds
 */
export function refuseFarStay({ checkIn, checkOut }: { checkIn: string; checkOut: string }, now: number): void {
  if (checkIn > addDays(toDate(now), farthestStay + 1)) throw new Refusal('malformed', 'checkIn');
  if (checkOut > addDays(checkIn, farthestStay)) throw new Refusal('malformed', 'checkOut');
}
