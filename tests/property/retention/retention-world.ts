// Hotels with any terms in any region on servers in any zone, and their guests.

import * as fc from 'fast-check';
import calendar from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { expect } from 'vitest';
import { purposeTemplates } from '../../../src/protocol/purpose-templates.ts';
import type { PurposeId, Retention } from '../../../src/protocol/purposes.ts';
import { suggestedTerms } from '../../../src/protocol/suggested-terms.ts';
import { addDays, addMonths, toDate } from '../../../src/protocol/time.ts';
import { Committer } from '../../../src/server/commit/committer.ts';
import { Hotels } from '../../../src/server/hotel/hotels.ts';
import { logEntryText } from '../../../src/server/log/log-entry.ts';
import type { Change } from '../../../src/server/store/change.ts';
import { arrivalBody, testGuest } from '../../support/server-fixtures.ts';
import { setUp, startTestServer } from '../../support/test-server.ts';

/** Milliseconds. */
const day = 86_400_000;

export const start = Date.parse('2026-01-20T04:00:00Z');

const consents: readonly PurposeId[] = ['emergency', 'billing', 'membership', 'offers'];

const plan = fc.record({
  checkOut: fc.integer({ min: 0, max: 40 }),
  departs: fc.boolean(),
  given: fc.subarray([...consents], { minLength: 1 }),
  identity: fc.boolean(),
  minors: fc.boolean(),
});
export const placeScenario = fc.record({
  // By how much the server's clock was wrong as the hotel was set up; its owner's device was right.
  first: fc.oneof(fc.constant(0), fc.integer({ min: -200 * day, max: 3653 * day })),
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

export interface Held {
  readonly registration: string;
  readonly purpose: PurposeId;
  readonly ciphertext: string;
  readonly due: number | null;
}

const byLaw = (months: number | undefined): Retention =>
  months === undefined ? { kind: 'statutory' } : { kind: 'statutory', months };

export async function retentionWorld({
  first,
  zone: where,
  place,
  workingDays,
  membership,
  guests,
}: typeof placeScenario extends fc.Arbitrary<infer T> ? T : never) {
  process.env['TZ'] = where;
  // Its own job looks once, at the start, and never again.
  const server = await startTestServer({ expireEvery: 2 ** 31 - 1, elapsed: () => 0 });
  server.clock.now = start + first;
  const retentions: Readonly<Partial<Record<PurposeId, Retention>>> = {
    emergency: { kind: 'after-departure', workingDays },
    membership: { kind: 'until-withdrawn', monthsAfterStay: membership },
    identity: byLaw(place.identity),
    minors: byLaw(place.minors),
  };
  const { hotel } = await setUp(server, { retentions, jurisdiction: place.region, ownTime: start });
  server.clock.now = start;
  const { store } = server;
  const committer = new Committer({ store, moment: () => start, onRows: () => undefined, onCommit: () => undefined });
  const hotels = new Hotels(store, () => start);
  const { sign } = await hotels.get(hotel.property);
  const held: Held[] = [];
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
        manifestSequence: hotel.manifest.sequence,
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
    for (const purpose of [...given, ...statutory]) {
      const ciphertext = envelopes.find((one) => one.purpose === purpose)?.ciphertext ?? '';
      const retention = retentions[purpose] ?? purposeTemplates[purpose].retention;
      held.push({ registration, purpose, ciphertext, due: dueMoment(retention, checkOut, departs) });
    }
  }
  return { server, hotels, committer, held, hotel };
}
