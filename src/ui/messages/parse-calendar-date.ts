/**
 * A calendar date as that day's midnight in UTC, for counting and formatting only.
 *
 * @throws RangeError when the text is not `YYYY-MM-DD` or not a day of the calendar
 */
export function parseCalendarDate(text: string): Date {
  const date = new Date(`${text}T00:00:00Z`);
  // JavaScript reads 31 February as 3 March.
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text) {
    throw new RangeError('not a calendar date (YYYY-MM-DD)');
  }
  return date;
}
