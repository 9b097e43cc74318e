import { expect, test } from 'vitest';
import { RecentCounts } from '../../../src/server/http/recent-counts.ts';

function setting() {
  const s = { now: 1_000_000, asked: 0, fault: null as Error | null };
  const counts = async () => {
    s.asked += 1;
    if (s.fault !== null) throw s.fault;
    return { registrations: s.asked };
  };
  return Object.assign(s, { recent: new RecentCounts({ counts }, () => s.now) });
}

test('tables are counted once in ten seconds, however many ask', async () => {
  const s = setting();
  const answers = await Promise.all([s.recent.get(), s.recent.get()]);
  s.now += 9999;
  expect([...answers, await s.recent.get()]).toEqual(Array.from({ length: 3 }, () => ({ registrations: 1 })));
  s.now += 1;
  expect(await s.recent.get()).toEqual({ registrations: 2 });
});

test('a failure is told and not kept', async () => {
  const s = setting();
  s.fault = new Error('the disk');
  await expect(s.recent.get()).rejects.toThrow('the disk');
  s.fault = null;
  expect(await s.recent.get()).toEqual({ registrations: 2 });
});
