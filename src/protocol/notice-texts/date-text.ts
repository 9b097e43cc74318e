import type { Language } from '../languages.ts';

const months = 'January February March April May June July August September October November December'.split(' ');

/** A calendar date in words, the same on every machine: what is written with it is signed. */
export function dateText(date: string, language: Language): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return language === 'en' ? `${day} ${months[month - 1] ?? ''} ${year}` : `${year} 年 ${month} 月 ${day} 日`;
}
