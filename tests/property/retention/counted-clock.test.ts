// The time terms are counted by, over every way a clock can be wrong: the first one too, before anybody has looked at it. It is never
// ahead of the true time, never goes back, and is the true time again once the owner has looked at a clock that is right.

import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { CountedClock } from '../../../src/server/retention/counted-clock.ts';

const hour = 3_600_000;
const day = 24 * hour;
const years = 3653 * day;

type Event =
  | { readonly kind: 'pass' | 'sleep' | 'off'; readonly time: number }
  | { readonly kind: 'jump'; readonly by: number }
  | { readonly kind: 'sane' | 'owner' }
  | { readonly kind: 'device'; readonly by: number };

const time = fc.integer({ min: 0, max: 40 * day });
const by = fc.integer({ min: -years, max: years });
const event: fc.Arbitrary<Event> = fc.oneof(
  time.map((of): Event => ({ kind: 'pass', time: of })),
  time.map((of): Event => ({ kind: 'sleep', time: of })),
  time.map((of): Event => ({ kind: 'off', time: of })),
  by.map((of): Event => ({ kind: 'jump', by: of })),
  fc.constantFrom<Event>({ kind: 'sane' }, { kind: 'owner' }),
  by.map((of): Event => ({ kind: 'device', by: of })),
);

test('no clock, first or later, no device and no power cut brings the counted time ahead of the true one, and the owner brings it back to it', () => {
  fc.assert(
    fc.property(by, fc.array(event, { maxLength: 40 }), (first, events) => {
      const start = Date.parse('2026-11-21T10:00:00Z');
      const real = { now: start, elapsed: 5, off: first };
      const parts = { clock: () => real.now + real.off, elapsed: () => real.elapsed };
      let counted = new CountedClock({ ...parts, kept: null });
      let last = counted.now();
      for (const one of events) {
        if (one.kind === 'pass' || one.kind === 'sleep' || one.kind === 'off') real.now += one.time;
        if (one.kind === 'pass') real.elapsed += one.time;
        if (one.kind === 'off') {
          real.elapsed = 1;
          counted = new CountedClock({ ...parts, kept: counted.begun ? last : null });
          if (!counted.begun) last = counted.now();
        }
        if (one.kind === 'jump') real.off = one.by;
        if (one.kind === 'sane') real.off = 0;
        if (one.kind === 'device') {
          // The owner's device, or that of whoever signs in, or the server's clock may be wrong, not both.
          const begins = !counted.begun;
          counted.witness(real.now + (real.off === 0 ? one.by : 0));
          if (begins) last = counted.now();
        }
        if (one.kind === 'owner' && real.off === 0) counted.confirm();
        const now = counted.now();
        expect(now).toBeLessThanOrEqual(real.now);
        expect(now).toBeGreaterThanOrEqual(last + (one.kind === 'pass' ? one.time : 0));
        const ahead = real.now + real.off - now;
        expect(counted.state()).toBe(!counted.begun || ahead > day ? 'held' : ahead < -day ? 'behind' : 'sound');
        last = now;
      }
      real.off = 0;
      counted.confirm();
      expect(counted.now()).toBe(real.now);
      expect(counted.state()).toBe('sound');
    }),
    { numRuns: 2000 },
  );
});
