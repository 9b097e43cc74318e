import chineseDays from 'chinese-days';

export interface DueDate {
  /** `YYYY-MM-DD`. */
  readonly due: string;
  /** False where the State Council hasn't published that year's holidays yet: then only weekends are left out. */
  readonly calendarKnown: boolean;
}

/** The date so many Chinese working days after `date`, holidays and make-up Saturdays counted as they are. */
export function workingDaysAfter(date: string, days: number): DueDate {
  const due = chineseDays.findWorkday(days, noon(date));
  return { due, calendarKnown: isPublished(due.slice(0, 4)) };
}

/** A year is published when its National Day goes by its name; of other years only the weekday is known. */
function isPublished(year: string): boolean {
  return chineseDays.getDayDetail(noon(`${year}-10-01`)).name.includes(',');
}

/** The package reads a bare date as midnight in Greenwich and then asks the machine's own clock, west of there the day before. */
function noon(date: string): string {
  return `${date}T12:00:00`;
}
