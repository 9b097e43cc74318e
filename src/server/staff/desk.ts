import type { Arrival, StayCorrection } from '../../protocol/api.ts';
import { type Envelope, envelopeSizeIsRight, suiteIsKnown } from '../../protocol/envelope.ts';
import { type Clock, newId, type RandomBytes } from '../../protocol/ids.ts';
import type { SealingKey } from '../../protocol/manifest.ts';
import { Refusal } from '../../protocol/problems.ts';
import { deskSchemaVersion } from '../../protocol/purposes.ts';
import type { Stay } from '../../protocol/retention-api.ts';
import { farthestStay } from '../../protocol/submission.ts';
import { addDays, toDate } from '../../protocol/time.ts';
import type { Committer } from '../commit/committer.ts';
import type { BrokenRecords } from '../broken-records.ts';
import { writeEach } from '../commit/write-each.ts';
import { writeOne } from '../commit/write-one.ts';
import type { Hotels } from '../hotel/hotels.ts';
import { logEntryText } from '../log/log-entry.ts';
import type { SteadyClock } from '../steady-clock.ts';
import type { Change } from '../store/change.ts';
import type { Store } from '../store/store.ts';
import type { StoredRegistration } from '../store/guest-store.ts';
import type { Attempts } from './attempts.ts';
import type { ActiveSession } from './sessions.ts';

export interface DeskParts {
  readonly store: Store;
  readonly committer: Committer;
  readonly hotels: Hotels;
  readonly clock: Clock;
  readonly steady: SteadyClock;
}

/**
 * Marks registrations as seen by the desk, all in one commit. Those that are further on, gone or broken stay as they are; to name one that
 * isn't this hotel's is a failed attempt, and an entry.
 */
export async function markSeen(
  parts: DeskParts & { readonly attempts: Attempts; readonly broken: Pick<BrokenRecords, 'note'> },
  session: ActiveSession,
  registrations: readonly string[],
): Promise<void> {
  const hotel = await parts.hotels.get(session.property);
  const at = parts.clock();
  const named = [...new Set(registrations)];
  const changes = named.map((registration) => {
    const entry = logEntryText({ at, actor: session.person, role: session.role, action: 'seen', registration });
    return { kind: 'mark-seen', at, registration, entry } as const;
  });
  const outcomes = await writeEach(parts.committer, session.property, changes, hotel.sign, parts.broken.note);
  for (const registration of named.filter((_, place) => outcomes[place]?.kind === 'unchanged')) {
    const stored = await parts.store.registration(registration);
    if (stored?.property === session.property) continue;
    await parts.attempts.refused(session, { action: 'attempt-refused', about: 'seen', registration: null });
    return;
  }
}

/** All a server can check of a note it can't read. Throws Refusal. */
function checkDeskNote(desk: Envelope, { keyId }: SealingKey): void {
  if (desk.kind !== 'desk' || desk.purpose !== null) throw new Refusal('malformed', 'desk.kind');
  if (desk.keyId !== keyId) throw new Refusal('unknown_key', 'desk.keyId');
  if (!suiteIsKnown(desk)) throw new Refusal('unknown_suite', 'desk.suite');
  if (desk.schema > deskSchemaVersion) throw new Refusal('unsupported_schema', 'desk.schema');
  if (!envelopeSizeIsRight(desk)) throw new Refusal('envelope_size', 'desk');
}

/** Confirms an arrival with the desk's sealed note. */
export async function arrive(
  parts: DeskParts,
  session: ActiveSession,
  registration: string,
  arrival: Arrival,
): Promise<void> {
  const hotel = await parts.hotels.get(session.property);
  const { card, sequence: manifestSequence } = hotel.current.manifest;
  const { desk, checkOut } = arrival;
  const at = parts.clock();
  const stored = await parts.store.registration(registration);
  if (stored === null || stored.property !== session.property) throw new Refusal('not_found');
  checkDeskNote(desk, card);
  refuseStrayLeaving(stored, checkOut, at);
  const entry = logEntryText({ at, actor: session.person, role: session.role, action: 'arrived', registration });
  const change: Change = { kind: 'arrive', at, registration, manifestSequence, checkOut, desk, entry };
  await writeOne(parts.committer, session.property, change, hotel.sign);
}

/** Moves the planned check-out of a guest who has arrived, or marks that they left; terms count from it. A departure can be taken back. */
export async function markStay(
  parts: DeskParts,
  session: ActiveSession,
  registration: string,
  { checkOut, departed }: Stay,
): Promise<void> {
  const hotel = await parts.hotels.get(session.property);
  const at = parts.clock();
  const stored = await parts.store.registration(registration);
  if (stored === null || stored.property !== session.property) throw new Refusal('not_found');
  refuseStrayLeaving(stored, checkOut, at);
  // Nobody has left tomorrow.
  if (departed && checkOut > toDate(at)) throw new Refusal('malformed', 'checkOut');
  const action = departed ? 'departed' : 'stay-changed';
  const entry = logEntryText({ at, actor: session.person, role: session.role, action, registration });
  const change: Change = { kind: 'set-stay', at, registration, checkOut, departed, entry };
  await writeOne(parts.committer, session.property, change, hotel.sign);
}

/** Replaces what the hotel itself noted of a stay. Throws Refusal: `conflict` where somebody else has changed it meanwhile. */
export async function correctStay(
  parts: DeskParts & { readonly random: RandomBytes },
  session: ActiveSession,
  registration: string,
  { checkOut, desk, expected }: StayCorrection,
): Promise<void> {
  const hotel = await parts.hotels.get(session.property);
  const at = parts.clock();
  const stored = await parts.store.registration(registration);
  if (stored === null || stored.property !== session.property) throw new Refusal('not_found');
  const { card, sequence: manifestSequence } = hotel.current.manifest;
  checkDeskNote(desk, card);
  refuseStrayLeaving(stored, checkOut, at);
  if (stored.state === 'departed' && checkOut > toDate(at)) throw new Refusal('malformed', 'checkOut');
  const entry = logEntryText({ at, actor: session.person, role: session.role, action: 'stay-corrected', registration });
  const erasure = { id: newId(at, parts.random) };
  const note = { manifestSequence, checkOut, desk, expected, erasure } as const;
  const change: Change = { kind: 'correct-stay', at, registration, ...note, entry };
  await writeOne(parts.committer, session.property, change, hotel.sign);
}

/**
 * A guest may have come a day before the date they planned; leaving before both makes no stay. Terms count from the day of leaving, so
 * one beyond a year from now would put erasure off for ever.
 */
function refuseStrayLeaving({ arrivedAt, checkIn }: StoredRegistration, checkOut: string, at: number): void {
  const arrived = toDate(arrivedAt ?? at);
  if (checkOut < (checkIn < arrived ? checkIn : arrived)) throw new Refusal('malformed', 'checkOut');
  if (checkOut > addDays(toDate(at), farthestStay)) throw new Refusal('malformed', 'checkOut');
}
