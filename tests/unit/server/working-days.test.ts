import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { workingDaysAfter } from '../../../src/server/requests/working-days.ts';

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
