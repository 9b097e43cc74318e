// When what goes, against a slow reading of the same promise: any calendar, any term, any day of leaving.

import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Retention } from '../../../src/protocol/purposes.ts';
import { sealedOffAfter } from '../../../src/protocol/retention-classes.ts';
import { addDays, addMonths } from '../../../src/protocol/time.ts';
import { planRegistration } from '../../../src/server/retention/plan-registration.ts';

const date = fc.integer({ min: 0, max: 3000 }).map((n) => addDays('2024-01-01', n));
const retention: fc.Arbitrary<Retention> = fc.oneof(
  fc.record({ kind: fc.constant('after-departure' as const), workingDays: fc.integer({ min: 0, max: 60 }) }),
  fc.record({ kind: fc.constant('until-withdrawn' as const), monthsAfterStay: fc.integer({ min: 1, max: 36 }) }),
  fc.record({ kind: fc.constant('statutory' as const), months: fc.integer({ min: 1, max: 120 }) }),
  fc.constant<Retention>({ kind: 'statutory' }),
);

test('nothing goes before its term or before the guest has left, and everything goes on its day', () => {
  fc.assert(
    fc.property(
      date,
      fc.boolean(),
      fc.array(retention, { maxLength: 4 }),
      fc.infiniteStream(fc.boolean()),
      (checkOut, departed, retentions, coins) => {
        const worked = new Map<string, boolean>();
        const isWorked = (on: string) => {
          const known = worked.get(on) ?? coins.next().value === true;
          worked.set(on, known);
          return known;
        };
        const workingDaysAfter = (from: string, days: number) => {
          let due = from;
          for (let left = days; left > 0; ) {
            due = addDays(due, 1);
            if (isWorked(due)) left -= 1;
          }
          return { due, calendarKnown: true };
        };
        const terms = retentions.map((one) => ({ purpose: 'billing' as const, retention: one }));
        const { steps, ends } = planRegistration({ checkOut, departed }, terms, workingDaysAfter);
        expect(steps).toHaveLength(retentions.length);
        for (const { day, outcome, until, retention: of } of steps) {
          expect(day >= (departed ? checkOut : addDays(checkOut, 1))).toBe(true);
          expect(outcome).toBe(of.kind === 'statutory' ? 'sealed-off' : 'erased');
          expect(until).toBe(
            of.kind === 'statutory' && of.months !== undefined ? addMonths(checkOut, of.months) : null,
          );
          const between = [...worked].filter(([on, is]) => is && on > checkOut && on <= day).length;
          const none = departed ? checkOut : addDays(checkOut, 1);
          const holds = {
            // A purpose with dates of its own is tested beside it.
            'until-date': () => false,
            'until-withdrawn': () => of.kind === 'until-withdrawn' && day === addMonths(checkOut, of.monthsAfterStay),
            statutory: () => between === sealedOffAfter && isWorked(day),
            'after-departure': () =>
              of.kind === 'after-departure' &&
              (of.workingDays === 0 ? day === none : between === of.workingDays && isWorked(day)),
          };
          expect(holds[of.kind]()).toBe(true);
        }
        const first = departed ? checkOut : addDays(checkOut, 1);
        expect(ends.due).toBe([first, ...steps.map(({ day }) => day)].toSorted().at(-1));
      },
    ),
    { numRuns: 1000 },
  );
});
