import { type ErasureCertificate, parseCertificate } from '../../protocol/erasure-certificate.ts';
import type { RetentionOverview } from '../../protocol/retention-api.ts';
import { Refusal } from '../../protocol/problems.ts';
import { writeOne } from '../commit/write-one.ts';
import { logEntryText } from '../log/log-entry.ts';
import type { DeskParts } from '../staff/desk.ts';
import type { ActiveSession } from '../staff/sessions.ts';
import type { StoredCertificate } from '../store/retention-store.ts';
import { provenCertificate } from './certify-run.ts';
import type { RetentionJob } from './retention-job.ts';
import { upcoming } from './upcoming.ts';

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
    upcoming: await upcoming(store, hotel, retention.time.now()),
    certificates: await Promise.all(certificates.map((one) => provenCertificate(store, property, one))),
    went: wentIn(certificates[0], retention.lastBegan),
  };
}

/** What the last run erased: where it erased anything, it made the newest certificate. */
function wentIn(newest: StoredCertificate | undefined, began: number | null): ErasureCertificate['classes'] {
  if (newest === undefined || began === null || newest.at < began) return [];
  return parseCertificate(newest.text).classes;
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
