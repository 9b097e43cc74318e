import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { addDays } from '../../../src/protocol/time.ts';
import { workingDaysAfter, workingDaysLeft } from '../../../src/server/requests/working-days.ts';

test.each([
  // National Day 2026: 1 to 7 October off, Sunday 20 September and Saturday 10 October worked.
  ['2026-09-18', 1, '2026-09-20'],
  ['2026-09-30', 1, '2026-10-08'],
  ['2026-09-30', 3, '2026-10-10'],
  ['2026-09-20', 15, '2026-10-16'],
  // Spring Festival 2026: 15 to 23 February off, Saturdays 14 and 28 February worked.
  ['2026-02-13', 2, '2026-02-24'],
  ['2026-02-27', 1, '2026-02-28'],
  ['2026-11-21', 15, '2026-12-11'],
])('%s and %i working days are %s', (from, days, due) => {
  expect(workingDaysAfter(from, days)).toEqual({ due, calendarKnown: true });
});

// 国务院办公厅关于2026年部分节假日安排的通知 (4 November 2025, as Xinhua printed it), each day written out: the package's data must
// say the same.
const daysOff2026 = [
  ['New Year', '2026-01-01', '2026-01-03'],
  ['Spring Festival', '2026-02-15', '2026-02-23'],
  ['Qingming', '2026-04-04', '2026-04-06'],
  ['Labour Day', '2026-05-01', '2026-05-05'],
  ['Dragon Boat', '2026-06-19', '2026-06-21'],
  ['Mid-Autumn', '2026-09-25', '2026-09-27'],
  ['National Day', '2026-10-01', '2026-10-07'],
] as const;
const workedWeekends2026 = ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'];

const isOff = (from: string, to: string) => (day: string) => from <= day && day <= to;

test('every day of 2026 is worked or not as the State Council announced', () => {
  const wrong: string[] = [];
  let worked = 0;
  for (let day = '2026-01-01'; day <= '2026-12-31'; day = addDays(day, 1)) {
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
    const holiday = daysOff2026.some(([, from, to]) => isOff(from, to)(day));
    const expected = !holiday && (workedWeekends2026.includes(day) || (weekday !== 0 && weekday !== 6));
    const really = workingDaysAfter(addDays(day, -1), 1).due === day;
    if (really !== expected) wrong.push(day);
    if (really) worked += 1;
  }
  expect(wrong).toEqual([]);
  expect(worked).toBe(248);
});

test.each([
  // The evening before National Day, the day itself, and after it has passed with a holiday in between.
  ['2026-09-30', '2026-10-10', 3],
  ['2026-10-10', '2026-10-10', 0],
  ['2026-10-12', '2026-09-30', -4],
  ['2026-02-13', '2026-02-14', 1],
  ['2026-11-20', '2026-11-22', 0],
])('on %s, due on %s: %i working days left', (today, due, left) => {
  expect(workingDaysLeft(today, due)).toBe(left);
});

test('a request of late December is due in a year whose calendar may not be out: it says so and counts Monday to Friday', () => {
  const { due, calendarKnown } = workingDaysAfter('2026-12-18', 15);
  expect(due).toBe('2027-01-08');
  expect(calendarKnown).toBe(false);
});

test('past the last published calendar only weekends are left out, and it says so', () => {
  expect(workingDaysAfter('2031-09-30', 15)).toEqual({ due: '2031-10-21', calendarKnown: false });
});

test('the same everywhere on earth', async () => {
  const script = new URL('../../../src/server/requests/working-days.ts', import.meta.url).href;
  const code = `import(${JSON.stringify(script)}).then((m) => console.log(m.workingDaysAfter('2026-09-20', 15).due))`;
  for (const TZ of ['America/Los_Angeles', 'Asia/Shanghai', 'Pacific/Kiritimati']) {
    const { stdout } = await promisify(execFile)(process.execPath, ['-e', code], { env: { ...process.env, TZ } });
    expect([TZ, stdout.trim()]).toEqual([TZ, '2026-10-16']);
  }
});
