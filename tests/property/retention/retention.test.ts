// The whole job over a real database: guests of hotels with any terms and in any region, on servers in any zone, while the clock jumps
// by years, the machine sleeps and loses power. Nothing is erased before its day, everything is within a day of it once the clock is
// right again, and what is erased is in no file.

import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import calendar from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { purposeTemplates } from '../../../src/protocol/purpose-templates.ts';
import type { PurposeId, Retention } from '../../../src/protocol/purposes.ts';
import { suggestedTerms } from '../../../src/protocol/suggested-terms.ts';
import { addDays, addMonths, toDate } from '../../../src/protocol/time.ts';
import { Committer } from '../../../src/server/commit/committer.ts';
import { Hotels } from '../../../src/server/hotel/hotels.ts';
import { serverLog } from '../../../src/server/http/server-log.ts';
import { Readiness } from '../../../src/server/jobs/readiness.ts';
import { logEntryText } from '../../../src/server/log/log-entry.ts';
import { RetentionJob } from '../../../src/server/retention/retention-job.ts';
import type { Change } from '../../../src/server/store/change.ts';
import { runs } from '../crypto/runs.ts';
import { foundOnDisk } from '../../support/found-on-disk.ts';
import { random } from '../../support/hotel-fixtures.ts';
import { arrivalBody, testGuest, type TestGuest } from '../../support/server-fixtures.ts';
import { setUp, startTestServer, type TestServer } from '../../support/test-server.ts';

const hour = 3_600_000;
const day = 24 * hour;
const years = 3653 * day;
const start = Date.parse('2026-01-20T04:00:00Z');
const zone = process.env['TZ'];

let server: TestServer | null = null;
afterEach(async () => {
  await server?.end();
  server = null;
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

const consents: readonly PurposeId[] = ['emergency', 'billing', 'membership', 'offers'];

const plan = fc.record({
  checkOut: fc.integer({ min: 0, max: 40 }),
  departs: fc.boolean(),
  given: fc.subarray([...consents], { minLength: 1 }),
  identity: fc.boolean(),
  minors: fc.boolean(),
});
type Event =
  | { readonly kind: 'pass' | 'off'; readonly days: number }
  | { readonly kind: 'jump'; readonly by: number }
  | { readonly kind: 'sane' | 'guest' };
const event: fc.Arbitrary<Event> = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 12 }).map((days): Event => ({ kind: 'pass', days })) },
  fc.integer({ min: 1, max: 9 }).map((days): Event => ({ kind: 'off', days })),
  fc.integer({ min: -years, max: years }).map((by): Event => ({ kind: 'jump', by })),
  fc.constantFrom<Event>({ kind: 'sane' }, { kind: 'guest' }),
);
const scenario = fc.record({
  zone: fc.constantFrom(
    'Asia/Shanghai',
    'Asia/Urumqi',
    'UTC',
    'America/Los_Angeles',
    'America/St_Johns',
    'Pacific/Kiritimati',
    'Asia/Kathmandu',
  ),
  // The hotel's region, and what its owner may have confirmed for each duty: none yet, what is said for the region, or any other.
  place: fc.constantFrom('CN-11', 'CN-31', 'CN-44', 'CN-54', 'CN-65').chain((region) => {
    const said = suggestedTerms(region, 'identity').map(({ months }) => months);
    const months = fc.constantFrom(undefined, 1, 2, 6, ...said);
    return fc.record({ region: fc.constant(region), identity: months, minors: months });
  }),
  workingDays: fc.integer({ min: 0, max: 12 }),
  membership: fc.integer({ min: 1, max: 3 }),
  guests: fc.array(plan, { minLength: 2, maxLength: 5 }),
  events: fc.array(event, { minLength: 6, maxLength: 14 }),
});

/** The promise, read slowly: the first moment of the day, in China, on which a purpose goes; null while no term is known. */
function dueMoment(retention: Retention, checkOut: string, departs: boolean): number | null {
  const first = departs ? checkOut : addDays(checkOut, 1);
  let due = checkOut;
  if (retention.kind === 'until-withdrawn') due = addMonths(checkOut, retention.monthsAfterStay);
  else if (retention.kind === 'statutory') {
    if (retention.months === undefined) return null;
    due = addMonths(checkOut, retention.months);
  } else if (retention.kind === 'until-date') {
    return Date.parse(`${retention.erased}T00:00:00+08:00`);
  } else {
    for (let left = retention.workingDays; left > 0; ) {
      due = addDays(due, 1);
      const weekend = [0, 6].includes(new Date(`${due}T00:00:00Z`).getUTCDay());
      const worked = due in calendar.workdays || (!weekend && !(due in calendar.holidays));
      if (worked) left -= 1;
    }
  }
  return Date.parse(`${due < first ? first : due}T00:00:00+08:00`);
}

interface Held {
  readonly registration: string;
  readonly purpose: PurposeId;
  readonly ciphertext: string;
  readonly due: number | null;
}

const byLaw = (months: number | undefined): Retention =>
  months === undefined ? { kind: 'statutory' } : { kind: 'statutory', months };

