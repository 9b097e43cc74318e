import * as z from 'zod/mini';

/** A calendar date `YYYY-MM-DD` that exists, years 2000–2199. Dates of a stay carry no time and no zone. */
export const dateSchema = z.string().check(
  z.regex(/^2[01]\d\d-\d\d-\d\d$/),
  z.refine((text) => {
    const time = Date.parse(`${text}T00:00:00Z`);
    return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
  }, 'no such date'),
);

/** An instant as RFC 3339 text in China Standard Time, whole seconds: `2026-05-04T09:30:00+08:00`. */
export const instantSchema = z.string().check(
  z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00$/),
  // Engines disagree about 30 February: some read it as 2 March. Only what comes back unchanged exists.
  z.refine((text) => {
    const time = Date.parse(text);
    return Math.abs(time) < 8.6e15 && toInstant(time) === text;
  }, 'no such instant'),
);

/** Milliseconds to an instant in China Standard Time (UTC+8, no summer time), the form receipts and the log use. */
export function toInstant(milliseconds: number): string {
  return `${new Date(milliseconds + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`;
}

/** The calendar date in China at that moment. */
export function toDate(milliseconds: number): string {
  return toInstant(milliseconds).slice(0, 10);
}

/** `date` moved on by whole months; the last day of the month where that month has no such day. */
export function addMonths(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0));
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last.getUTCDate()))).toISOString().slice(0, 10);
}

/** `date` moved by whole days; negative moves back. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
