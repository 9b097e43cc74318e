import { expect, test } from 'vitest';
import { IdleLock, idleMilliseconds, warningMilliseconds } from '../../../src/staff/session/idle-lock.ts';
import { FakeTimers } from './fake-timers.ts';

function start() {
  const timers = new FakeTimers();
  const told: string[] = [];
  const lock = new IdleLock(timers, {
    onWarning: (locksAt) => told.push(`warning ${locksAt}`),
    onCalm: () => told.push('calm'),
    onLock: () => told.push('lock'),
  });
  return { timers, told, lock };
}

test('warns half a minute before it locks, once, and locks at five minutes', () => {
  const { timers, told } = start();
  timers.turn(idleMilliseconds - warningMilliseconds - 1);
  expect(told).toEqual([]);
  timers.turn(1);
  expect(told).toEqual([`warning ${idleMilliseconds}`]);
  timers.turn(warningMilliseconds - 1);
  expect(told).toHaveLength(1);
  timers.turn(1);
  expect(told.at(-1)).toBe('lock');
});

test('a touch starts the five minutes again and takes the warning back', () => {
  const { timers, told, lock } = start();
  timers.turn(idleMilliseconds - 1000);
  lock.touch();
  expect(told.at(-1)).toBe('calm');
  timers.turn(idleMilliseconds - warningMilliseconds - 1);
  expect(told.at(-1)).toBe('calm');
});

test('a tablet that slept too long is locked by the touch that wakes it', () => {
  const { timers, told, lock } = start();
  timers.sleep(idleMilliseconds + 1);
  lock.touch();
  expect(told).toEqual(['lock']);
});

test('stopped, it says nothing more', () => {
  const { timers, told, lock } = start();
  lock.stop();
  timers.turn(idleMilliseconds * 2);
  expect(told).toEqual([]);
});
