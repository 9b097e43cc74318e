import { expect, test } from 'vitest';
import { ageAt, birthDate, calendarDate } from '../../../src/pii/birth-date.ts';
import { partySize } from '../../../src/pii/party-size.ts';
import { checkInDate, checkOutDate } from '../../../src/pii/stay-dates.ts';

const today = '2026-05-04';

test.each([
  '1990-01-05',
  '1990-1-5',
  '1990/01/05',
  '1990.1.5',
  '19900105',
  '1990年1月5日',
  '１９９０－０１－０５',
  ' 1990 / 1 / 5 ',
])('%j is 5 January 1990', (typed) => {
  expect(birthDate(typed, today)).toEqual({ ok: true, value: '1990-01-05' });
});

test.each([
  '05.01.1990',
  '1/5/1990',
  '900105',
  '1990-13-01',
  '1990-02-30',
  '1900-02-29',
  '1990-00-10',
  '1990',
  'tomorrow',
])('%j is not guessed at', (typed) => {
  expect(calendarDate(typed)).toBeNull();
  expect(birthDate(typed, today)).toEqual({ ok: false, reason: 'date_not_real' });
});

test('a date of birth is today at the latest and within 130 years', () => {
  expect(birthDate('2026-05-04', today)).toEqual({ ok: true, value: '2026-05-04' });
  expect(birthDate('2026-05-05', today)).toEqual({ ok: false, reason: 'birth_date_in_future' });
  expect(birthDate('1900-01-01', today)).toEqual({ ok: true, value: '1900-01-01' });
  expect(birthDate('1895-05-04', today)).toEqual({ ok: false, reason: 'birth_date_too_long_ago' });
  expect(birthDate('1906-01-01', '2040-01-01')).toEqual({ ok: false, reason: 'birth_date_too_long_ago' });
  expect(birthDate('', today)).toEqual({ ok: false, reason: 'missing' });
});

test.each([
  ['2008-05-04', '2026-05-04', 18],
  ['2008-05-05', '2026-05-04', 17],
  ['2012-02-29', '2026-02-28', 13],
  ['2012-02-29', '2026-03-01', 14],
  ['2026-05-04', '2026-05-04', 0],
])('somebody born %s is on %s %i years old', (born, date, age) => {
  expect(ageAt(born, date)).toBe(age);
});

test('a stay begins between yesterday and a year from now', () => {
  expect(checkInDate('2026-05-04', today)).toEqual({ ok: true, value: '2026-05-04' });
  expect(checkInDate('2026-05-03', today).ok).toBe(true);
  expect(checkInDate('2026-05-02', today)).toEqual({ ok: false, reason: 'check_in_past' });
  expect(checkInDate('2027-05-05', today).ok).toBe(true);
  expect(checkInDate('2027-05-06', today)).toEqual({ ok: false, reason: 'check_in_too_far' });
  expect(checkInDate('2026-02-30', today)).toEqual({ ok: false, reason: 'date_not_real' });
  expect(checkInDate('', today)).toEqual({ ok: false, reason: 'missing' });
});

test('a stay ends on the day of arrival or within a year after it', () => {
  expect(checkOutDate('2026-05-04', today).ok).toBe(true);
  expect(checkOutDate('2026-05-03', today)).toEqual({ ok: false, reason: 'check_out_before_check_in' });
  expect(checkOutDate('2027-05-06', today)).toEqual({ ok: false, reason: 'stay_too_long' });
  expect(checkOutDate('soon', today)).toEqual({ ok: false, reason: 'date_not_real' });
  expect(checkOutDate('', null)).toEqual({ ok: false, reason: 'missing' });
  expect(checkOutDate('2000-01-01', null).ok).toBe(true);
});

test('a party has one to thirty people', () => {
  expect(partySize('1')).toEqual({ ok: true, value: 1 });
  expect(partySize(' ３０ ')).toEqual({ ok: true, value: 30 });
  expect(partySize('003')).toEqual({ ok: true, value: 3 });
  for (const typed of ['0', '31', '9'.repeat(400)])
    expect(partySize(typed)).toEqual({ ok: false, reason: 'party_size_range' });
  for (const typed of ['two', '1.5', '-1', '1e1', '二']) {
    expect(partySize(typed)).toEqual({ ok: false, reason: 'party_size_not_a_number' });
  }
  expect(partySize('')).toEqual({ ok: false, reason: 'missing' });
});
