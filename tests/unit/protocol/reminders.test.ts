import { expect, test } from 'vitest';
import { isDue, reminderDays } from '../../../src/protocol/reminders.ts';
import { toInstant } from '../../../src/protocol/time.ts';

const day = 86_400_000;
const since = toInstant(Date.parse('2026-02-28T23:00:00+08:00'));

test('what never was is due; else after its days, and not a second before', () => {
  const due = Date.parse(since) + reminderDays.training * day;
  expect(isDue('training', null, 0)).toBe(true);
  expect([due - 1000, due, due + day].map((now) => isDue('training', since, now))).toEqual([false, true, true]);
  expect(isDue('passphrase', since, Date.parse(since) - day)).toBe(false);
});
