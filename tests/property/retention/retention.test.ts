// The whole job over a real database: guests of hotels with any terms and in any region, on servers in any zone and set up under any
// clock, while the clock jumps by years, the machine sleeps and loses power. Nothing is erased before its day, everything is within a
// day of it once the owner has looked at a clock that is right, what is erased is in no file, and the certificates count it.

import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { verifyCertificate } from '../../../src/crypto/verify-certificate.ts';
import { parseCertificate } from '../../../src/protocol/erasure-certificate.ts';
import { serverLog } from '../../../src/server/http/server-log.ts';
import { Readiness } from '../../../src/server/jobs/readiness.ts';
import { provenCertificate } from '../../../src/server/retention/certify-run.ts';
import { RetentionJob } from '../../../src/server/retention/retention-job.ts';
import { runs } from '../crypto/runs.ts';
import { foundOnDisk } from '../../support/found-on-disk.ts';
import { random, sha256 } from '../../support/hotel-fixtures.ts';
import type { TestServer } from '../../support/test-server.ts';
import { placeScenario, retentionWorld, start } from './retention-world.ts';

const hour = 3_600_000;
const day = 24 * hour;
const years = 3653 * day;
const zone = process.env['TZ'];

let server: TestServer | null = null;
afterEach(async () => {
  await server?.end();
  server = null;
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

type Event =
  | { readonly kind: 'pass' | 'off'; readonly days: number }
  | { readonly kind: 'jump'; readonly by: number }
  | { readonly kind: 'sane' | 'owner' };
const event: fc.Arbitrary<Event> = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 12 }).map((days): Event => ({ kind: 'pass', days })) },
  fc.integer({ min: 1, max: 9 }).map((days): Event => ({ kind: 'off', days })),
  fc.integer({ min: -years, max: years }).map((by): Event => ({ kind: 'jump', by })),
  fc.constantFrom<Event>({ kind: 'sane' }, { kind: 'owner' }),
);
const scenario = fc
  .tuple(placeScenario, fc.array(event, { minLength: 6, maxLength: 14 }))
  .map(([place, events]) => ({ ...place, events }));

test('never early, never more than a day late once the clock is right, and gone from the disk', async () => {
  await fc.assert(
    fc.asyncProperty(scenario, async (of) => {
      const { server: running, hotels, committer, held, hotel } = await retentionWorld(of);
      server = running;
      const { store, folder } = running;
      const { property } = hotel;
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
          broken: { note: (registration) => errors.push(registration) },
          readiness: new Readiness(store),
          clock: () => real.now + real.off,
          elapsed: () => real.elapsed,
        });
      // From what the set-up left; where its clock was behind, that is as far behind.
      let job = await boot();
      let certainAt = start + Math.min(0, of.first);
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
          const late = present && due !== null && certainAt >= due + day;
          assert(!late || job.time.state() === 'behind', `${purpose} is late`);
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
        if (one.kind === 'owner' && real.off === 0) {
          await job.confirmClock();
          certainAt = real.now;
        }
        await look();
      }
      real.off = 0;
      await job.confirmClock();
      certainAt = real.now;
      await pass(day);
      const gone = held.filter(({ due }) => due !== null && due <= real.now).map(({ ciphertext }) => ciphertext);
      const kept = held.filter(({ due }) => due === null || due > real.now).map(({ ciphertext }) => ciphertext);
      expect(await foundOnDisk(folder, gone)).toEqual([]);
      expect((await foundOnDisk(folder, kept)).toSorted()).toEqual(kept.toSorted());
      // Every run's certificate is in the log, verifies without the server, follows the one before, and together they count what went.
      const certificates = (await store.certificates(property, 1000)).toReversed();
      const counted = new Map<string, number>();
      let previous: string | null = null;
      let to = 0;
      for (const stored of certificates) {
        await verifyCertificate(await provenCertificate(store, property, stored), hotel.root.keyId);
        const { log: range, previous_hash: before, classes } = parseCertificate(stored.text);
        expect([range.from, before]).toEqual([to, previous]);
        [previous, to] = [sha256(stored.text), range.to];
        for (const one of classes)
          if (one.outcome === 'erased') counted.set(one.class, (counted.get(one.class) ?? 0) + one.count);
      }
      for (const purpose of new Set(held.map((one) => one.purpose))) {
        const went = held.filter((one) => one.purpose === purpose && gone.includes(one.ciphertext)).length;
        expect([purpose, counted.get(purpose) ?? 0]).toEqual([purpose, went]);
      }
      await running.end();
      server = null;
    }),
    { ...runs(8), endOnFailure: true },
  );
}, 180_000);
