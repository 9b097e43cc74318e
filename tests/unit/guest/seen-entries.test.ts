import { expect, it } from 'vitest';
import { seenEntries } from '../../../src/guest/my-registration/seen-entries.ts';

function memory() {
  const kept = new Map<string, string>();
  return {
    kept,
    recall: async (of: string) => kept.get(of) ?? null,
    remember: async (of: string, note: string) => void kept.set(of, note),
  };
}
const secret = 'S'.repeat(43);

it('knows nothing of a registration this phone was never shown', async () => {
  const phone = memory();
  await seenEntries(phone, 'T'.repeat(43)).remember([1, 2]);
  expect(await seenEntries(phone, secret).allAmong([4, 9])).toBe(null);
});

it.each<{ readonly now: readonly number[]; readonly complete: boolean; readonly why: string }>([
  { why: 'the same', now: [4, 9, 12], complete: true },
  { why: 'more at the end', now: [4, 9, 12, 30], complete: true },
  { why: 'the first left out', now: [9, 12, 30], complete: false },
  { why: 'one between left out', now: [4, 12, 30], complete: false },
  { why: 'the last left out', now: [4, 9], complete: false },
  { why: 'the last left out and another come since', now: [4, 9, 30], complete: false },
  { why: 'all left out', now: [], complete: false },
])('of three entries shown before: $why', async ({ now, complete }) => {
  const phone = memory();
  await seenEntries(phone, secret).remember([4, 9, 12]);
  expect(await seenEntries(phone, secret).allAmong(now)).toBe(complete);
});

it('keeps nothing that says of which registration or which entries it speaks', async () => {
  const phone = memory();
  await seenEntries(phone, secret).remember([4711, 4712]);
  const [[of, note] = ['', '']] = phone.kept;
  expect(of).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(note).toMatch(/^2 [A-Za-z0-9_-]{43}$/);
  expect(of + note).not.toContain('471');
});
