import { formatCalendarDate } from '../../ui/messages/format-date.ts';

export type ShortDate = (date: string, language: string) => string;

/** Formats calendar dates, each once: a list says the same few over and over, and a browser takes its time with each. */
export function shortDates(): ShortDate {
  const known = new Map<string, string>();
  return (date, language) => {
    const name = `${language} ${date}`;
    const text = known.get(name) ?? formatCalendarDate(date, language, 'short');
    known.set(name, text);
    return text;
  };
}
