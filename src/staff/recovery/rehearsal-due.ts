const day = 86_400_000;

/** Whether a year has gone by since the sheet was last proven. `now` in milliseconds; a sheet never proven is asked for elsewhere. */
export function isRehearsalDue(provenAt: string | null, now: number): boolean {
  return provenAt !== null && now - Date.parse(provenAt) >= 365 * day;
}

/** Whether an owner was restored so lately that everyone is still told: two weeks, so that nobody's days off hide it. */
export function restoredLately(at: string, now: number): boolean {
  return now - Date.parse(at) < 14 * day;
}
