// The time terms are counted by, over every way a clock can be wrong: it is never ahead of the true time, never goes back, and is the
// true time again after one guest has registered under a clock that is right.

import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { CountedClock } from '../../../src/server/retention/counted-clock.ts';

const hour = 3_600_000;
const day = 24 * hour;
const years = 3653 * day;

type Event =
  | { readonly kind: 'pass' | 'sleep' | 'off'; readonly time: number }
  | { readonly kind: 'jump'; readonly by: number }
  | { readonly kind: 'sane' | 'guest' | 'owner' }
  | { readonly kind: 'liar'; readonly by: number };

const time = fc.integer({ min: 0, max: 40 * day });
const by = fc.integer({ min: -years, max: years });
const event: fc.Arbitrary<Event> = fc.oneof(
  time.map((of): Event => ({ kind: 'pass', time: of })),
  time.map((of): Event => ({ kind: 'sleep', time: of })),
  time.map((of): Event => ({ kind: 'off', time: of })),
  by.map((of): Event => ({ kind: 'jump', by: of })),
  fc.constantFrom<Event>({ kind: 'sane' }, { kind: 'guest' }, { kind: 'owner' }),
  by.map((of): Event => ({ kind: 'liar', by: of })),
);

test('no clock, phone or power cut brings the counted time ahead of the true one, and one guest brings it back to it', () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 40 }), (events) => {
      const start = Date.parse('2026-11-21T10:00:00Z');
      const real = { now: start, elapsed: 5, off: 0 };
      const parts = { clock: () => real.now + real.off, elapsed: () => real.elapsed };
      let counted = new CountedClock({ ...parts, kept: start });
      let last = start;
      for (const one of events) {
        if (one.kind === 'pass' || one.kind === 'sleep' || one.kind === 'off') real.now += one.time;
        if (one.kind === 'pass') real.elapsed += one.time;
        if (one.kind === 'off') {
          real.elapsed = 1;
          counted = new CountedClock({ ...parts, kept: last });
        }
        if (one.kind === 'jump') real.off = one.by;
        if (one.kind === 'sane') real.off = 0;
        if (one.kind === 'guest') counted.witness(real.now);
        // One of the two clocks may be wrong, not both.
        if (one.kind === 'liar' && real.off === 0) counted.witness(real.now + one.by);
        if (one.kind === 'owner' && real.off === 0) counted.confirm();
        const now = counted.now();
        expect(now).toBeLessThanOrEqual(real.now);
        expect(now).toBeGreaterThanOrEqual(last + (one.kind === 'pass' ? one.time : 0));
        expect(counted.state()).toBe(
          real.now + real.off - now > day ? 'held' : real.now + real.off - now < -day ? 'behind' : 'sound',
        );
        last = now;
      }
      real.off = 0;
      counted.witness(real.now);
      expect(counted.now()).toBe(real.now);
      expect(counted.state()).toBe('sound');
    }),
    { numRuns: 2000 },
  );
});
