import type { RetentionOverview, Upcoming } from '../../protocol/retention-api.ts';
import { Refusal } from '../../protocol/problems.ts';
import { writeOne } from '../commit/write-one.ts';
import type { Hotel } from '../hotel/hotels.ts';
import { sealedUntil } from '../registration/delete-registration.ts';
import { logEntryText } from '../log/log-entry.ts';
import type { DeskParts } from '../staff/desk.ts';
import type { ActiveSession } from '../staff/sessions.ts';
import type { Store } from '../store/store.ts';
import { provenCertificate } from './certify-run.ts';
import { keptRegistrations } from './kept-registrations.ts';
import type { RetentionJob } from './retention-job.ts';

export interface OverviewParts extends DeskParts {
  readonly retention: RetentionJob;
}

/** Most certificates shown. */
const shown = 40;

/** What goes next, what went, and how the job is. */
export async function retentionOverview(parts: OverviewParts, { property }: ActiveSession): Promise<RetentionOverview> {
  const { store, hotels, retention } = parts;
  const hotel = await hotels.get(property);
  const certificates = await store.certificates(property, shown);
  return {
    status: retention.status(),
    upcoming: await upcoming(store, hotel),
    certificates: await Promise.all(certificates.map((one) => provenCertificate(store, property, one))),
  };
}

async function upcoming(store: Store, hotel: Hotel): Promise<Upcoming[]> {
  const groups = new Map<string, Upcoming>();
  const add = (one: Omit<Upcoming, 'count' | 'planned'>, planned: boolean) => {
    const key = JSON.stringify([one.day, one.class, one.outcome, one.term]);
    const before = groups.get(key) ?? { ...one, count: 0, planned: 0 };
    groups.set(key, { ...before, count: before.count + 1, planned: before.planned + (planned ? 1 : 0) });
  };
  for await (const page of keptRegistrations(store, hotel, null)) {
    for (const { kept, plan } of page) {
      const planned = kept.state !== 'departed';
      for (const { purpose, outcome, day, calendarKnown, retention } of plan.steps)
        add({ day, class: purpose, outcome, term: retention, calendarKnown }, planned);
      const { due: day, calendarKnown } = plan.ends;
      add({ day, class: 'card', outcome: 'erased', term: null, calendarKnown }, planned);
    }
  }
  for (const sealed of await store.allSealedOff(hotel.property)) {
    const { purpose } = sealed;
    const day = sealedUntil(hotel, sealed);
    const today = hotel.current.manifest.purposes.find(({ id }) => id === purpose)?.retention ?? null;
    // The day of a rule that has been replaced since says nothing of the one that did.
    const term = today?.kind === 'until-date' && today.erased !== day ? null : today;
    add({ day, class: purpose, outcome: 'erased', term, calendarKnown: true }, false);
  }
  return [...groups.values()].sort(
    (a, b) => (a.day ?? '9').localeCompare(b.day ?? '9') || a.class.localeCompare(b.class),
  );
}

/**
 * The owner says that the server's clock is right. Throws Refusal `conflict` where it has moved on by more than ten minutes since they
 * were shown it.
 */
export async function confirmClock(parts: OverviewParts, session: ActiveSession, wall: string): Promise<void> {
  const at = parts.clock();
  if (Math.abs(Date.parse(wall) - at) > 10 * 60_000) throw new Refusal('conflict', 'wall');
  const hotel = await parts.hotels.get(session.property);
  const entry = logEntryText({ at, actor: session.person, role: session.role, action: 'clock-confirmed' });
  await writeOne(parts.committer, session.property, { kind: 'note', at, entry }, hotel.sign);
  await parts.retention.confirmClock();
}
