import calendar from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { addDays } from '../../protocol/time.ts';

export interface DueDate {
  /** `YYYY-MM-DD`. */
  readonly due: string;
  /** False where the State Council hasn't published that year's holidays yet: then only weekends are left out. */
  readonly calendarKnown: boolean;
}

// The package's own functions ask the machine's zone what day it is, so its dates are read instead.
const holidays: ReadonlySet<string> = new Set(Object.keys(calendar.holidays));
const workedWeekends: ReadonlySet<string> = new Set(Object.keys(calendar.workdays));

/** The date so many Chinese working days after `date`, holidays and make-up Saturdays counted as they are. */
export function workingDaysAfter(date: string, days: number): DueDate {
  let due = date;
  for (let left = days; left > 0; ) {
    due = addDays(due, 1);
    if (isWorkingDay(due)) left -= 1;
  }
  // A year is published when its National Day is.
  return { due, calendarKnown: holidays.has(`${due.slice(0, 4)}-10-01`) };
}

/** Working days from `today` to `due`: 0 on the day itself, below 0 for each working day that has passed since. */
export function workingDaysLeft(today: string, due: string): number {
  const [from, to, sign] = today <= due ? [today, due, 1] : [due, today, -1];
  let days = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(day)) days += 1;
  return days === 0 ? 0 : sign * days;
}

function isWorkingDay(date: string): boolean {
  if (holidays.has(date)) return false;
  if (workedWeekends.has(date)) return true;
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}
