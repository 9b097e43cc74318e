// What the owner is shown to go next is what then goes: the preview is asked, the clock is moved to just before what it names, to it, and
// past it, and what the server wrote into its log is held against it; until nothing is left. Guests who are awaited, who came, who left.

import * as fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { logEntrySchema } from '../../../src/protocol/audit-log.ts';
import { defaultSettings, settingLimits } from '../../../src/protocol/hotel-settings.ts';
import type { PurposeId, Retention } from '../../../src/protocol/purposes.ts';
import type { Upcoming } from '../../../src/protocol/retention-api.ts';
import { addDays, toDate } from '../../../src/protocol/time.ts';
import { Committer } from '../../../src/server/commit/committer.ts';
import { Hotels } from '../../../src/server/hotel/hotels.ts';
import { serverLog } from '../../../src/server/http/server-log.ts';
import { Readiness } from '../../../src/server/jobs/readiness.ts';
import { logEntryText } from '../../../src/server/log/log-entry.ts';
import { RetentionJob } from '../../../src/server/retention/retention-job.ts';
import { upcoming } from '../../../src/server/retention/upcoming.ts';
import type { Change } from '../../../src/server/store/change.ts';
import { runs } from '../crypto/runs.ts';
import { allPurposes, random } from '../../support/hotel-fixtures.ts';
import { arrivalBody, testGuest } from '../../support/server-fixtures.ts';
import { setUp, startTestServer, type TestServer } from '../../support/test-server.ts';

const minute = 60_000;
const hour = 60 * minute;
const start = Date.parse('2026-11-21T10:00:00Z');

let server: TestServer | null = null;
afterEach(async () => {
  await server?.end();
  server = null;
});

const guest = fc.record({
  /** Days from the start to the planned day of arrival. */
  ahead: fc.integer({ min: 0, max: 4 }),
  nights: fc.integer({ min: 1, max: 3 }),
  state: fc.constantFrom('awaited', 'awaited', 'arrived', 'departed'),
  /** Minutes after the start at which they register; past midnight their own hours count. */
  registers: fc.integer({ min: 0, max: 30 * 60 }),
  given: fc.subarray<PurposeId>(['emergency', 'billing', 'membership'], { minLength: 1 }),
  statutory: fc.subarray<PurposeId>(['identity', 'temporary']),
});
const scenario = fc.record({
  hours: fc.integer({ min: settingLimits.unconfirmedHours.least, max: 100 }),
  temporary: fc.integer({ min: 1, max: 8 }),
  identity: fc.constantFrom(undefined, 1),
  guests: fc.array(guest, { minLength: 3, maxLength: 6 }),
});

async function world({
  hours,
  temporary,
  identity,
  guests,
}: typeof scenario extends fc.Arbitrary<infer T> ? T : never) {
  // Its own job looks once, at the start, and never again.
  server = await startTestServer({ expireEvery: 2 ** 31 - 1, now: start });
  const running = server;
  const today = toDate(start);
  const retentions: Readonly<Partial<Record<PurposeId, Retention>>> = {
    emergency: { kind: 'after-departure', workingDays: 2 },
    membership: { kind: 'until-withdrawn', monthsAfterStay: 1 },
    identity: identity === undefined ? { kind: 'statutory' } : { kind: 'statutory', months: identity },
    temporary: { kind: 'until-date', asked: addDays(today, temporary), erased: addDays(today, temporary + 1) },
  };
  const { hotel } = await setUp(server, { retentions, purposes: [...allPurposes, 'temporary'] });
  const { store } = server;
  const committer = new Committer({
    store,
    moment: () => running.clock.now,
    onRows: () => undefined,
    onCommit: () => undefined,
  });
  const hotels = new Hotels(store, () => running.clock.now);
  const { property } = hotel;
  const { sign } = await hotels.get(property);
  const by = { at: start, actor: 'server', role: 'server' } as const;
  const settings = { ...defaultSettings, unconfirmedHours: hours };
  const entry = logEntryText({ ...by, action: 'settings-changed' });
  const changes: Change[] = [{ kind: 'save-settings', at: start, settings, revision: 0, entry }];
  await committer.submit(property, changes, sign);
  for (const one of guests.toSorted((a, b) => a.registers - b.registers)) {
    const now = start + one.registers * minute;
    running.clock.now = now;
    const checkIn = addDays(toDate(now), one.ahead);
    const checkOut = addDays(checkIn, one.nights);
    const { body, submission } = await testGuest(hotel, {
      now,
      given: one.given,
      statutory: one.statutory,
      change: (written) => ({ ...written, checkIn, checkOut }),
    });
    expect((await running.send('register', { parameters: { property }, body })).code).toBeNull();
    if (one.state === 'awaited') continue;
    const { registration } = submission;
    const desk = { at: now, registration } as const;
    const arrived = logEntryText({ ...by, ...desk, action: 'arrived' });
    const departed = logEntryText({ ...by, ...desk, action: 'departed' });
    const noted = { manifestSequence: hotel.manifest.sequence, ...arrivalBody(hotel), checkOut } as const;
    const acts: Change[] = [{ kind: 'arrive', ...desk, ...noted, entry: arrived }];
    if (one.state === 'departed') acts.push({ kind: 'set-stay', ...desk, checkOut, departed: true, entry: departed });
    await committer.submit(property, acts, sign);
  }
  return { running, store, committer, hotels, property };
}

