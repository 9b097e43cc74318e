import { expect, test } from 'vitest';
import type { Approval } from '../../../src/protocol/approval.ts';
import { withLost } from '../../../src/staff/approvals/known-approval.ts';

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
