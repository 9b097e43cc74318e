import { expect, test } from 'vitest';
import { isRehearsalDue, restoredLately } from '../../../src/staff/recovery/rehearsal-due.ts';

const at = '2026-11-21T10:00:00.000Z';
const after = (days: number) => Date.parse(at) + days * 86_400_000;

test('a sheet is tried again a year after the last time, and not before it was ever tried', () => {
  expect(isRehearsalDue(at, after(364))).toBe(false);
  expect(isRehearsalDue(at, after(365))).toBe(true);
  expect(isRehearsalDue(null, after(4000))).toBe(false);
});

test('a restored owner is told of for two weeks', () => {
  expect(restoredLately(at, after(13))).toBe(true);
  expect(restoredLately(at, after(14))).toBe(false);
});
