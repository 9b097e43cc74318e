/** Days after which the desk reminds of something again. Reminders ask; nothing is kept from anybody because of one. */
export const reminderDays = {
  /** Of people who open others' details, since they last confirmed the training (PIPL 51: training at regular intervals). */
  training: 365,
  /** Of a passphrase that has stayed the same. A long one isn't made better by changing it often. */
  passphrase: 365,
} as const;

/** Whether it is time for a reminder; what never was is due. `now` in milliseconds. */
export function isDue(what: keyof typeof reminderDays, since: string | null, now: number): boolean {
  return since === null || now - Date.parse(since) >= reminderDays[what] * 86_400_000;
}
