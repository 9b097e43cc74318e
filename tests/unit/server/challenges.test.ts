import { expect, test } from 'vitest';
import { randomBytes } from '../../../src/crypto/random-bytes.ts';
import { Challenges } from '../../../src/server/staff/challenges.ts';

const minute = 60_000;

function challenges() {
  const clock = { now: 1_800_000_000_000 };
  const secret = randomBytes(32);
  const make = (of = secret) => new Challenges({ secret: of, clock: () => clock.now, random: randomBytes });
  return { clock, make, ours: make() };
}

test('a challenge holds for its use, for five minutes, and once', () => {
  const { clock, ours } = challenges();
  const challenge = ours.make('prove a');
  expect(ours.holds('prove a', challenge)).toBe(true);
  expect(ours.holds('prove b', challenge)).toBe(false);
  expect(ours.spend(challenge)).toBe(true);
  expect(ours.holds('prove a', challenge)).toBe(false);
  expect(ours.spend(challenge)).toBe(false);
  const late = ours.make('prove a');
  clock.now += 5 * minute - 1;
  expect(ours.holds('prove a', late)).toBe(true);
  clock.now += 1;
  expect(ours.holds('prove a', late)).toBe(false);
});

test('a challenge that is made up, changed, of another server or of a clock set back doesn’t hold', () => {
  const { clock, make, ours } = challenges();
  const challenge = ours.make('prove');
  const changed = `${challenge.startsWith('A') ? 'B' : 'A'}${challenge.slice(1)}`;
  for (const text of ['', 'AAAA', 'A'.repeat(51), changed, `${challenge}=`, make(randomBytes(32)).make('prove')]) {
    expect(ours.holds('prove', text)).toBe(false);
  }
  // Another process of the same server knows it.
  expect(make().holds('prove', challenge)).toBe(true);
  clock.now -= minute;
  expect(ours.holds('prove', challenge)).toBe(false);
});
