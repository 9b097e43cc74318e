import type { Upcoming } from '../../protocol/retention-api.ts';
import { lastDay } from '../../protocol/sealed-day.ts';
import { addDays, toDate, toInstant } from '../../protocol/time.ts';
import { unlessBroken } from '../broken-records.ts';
import type { Hotel } from '../hotel/hotels.ts';
import { sealedWithDays } from '../jobs/erase-sealed.ts';
import type { AwaitedRegistration } from '../store/retention-store.ts';
import type { Store } from '../store/store.ts';
import { awaitedRegistrations } from './awaited-registrations.ts';
import { awaitedUntil, startOfDay } from './awaited-until.ts';
import { keptRegistrations } from './kept-registrations.ts';
import { Terms } from './terms-of.ts';

/** Milliseconds. */
const hour = 3_600_000;

type Group = Omit<Upcoming, 'count' | 'planned'>;

/**
 * What the job will erase and seal off next, grouped by day, of guests who are awaited, who came, and of whom only the law still keeps
 * anything. `now` is the time terms are counted by, milliseconds.
 */
export async function upcoming(store: Store, hotel: Hotel, now: number): Promise<Upcoming[]> {
  const groups = new Map<string, Upcoming>();
  const add = (one: Group, planned = false) => {
    const key = JSON.stringify([one.day, one.class, one.outcome, one.term, one.awaited?.from]);
    const before = groups.get(key) ?? { ...one, count: 0, planned: 0 };
    groups.set(key, { ...before, count: before.count + 1, planned: before.planned + (planned ? 1 : 0) });
  };
  for (const one of await ofAwaited(store, hotel, now)) add(one);
  // The job tells of records it can't read; what is planned for them nobody knows.
  const untold = () => undefined;
  for await (const page of keptRegistrations(store, hotel, null, untold)) {
    for (const { kept, plan } of page) {
      const planned = kept.state !== 'departed';
      for (const { purpose, outcome, day, calendarKnown, retention } of plan.steps)
        add({ day, class: purpose, outcome, term: retention, calendarKnown }, planned);
      const { due: day, calendarKnown } = plan.ends;
      add({ day, class: 'card', outcome: 'erased', term: null, calendarKnown }, planned);
    }
  }
  const terms = new Terms(store, hotel);
  for await (const { sealed, day } of sealedWithDays(store, hotel, untold)) {
    const { purpose } = sealed;
    const asked = hotel.current.manifest.purposes.find(({ id }) => id === purpose)?.retention;
    const today = asked ?? (await terms.ofLaw(purpose));
    // The day of a rule that has been replaced since says nothing of the one that did.
    const term = lastDay(today, sealed.checkOut) === day ? today : null;
    add({ day, class: purpose, outcome: 'erased', term, calendarKnown: true });
  }
  return [...groups.values()].sort(
    (a, b) =>
      (a.day ?? '9').localeCompare(b.day ?? '9') ||
      (a.awaited?.from ?? '').localeCompare(b.awaited?.from ?? '') ||
      a.class.localeCompare(b.class),
  );
}

/** Whole registrations once nobody waits for their guest any more, and before that what a temporary rule asked, where its day comes first. */
async function ofAwaited(store: Store, hotel: Hotel, now: number): Promise<Group[]> {
  const { unconfirmedHours: hours } = (await store.settings(hotel.property)).settings;
  const terms = new Terms(store, hotel);
  const soon = addDays(toDate(now), 1);
  const found: Group[] = [];
  for await (const page of awaitedRegistrations(store, hotel.property)) {
    for (const waiting of page) {
      const until = awaitedUntil(waiting, hours);
      const day = toDate(until);
      const from = day <= soon ? toInstant(until - (until % hour)) : null;
      found.push({ ...erased, day, class: 'unconfirmed', term: null, awaited: { hours, from } });
      found.push(...(await temporaryOf(terms, waiting, until)));
    }
  }
  return found;
}

const erased = { outcome: 'erased', calendarKnown: true } as const;

async function temporaryOf(terms: Terms, waiting: AwaitedRegistration, until: number): Promise<Group[]> {
  if (!waiting.purposes.includes('temporary')) return [];
  const found = await unlessBroken(
    waiting.registration,
    () => terms.of(waiting),
    () => undefined,
  );
  return (found ?? []).flatMap(({ purpose, retention }) =>
    retention.kind === 'until-date' && startOfDay(retention.erased) < until
      ? [{ ...erased, day: retention.erased, class: purpose, term: retention }]
      : [],
  );
}