async function world({
  zone: where,
  place,
  workingDays,
  membership,
  guests,
}: typeof scenario extends fc.Arbitrary<infer T> ? T : never) {
  process.env['TZ'] = where;
  // Its own job looks once, at the start, and never again.
  server = await startTestServer({ expireEvery: 2 ** 31 - 1 });
  server.clock.now = start;
  const retentions: Readonly<Partial<Record<PurposeId, Retention>>> = {
    emergency: { kind: 'after-departure', workingDays },
    membership: { kind: 'until-withdrawn', monthsAfterStay: membership },
    identity: byLaw(place.identity),
    minors: byLaw(place.minors),
  };
  const { hotel } = await setUp(server, { retentions, jurisdiction: place.region });
  const { store } = server;
  const committer = new Committer({ store, onRows: () => undefined, onCommit: () => undefined });
  const hotels = new Hotels(store, () => start);
  const { sign } = await hotels.get(hotel.property);
  const held: Held[] = [];
  const bodies: TestGuest[] = [];
  for (const { checkOut: after, departs, given, identity, minors } of guests) {
    const checkOut = addDays(toDate(start), after);
    const statutory = [...(identity ? ['identity' as const] : []), ...(minors ? ['minors' as const] : [])];
    const guest = await testGuest(hotel, {
      now: start,
      given,
      statutory,
      change: (written) => ({ ...written, checkIn: toDate(start), checkOut }),
    });
    const { status } = await server.send('register', { parameters: { property: hotel.property }, body: guest.body });
    expect(status).toBe(201);
    const { registration, envelopes } = guest.submission;
    const by = { at: start, actor: 'server', role: 'server', registration } as const;
    const changes: Change[] = [
      {
        kind: 'arrive',
        ...arrivalBody(hotel),
        checkOut,
        at: start,
        registration,
        entry: logEntryText({ ...by, action: 'arrived' }),
      },
    ];
    if (departs) {
      const entry = logEntryText({ ...by, action: 'departed' });
      changes.push({ kind: 'set-stay', at: start, registration, checkOut, departed: true, entry });
    }
    await committer.submit(hotel.property, changes, sign);
    bodies.push(guest);
    for (const purpose of [...given, ...statutory]) {
      const ciphertext = envelopes.find((one) => one.purpose === purpose)?.ciphertext ?? '';
      const retention = retentions[purpose] ?? purposeTemplates[purpose].retention;
      held.push({ registration, purpose, ciphertext, due: dueMoment(retention, checkOut, departs) });
    }
  }
  return { server, hotels, committer, held, property: hotel.property };
}

test('never early, never more than a day late once the clock is right, and gone from the disk', async () => {
  await fc.assert(
    fc.asyncProperty(scenario, async (of) => {
      const { server: running, hotels, committer, held, property } = await world(of);
      const { store, folder } = running;
      const real = { now: start, elapsed: 0, off: 0 };
      const errors: unknown[] = [];
      const log = {
        ...serverLog(
          () => undefined,
          () => real.now,
        ),
        error: (_: string, error: unknown) => errors.push(error),
      };
      const boot = () =>
        RetentionJob.start({
          store,
          committer,
          hotels,
          random,
          log,
          readiness: new Readiness(store),
          clock: () => real.now + real.off,
          elapsed: () => real.elapsed,
        });
      await store.keepCountedTime(start);
      let job = await boot();
      let certainAt = start;
      const look = async () => {
        await job.run();
        expect(errors).toEqual([]);
        const there = new Set<string>();
        for (const registration of new Set(held.map((one) => one.registration)))
          for (const { purpose } of await store.envelopes(registration)) there.add(`${registration} ${purpose}`);
        for (const { registration, purpose, due } of held) {
          const present = there.has(`${registration} ${purpose}`);
          assert(present || (due !== null && real.now >= due), `${purpose} went early`);
          // As far as the job can know: what has passed since the clock was last certain.
          assert(!present || due === null || certainAt < due + day, `${purpose} is late`);
        }
      };
      const pass = async (time: number) => {
        for (let left = time; left > 0; left -= 8 * hour) {
          real.now += 8 * hour;
          real.elapsed += 8 * hour;
          certainAt += 8 * hour;
          await look();
        }
      };
      for (const one of of.events) {
        if (one.kind === 'pass') await pass(one.days * day);
        if (one.kind === 'off') {
          await job.stop();
          real.now += one.days * day;
          real.elapsed = 0;
          job = await boot();
        }
        if (one.kind === 'jump') real.off = one.by;
        if (one.kind === 'sane') real.off = 0;
        if (one.kind === 'guest') {
          job.time.witness(real.now);
          if (real.off >= 0) certainAt = real.now;
        }
        await look();
      }
      real.off = 0;
      job.time.witness(real.now);
      certainAt = real.now;
      await pass(day);
      const gone = held.filter(({ due }) => due !== null && due <= real.now).map(({ ciphertext }) => ciphertext);
      const kept = held.filter(({ due }) => due === null || due > real.now).map(({ ciphertext }) => ciphertext);
      expect(await foundOnDisk(folder, gone)).toEqual([]);
      expect((await foundOnDisk(folder, kept)).toSorted()).toEqual(kept.toSorted());
      const certificates = await store.certificates(property, 1000);
      expect(certificates.length).toBeGreaterThan(0);
      await running.end();
      server = null;
    }),
    { ...runs(8), endOnFailure: true },
  );
}, 180_000);
