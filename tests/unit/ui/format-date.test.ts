import { describe, expect, test } from 'vitest';
import { formatCalendarDate, formatInstant, formatStay } from '../../../src/ui/messages/format-date.ts';

describe('dates a guest reads', () => {
  test('keep their day, having no time zone to move them', () => {
    expect(formatCalendarDate('2026-05-01', 'en')).toBe('1 May 2026');
    expect(formatCalendarDate('2026-05-01', 'zh-Hans')).toBe('2026年5月1日');
    expect(formatCalendarDate('2026-12-31', 'en', 'short')).toBe('31 Dec');
  });

  test.each(['2026-02-30', '2026-5-1', '2026-05-01T00:00:00Z', '', 'tomorrow'])('must exist: %j', (text) => {
    expect(() => formatCalendarDate(text, 'en')).toThrow(RangeError);
  });

  test('of a stay are said as one phrase', () => {
    expect(formatStay('2026-05-01', '2026-05-04', 'en')).toBe('1 – 4 May 2026');
    expect(formatStay('2026-05-01', '2026-05-04', 'zh-Hans')).toBe('2026年5月1日至5月4日');
    expect(formatStay('2025-12-30', '2026-01-02', 'zh-Hans')).toBe('2025年12月30日至2026年1月2日');
  });

  test('of a stay that ends before it starts are shown as they are', () => {
    expect(formatStay('2026-05-04', '2026-05-01', 'en')).toBe('4 May 2026 – 1 May 2026');
  });
});

describe('moments', () => {
  test('are told in the property’s time zone', () => {
    const newYearInUtc = Date.UTC(2026, 0, 1, 0, 30);
    expect(formatInstant(newYearInUtc, 'en', 'Asia/Shanghai', 'time')).toBe('08:30');
    expect(formatInstant('2026-05-04T09:30:00+08:00', 'zh-Hans', 'Asia/Shanghai')).toContain('09:30');
  });
});
