import { expect, test } from 'vitest';
import type { Approval } from '../../../src/protocol/approval.ts';
import {
  answeredSince,
  nextEnd,
  outcomeOf,
  ownQuestion,
  stands,
  withLost,
} from '../../../src/staff/approvals/known-approval.ts';

const at = Date.parse('2026-11-27T10:00:00+08:00');
const own = (id: string, state: Approval['state'], part: Partial<Approval> = {}): Approval => ({
  id,
  registration: 'r'.repeat(22),
  purpose: 'minors',
  reason: 'check-in',
  asker: 'me',
  decidedBy: null,
  state,
  askedAt: '2026-11-27T09:55:00+08:00',
  until: '2026-11-27T10:10:00+08:00',
  ...part,
});
const by = { person: 'me', now: at };
const states = (known: ReturnType<typeof withLost>) => known.map(({ id, state }) => [id, state]);

test('a question the server forgot before its time is lost, and said so until its time is over', () => {
  const before = [own('a', 'waiting'), own('b', 'approved')];
  const lost = withLost(before, [], by);
  expect(states(lost)).toEqual([
    ['a', 'lost'],
    ['b', 'lost'],
  ]);
  expect(states(withLost(lost, [own('c', 'waiting')], by))).toEqual([
    ['c', 'waiting'],
    ['a', 'lost'],
    ['b', 'lost'],
  ]);
  expect(withLost(lost, [], { ...by, now: at + 11 * 60_000 })).toEqual([]);
});

test('what the server still answers, what was over, and what others asked is nobody’s loss', () => {
  const others = [
    own('a', 'waiting', { asker: 'they' }),
    own('b', 'refused'),
    own('c', 'reviewed'),
    own('d', 'expired'),
  ];
  expect(withLost(others, [], by)).toEqual([]);
  expect(states(withLost([own('a', 'waiting')], [own('a', 'refused')], by))).toEqual([['a', 'refused']]);
});

test('whoever asked is told once what waited and waits no more, and after a sign-in what may still be opened', () => {
  const waiting = [own('a', 'waiting'), own('b', 'waiting'), own('c', 'waiting', { asker: 'they' })];
  const after = [
    own('a', 'approved'),
    own('b', 'refused'),
    own('c', 'approved', { asker: 'they' }),
    own('d', 'refused'),
  ];
  expect(answeredSince(waiting, after, by).map(({ id }) => id)).toEqual(['a', 'b']);
  expect(answeredSince(after, after, by)).toEqual([]);
  expect(answeredSince(null, after, by).map(({ id }) => id)).toEqual(['a']);
  expect(answeredSince(null, after, { ...by, now: at + 11 * 60_000 })).toEqual([]);
  expect(answeredSince(waiting, withLost(waiting, [], by), by).map(({ id, state }) => [id, state])).toEqual([
    ['a', 'lost'],
    ['b', 'lost'],
  ]);
});

test('an approval that ended between two looks is told as over, not as a question nobody answered', () => {
  const waiting = [own('a', 'waiting'), own('b', 'waiting'), own('c', 'waiting')];
  const after = [own('a', 'expired', { decidedBy: 'they' }), own('b', 'expired'), own('c', 'approved')];
  expect(answeredSince(waiting, after, by).map(outcomeOf)).toEqual(['over', 'expired', 'approved']);
});

test('the question at a purpose is the person’s own and newest, and no opening in an emergency', () => {
  const of = { person: 'me', registration: 'r'.repeat(22), purpose: 'minors' } as const;
  const known = [
    own('e', 'emergency'),
    own('t', 'waiting', { asker: 'they' }),
    own('n', 'refused'),
    own('o', 'approved'),
  ];
  expect(ownQuestion(known, of)?.id).toBe('n');
  expect(ownQuestion(known, { ...of, purpose: 'identity' })).toBeUndefined();
});

test('a question for one reason is none for another', () => {
  const of = { person: 'me', registration: 'r'.repeat(22), purpose: 'minors' } as const;
  const known = [own('d', 'approved', { reason: 'legal-duty' }), own('c', 'approved')];
  expect(ownQuestion(known, of)?.id).toBe('d');
  expect(ownQuestion(known, { ...of, reason: 'check-in' })?.id).toBe('c');
  expect(ownQuestion(known.slice(1), { ...of, reason: 'legal-duty' })).toBeUndefined();
});

test('what waits or was approved is under way until its time is over', () => {
  expect([own('a', 'waiting'), own('b', 'approved')].map((one) => stands(one, at))).toEqual([true, true]);
  expect([own('a', 'refused'), own('b', 'expired')].map((one) => stands(one, at))).toEqual([false, false]);
  expect(stands(own('a', 'approved'), at + 11 * 60_000)).toBe(false);
});

test('the next time that is over is of one’s own question or approval', () => {
  const later = { until: '2026-11-27T10:20:00+08:00' };
  expect(nextEnd([own('a', 'waiting', later), own('b', 'approved')], 'me')).toBe(at + 10 * 60_000);
  expect(nextEnd([own('a', 'refused'), own('b', 'waiting', { asker: 'they' })], 'me')).toBeNull();
});
