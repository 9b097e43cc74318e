import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { clockLeeway, inTime } from '../../../src/server/in-time.ts';
import { type KeptMoment, SteadyClock, unknownPause } from '../../../src/server/steady-clock.ts';

const year = 365 * 86_400_000;

/** A machine: time that really passes, with or without the process counting it, and a wall clock somebody can set. */
function machine(kept: KeptMoment | null = null, wall = 1_800_000_000_000) {
  const at = { wall, elapsed: 17.25 };
  const steady = new SteadyClock({ clock: () => Math.floor(at.wall), elapsed: () => at.elapsed, kept });
  return { at, steady };
}

const event = fc.oneof(
  fc.record({ kind: fc.constant('passes' as const), by: fc.double({ min: 0, max: 3_600_000, noNaN: true }) }),
  fc.record({ kind: fc.constant('sleeps' as const), by: fc.integer({ min: 0, max: 3_600_000 }) }),
  fc.record({ kind: fc.constant('set' as const), by: fc.integer({ min: -10 * year, max: 10 * year }) }),
  fc.record({ kind: fc.constant('starts again' as const), by: fc.constant(0) }),
);

test('it never goes back, and never falls behind what really passed, wherever the wall clock is set', () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 40 }), (events) => {
      let { at, steady } = machine();
      const began = steady.now();
      let before = began;
      let really = 0;
      for (const { kind, by } of events) {
        at.wall += by;
        if (kind === 'passes') at.elapsed += by;
        if (kind !== 'set') really += by;
        if (kind === 'starts again') ({ at, steady } = machine(steady.kept(), at.wall));
        const now = steady.now();
        expect(now).toBeGreaterThanOrEqual(before);
        // Each setting, and each sleep, may cost what two clocks may lie apart.
        expect(now - began).toBeGreaterThanOrEqual(Math.floor(really) - 1001 * events.length);
        before = now;
      }
    }),
  );
});

test('two clocks that tick differently make it no faster than either', () => {
  const { at, steady } = machine();
  const began = steady.now();
  for (let i = 0; i < 100_000; i++) {
    at.wall += 0.25;
    at.elapsed += 0.25;
    steady.now();
  }
  expect(steady.now() - began).toBeGreaterThanOrEqual(24_998);
  expect(steady.now() - began).toBeLessThanOrEqual(25_002);
});

test('a moment is told by the wall clock as it stands', () => {
  const { at, steady } = machine();
  const moment = steady.now();
  at.wall += 60_000;
  at.elapsed += 60_000;
  expect(steady.toWall(moment)).toBe(at.wall - 60_000);
  at.wall -= 10 * year;
  expect(steady.toWall(moment)).toBe(at.wall - 60_000);
});

test.each([
  ['what the wall clock says', 3 * year, 3 * year],
  ['nothing, where that clock was corrected by a little', -clockLeeway, 0],
  ['half a day, where it was set back', -clockLeeway - 1, unknownPause],
  ['half a day, however far it was set back', -10 * year, unknownPause],
])('a pause counts as %s', (_, by, counts) => {
  const kept = { moment: 1_900_000_000_000, wall: 1_800_000_000_000 };
  const { at, steady } = machine(kept, kept.wall + by);
  expect(steady.now()).toBe(kept.moment + counts);
  at.wall += 60_000;
  at.elapsed += 60_000;
  expect(steady.now()).toBe(kept.moment + counts + 60_000);
  // Where it was set back, the next start counts from what it had said before, too.
  expect(steady.kept()).toEqual({ moment: kept.moment + counts + 60_000, wall: Math.max(at.wall, kept.wall) });
});

test('told the time after a start in another year, what really passed counts, or a day where that is less', () => {
  const kept = { moment: 1_900_000_000_000, wall: 1_800_000_000_000 };
  for (const [off, counts] of [
    [0, 2 * unknownPause + 60_000],
    [5 * 86_400_000, 5 * 86_400_000],
  ] as const) {
    const { at, steady } = machine(kept, 0);
    at.wall += 60_000;
    at.elapsed += 60_000;
    expect(steady.now()).toBe(kept.moment + unknownPause + 60_000);
    at.wall = kept.wall + off;
    expect(steady.now()).toBe(kept.moment + counts);
    expect(steady.kept()).toEqual({ moment: kept.moment + counts, wall: at.wall });
    // From here on it is a clock like any other: set ahead, it ends what it passes over.
    at.wall += year;
    expect(steady.now()).toBe(kept.moment + counts + year);
  }
});

test('started again before it is told the time, it loses no more than half a day with each start', () => {
  const kept = { moment: 1_900_000_000_000, wall: 1_800_000_000_000 };
  const second = machine(machine(kept, 0).steady.kept(), 0);
  expect(second.steady.now()).toBe(kept.moment + 2 * unknownPause);
  second.at.wall = kept.wall;
  expect(second.steady.now()).toBe(kept.moment + 3 * unknownPause);
  expect(machine(machine(kept, 0).steady.kept(), kept.wall).steady.now()).toBe(kept.moment + unknownPause);
});

test('a clock nobody tells the time within half a day is taken as it is', () => {
  const kept = { moment: 1_900_000_000_000, wall: 1_800_000_000_000 };
  const { at, steady } = machine(kept, 0);
  at.wall += unknownPause;
  at.elapsed += unknownPause;
  const now = steady.now();
  expect(steady.kept()).toEqual({ moment: now, wall: at.wall });
  at.wall += year;
  expect(steady.now()).toBe(now + year);
});

test('what ends later than it could, had it been made now, is over', () => {
  const now = 1_800_000_000_000;
  expect(inTime(now + 1, now, 1000)).toBe(true);
  expect(inTime(now, now, 1000)).toBe(false);
  expect(inTime(now + 1000 + clockLeeway, now, 1000)).toBe(true);
  expect(inTime(now + 1000 + clockLeeway + 1, now, 1000)).toBe(false);
});
