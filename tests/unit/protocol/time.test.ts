import { describe, expect, it } from 'vitest';
import { addDays, dateSchema, instantSchema, toDate, toInstant } from '../../../src/protocol/time.ts';

describe('dates', () => {
  it.each(['2000-01-01', '2024-02-29', '2000-02-29', '2026-12-31', '2199-12-31'])('%s exists', (date) => {
    expect(dateSchema.safeParse(date).success).toBe(true);
  });

  it.each([
    '2026-02-29',
    '2100-02-29',
    '2026-02-30',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '1999-12-31',
    '2200-01-01',
    '26-01-01',
    '2026-1-1',
    '2026/01/01',
    '2026-01-01T00:00:00Z',
    ' 2026-01-01',
    '２０２６-01-01',
    '+275760-09-13',
    '',
  ])('%j does not', (date) => {
    expect(dateSchema.safeParse(date).success).toBe(false);
  });

  it('move by whole days across leap days, months and years', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect(addDays('2026-05-04', 0)).toBe('2026-05-04');
    expect(addDays('2024-01-01', 366)).toBe('2025-01-01');
  });
});

describe('instants', () => {
  it('are written in China’s time, whole seconds', () => {
    expect(toInstant(Date.UTC(2026, 4, 4, 1, 30, 0, 999))).toBe('2026-05-04T09:30:00+08:00');
    expect(toInstant(0)).toBe('1970-01-01T08:00:00+08:00');
  });

  it('a day begins eight hours before it does in UTC', () => {
    expect(toDate(Date.UTC(2026, 4, 4, 15, 59, 59))).toBe('2026-05-04');
    expect(toDate(Date.UTC(2026, 4, 4, 16))).toBe('2026-05-05');
    expect(toDate(Date.UTC(2024, 1, 28, 16))).toBe('2024-02-29');
  });

  it('read back to the millisecond they were written from', () => {
    for (const time of [0, Date.UTC(1999, 11, 31), Date.UTC(2024, 1, 29, 16), Date.UTC(2199, 11, 31)])
      expect(Date.parse(toInstant(time))).toBe(time);
    expect(instantSchema.safeParse(toInstant(Date.UTC(2024, 1, 28, 16))).success).toBe(true);
  });

  it.each([
    '2026-05-04T09:30:00Z',
    '2026-05-04T09:30:00+09:00',
    '2026-05-04T09:30:00.5+08:00',
    '2026-05-04 09:30:00+08:00',
    '2026-02-29T00:00:00+08:00',
    '2026-02-30T00:00:00+08:00',
    '2026-04-31T00:00:00+08:00',
    '2026-05-04T24:00:00+08:00',
    '2026-05-04T23:60:00+08:00',
    '2026-05-04T23:59:60+08:00',
    '+275760-09-13T00:00:00Z',
    '-271821-04-20T00:00:00Z',
    'now',
    '',
  ])('%j is none', (instant) => {
    expect(instantSchema.safeParse(instant).success).toBe(false);
  });
});