/** Numbers by class and outcome, as the preview and the log both can be counted. */
function counted(all: readonly { readonly class: string; readonly outcome: string; readonly count: number }[]) {
  const sums = new Map<string, number>();
  for (const { class: id, outcome, count } of all)
    sums.set(`${id} ${outcome}`, (sums.get(`${id} ${outcome}`) ?? 0) + count);
  return Object.fromEntries(sums);
}

test('what is shown to go next is what then goes, at its hour and not before, down to the last of it', async () => {
  let unconfirmed = 0;
  let temporary = 0;
  await fc.assert(
    fc.asyncProperty(scenario, async (of) => {
      const { running, store, committer, hotels, property } = await world(of);
      const { clock } = running;
      await store.keepCountedTime(clock.now);
      const errors: unknown[] = [];
      const now = () => clock.now;
      const job = await RetentionJob.start({
        store,
        committer,
        hotels,
        random,
        log: { ...serverLog(() => undefined, now), error: (_: string, error: unknown) => errors.push(error) },
        broken: { note: (registration) => errors.push(registration) },
        readiness: new Readiness(store),
        clock: now,
        elapsed: now,
      });
      let read = (await store.entries(property, 0, 10_000)).length;
      /** One run, and what it wrote down as gone. */
      const went = async () => {
        await job.run();
        expect(errors).toEqual([]);
        const texts = await store.entries(property, read, 10_000);
        read += texts.length;
        return counted(
          texts.flatMap((text) => {
            const { role, action, purpose } = logEntrySchema.parse(JSON.parse(text));
            if (role !== 'server') return [];
            if (action === 'expired') return [{ class: 'unconfirmed', outcome: 'erased', count: 1 }];
            if (action === 'sealed-off') return [{ class: purpose ?? '', outcome: 'sealed-off', count: 1 }];
            return action === 'erased' ? [{ class: purpose ?? '', outcome: 'erased', count: 1 }] : [];
          }),
        );
      };
      const preview = async () => (await upcoming(store, await hotels.get(property), job.time.now())).filter(dated);
      const dated = (one: Upcoming) => one.day !== null;
      const moveTo = (time: number) => {
        clock.now = Math.max(clock.now, time);
      };
      // What came due while the guests were registering.
      await went();
      for (let next = await preview(); next.length > 0; next = await preview()) {
        const day = next[0]?.day ?? '';
        const begins = Date.parse(`${day}T00:00:00+08:00`);
        // The evening before nothing has gone, and each that goes at some hour of the day is shown with it by then.
        moveTo(begins - 1);
        expect(await went()).toEqual({});
        const shown = (await preview()).filter((one) => one.day === day);
        expect(counted(shown)).toEqual(counted(next.filter((one) => one.day === day)));
        const atOnce = shown.filter(({ awaited }) => awaited === undefined);
        moveTo(begins);
        const hours = new Map<number, Upcoming[]>([[begins, atOnce]]);
        for (const one of shown.filter(({ awaited }) => awaited !== undefined)) {
          const from = Date.parse(one.awaited?.from ?? '');
          hours.set(from, [...(hours.get(from) ?? []), one]);
        }
        for (const [from, groups] of [...hours].toSorted(([a], [b]) => a - b)) {
          moveTo(from - 1);
          // At the day's beginning that was looked at already.
          const before = from === begins ? {} : await went();
          expect(before).toEqual({});
          // Terms that begin with the day are kept at its beginning; who is awaited goes within the hour.
          moveTo(from === begins && groups.every(({ awaited }) => awaited === undefined) ? from : from + hour - 1);
          expect(await went()).toEqual(counted(groups));
        }
        unconfirmed += shown.filter((one) => one.class === 'unconfirmed').length;
        temporary += shown.filter((one) => one.class === 'temporary').length;
      }
      const left = await store.rows(property, 0, 100);
      expect(left.every(({ row }) => row.state === 'expired' || row.state === 'erased')).toBe(true);
      await running.end();
      server = null;
    }),
    { ...runs(4), endOnFailure: true },
  );
  expect(unconfirmed).toBeGreaterThan(0);
  expect(temporary).toBeGreaterThan(0);
}, 120_000);
