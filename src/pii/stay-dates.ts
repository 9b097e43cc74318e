import { farthestStay } from '../protocol/submission.ts';
import { addDays } from '../protocol/time.ts';
import { calendarDate } from './birth-date.ts';
import { accept, type Checked, refuse } from './field-reason.ts';
import { normaliseCode } from './normalise-text.ts';

/** Arrival, `YYYY-MM-DD`: from yesterday (a guest who comes after midnight) to a year ahead of `today`. */
export function checkInDate(typed: string, today: string): Checked<string> {
  if (normaliseCode(typed) === '') return refuse('missing');
  const date = calendarDate(typed);
  if (date === null) return refuse('date_not_real');
  if (date < addDays(today, -1)) return refuse('check_in_past');
  return date > addDays(today, farthestStay) ? refuse('check_in_too_far') : accept(date);
}

/**
 * Departure, `YYYY-MM-DD`: the day of arrival (a room for the day) or later, at most a year. With `checkIn` null (it was
 * refused) only the date as such is checked.
 */
export function checkOutDate(typed: string, checkIn: string | null): Checked<string> {
  if (normaliseCode(typed) === '') return refuse('missing');
  const date = calendarDate(typed);
  if (date === null) return refuse('date_not_real');
  if (checkIn === null) return accept(date);
  if (date < checkIn) return refuse('check_out_before_check_in');
  return date > addDays(checkIn, farthestStay) ? refuse('stay_too_long') : accept(date);
}
