import { accept, type Checked, refuse } from './field-reason.ts';
import { normaliseCode } from './normalise-text.ts';

const oldest = 130;

/**
 * A calendar date as `YYYY-MM-DD`, from any writing that puts the year first: `1990-1-5`, `1990/01/05`, `1990.1.5`,
 * `19900105`, `1990年1月5日`. Other orders are never guessed at. Returns null where there is no such date.
 */
export function calendarDate(typed: string): string | null {
  const text = normaliseCode(typed).replace(/\s/gu, '');
  const parts = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/u.exec(text) ?? /^(\d{4})(\d\d)(\d\d)$/u.exec(text);
  if (parts === null) return null;
  const date = `${parts[1] ?? ''}-${(parts[2] ?? '').padStart(2, '0')}-${(parts[3] ?? '').padStart(2, '0')}`;
  const time = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date) ? date : null;
}

/** A date of birth: it exists, is not after `today` (`YYYY-MM-DD`) and not more than 130 years ago. */
export function birthDate(typed: string, today: string): Checked<string> {
  if (normaliseCode(typed) === '') return refuse('missing');
  const date = calendarDate(typed);
  if (date === null) return refuse('date_not_real');
  if (date > today) return refuse('birth_date_in_future');
  return ageAt(date, today) > oldest || date < '1900' ? refuse('birth_date_too_long_ago') : accept(date);
}

/**
 * Age in whole years on `date`; both `YYYY-MM-DD`. The new age begins on the birthday itself, for 29 February on 1 March
 * in other years. Negative before birth.
 */
export function ageAt(born: string, date: string): number {
  const years = Number(date.slice(0, 4)) - Number(born.slice(0, 4));
  return date.slice(5) < born.slice(5) ? years - 1 : years;
}
