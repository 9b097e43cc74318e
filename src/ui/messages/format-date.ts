export type DateStyle = 'full' | 'short' | 'weekday';

const calendarStyles: Readonly<Record<DateStyle, Intl.DateTimeFormatOptions>> = {
  full: { year: 'numeric', month: 'long', day: 'numeric' },
  short: { month: 'short', day: 'numeric' },
  weekday: { month: 'long', day: 'numeric', weekday: 'short' },
};

const calendarDate = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * A calendar date (`YYYY-MM-DD`) in the reader's language. It has no time and so no time zone: the same day is shown
 * wherever the reader is.
 *
 * @throws RangeError when the text is not a date of the calendar
 */
export function formatCalendarDate(date: string, language: string, style: DateStyle = 'full'): string {
  return new Intl.DateTimeFormat(language, { ...calendarStyles[style], timeZone: 'UTC' }).format(
    parseCalendarDate(date),
  );
}

/**
 * Two calendar dates as one phrase ("3 – 5 May 2026"). An empty range (leaving before arriving) is shown as it is.
 *
 * @throws RangeError when either text is not a date of the calendar
 */
export function formatStay(from: string, to: string, language: string): string {
  const format = new Intl.DateTimeFormat(language, { ...calendarStyles.full, timeZone: 'UTC' });
  const [start, end] = [parseCalendarDate(from), parseCalendarDate(to)];
  return start <= end ? format.formatRange(start, end) : `${format.format(start)} – ${format.format(end)}`;
}

/** Nights between two calendar dates; negative when the second is the earlier. Throws RangeError on a non-date. */
export function nightsBetween(from: string, to: string): number {
  return Math.round((parseCalendarDate(to).getTime() - parseCalendarDate(from).getTime()) / 86_400_000);
}

/**
 * A moment, in the property's time zone rather than the reader's, so that phone, tablet and server say the same.
 *
 * @param instant milliseconds since 1970 or an ISO 8601 time with its offset
 * @param timeZone IANA name, such as `Asia/Shanghai`
 */
export function formatInstant(
  instant: number | string,
  language: string,
  timeZone: string,
  style: 'date-time' | 'time' = 'date-time',
): string {
  const options: Intl.DateTimeFormatOptions =
    style === 'time'
      ? { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }
      : { year: 'numeric', month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
  return new Intl.DateTimeFormat(language, { ...options, timeZone }).format(new Date(instant));
}

/** Today's calendar date at the property, as `YYYY-MM-DD`. */
export function calendarDateAt(instant: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(new Date(instant));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
}

function parseCalendarDate(text: string): Date {
  const match = calendarDate.exec(text);
  const date = new Date(`${text}T00:00:00Z`);
  // JavaScript reads 31 February as 3 March.
  if (match === null || Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text) {
    throw new RangeError('not a calendar date (YYYY-MM-DD)');
  }
  return date;
}
