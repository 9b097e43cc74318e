import { expect, test } from 'vitest';
import { InTurn } from '../../../src/staff/approvals/in-turn.ts';
import { FakeTimers } from './fake-timers.ts';

test('news that comes together is told one after the other, each for its time', async () => {
  const timers = new FakeTimers();
  const turns = new InTurn(timers, 4000);
  const told: string[] = [];
  const tell = (words: string) => turns.add(async () => void told.push(words));
  tell('first');
  tell('second');
  await expect.poll(() => told).toEqual(['first']);
  timers.turn(3999);
  await new Promise(setImmediate);
  expect(told).toEqual(['first']);
  await expect
    .poll(() => {
      timers.turn(1);
      return told;
    })
    .toEqual(['first', 'second']);
});
