import { parseCalendarDate } from './parse-calendar-date.ts';

export type DateStyle = 'full' | 'short' | 'weekday';

const calendarStyles: Readonly<Record<DateStyle, Intl.DateTimeFormatOptions>> = {
  full: { year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' },
  short: { month: 'short', day: 'numeric', timeZone: 'UTC' },
  weekday: { month: 'long', day: 'numeric', weekday: 'short', timeZone: 'UTC' },
};

/**
 * A calendar date (`YYYY-MM-DD`) in the reader's language. It has no time and so no time zone: the same day is shown
 * wherever the reader is. Browser and server may know different editions of a language's dates, so none belongs in what
 * is rendered on both.
 *
 * @throws RangeError when the text is not a date of the calendar
 */
export function formatCalendarDate(date: string, language: string, style: DateStyle = 'full'): string {
  return dateFormat(language, calendarStyles[style]).format(parseCalendarDate(date));
}

/**
 * Two calendar dates as one phrase ("1 – 4 May 2026", "2026年5月1日至5月4日").
 *
 * @throws RangeError when either text is not a date of the calendar
 */
export function formatStay(from: string, to: string, language: string): string {
  const full = dateFormat(language, calendarStyles.full);
  const [start, end] = [parseCalendarDate(from), parseCalendarDate(to)];
  if (language.startsWith('zh')) {
    // The language's own range is all digits and slashes.
    const rest = from.slice(0, 4) === to.slice(0, 4) ? dateFormat(language, calendarStyles.short) : full;
    return `${full.format(start)}至${rest.format(end)}`;
  }
  return plainSpaces(start <= end ? full.formatRange(start, end) : `${full.format(start)} – ${full.format(end)}`);
}

/** Nights between two calendar dates; negative when the second is the earlier. Throws RangeError on a non-date. */
export function nightsBetween(from: string, to: string): number {
  return Math.round((parseCalendarDate(to).getTime() - parseCalendarDate(from).getTime()) / 86_400_000);
}

/**
 * A moment, in the property's time zone rather than the reader's, so that phone, tablet and desk say the same.
 *
 * @param instant milliseconds since 1970 or an ISO 8601 time with its offset
 * @param timeZone IANA name, such as `Asia/Shanghai`
 * @throws RangeError when the instant or the zone is not one
 */
export function formatInstant(
  instant: number | string,
  language: string,
  timeZone: string,
  style: 'date-time' | 'time' | 'date' = 'date-time',
): string {
  const time: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone };
  const date: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'short', day: 'numeric' };
  const options = style === 'time' ? time : style === 'date' ? { ...date, timeZone } : { ...date, ...time };
  return plainSpaces(dateFormat(language, options).format(new Date(instant)));
}

// Guests who read English here come from everywhere: the day before the month is misread by fewest.
function dateFormat(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, options);
}

function plainSpaces(text: string): string {
  return text.replace(/[\u2009\u202f]/g, ' ');
}
