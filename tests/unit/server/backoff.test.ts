// How guessing is slowed, also by somebody who makes up names for it.

import { expect, test } from 'vitest';
import { Backoff } from '../../../src/server/staff/backoff.ts';

test('a flood of names nobody has makes no waiting be forgotten, and names nobody has wait as others do', () => {
  const clock = { now: 0 };
  const backoff = new Backoff(() => clock.now);
  for (let tries = 0; tries < 8; tries++) {
    backoff.failed('li');
    backoff.failed('made up', false);
  }
  expect([backoff.wait('li'), backoff.wait('made up')]).toEqual([32, 32]);
  for (let other = 0; other < 50_000; other++) backoff.failed(`nobody ${other}`, false);
  expect([backoff.wait('li'), backoff.wait('made up')]).toEqual([32, 0]);
  clock.now += 32_000;
  backoff.failed('li');
  expect(backoff.wait('li')).toBe(60);
  backoff.succeeded('li');
  expect(backoff.wait('li')).toBe(0);
});

test('a name that comes to exist keeps what it waited for', () => {
  const backoff = new Backoff(() => 0);
  for (let tries = 0; tries < 5; tries++) backoff.failed('wang', false);
  backoff.failed('wang');
  expect(backoff.wait('wang')).toBe(8);
});
