import {
  exportReasons,
  exportsRoom,
  type GuestExportBegin,
  type GuestExportBegun,
  type GuestExportPage,
} from '../../protocol/guest-export.ts';
import { type ProblemCode, Refusal } from '../../protocol/problems.ts';
import { toDate } from '../../protocol/time.ts';
import { type BrokenRecords, unlessBroken } from '../broken-records.ts';
import { writeEach } from '../commit/write-each.ts';
import { writeOne } from '../commit/write-one.ts';
import { logEntryText } from '../log/log-entry.ts';
import { planOf } from '../retention/kept-registrations.ts';
import type { RetentionJob } from '../retention/retention-job.ts';
import { Terms } from '../retention/terms-of.ts';
import type { KeptForExport } from '../store/retention-store.ts';
import type { Attempts } from './attempts.ts';
import type { DeskParts } from './desk.ts';
import type { GuestExports } from './guest-exports.ts';
import type { ActiveSession } from './sessions.ts';

export interface ExportParts extends DeskParts {
  readonly guestExports: GuestExports;
  readonly attempts: Attempts;
  readonly broken: Pick<BrokenRecords, 'note'>;
  readonly retention: RetentionJob;
}

/** Registrations of one page. */
const pageSize = 200;

/**
 * Begins an export of one purpose, with its entry in the log. Refused `not_granted` where the person holds no key of the purpose, and
 * `malformed` where the reason isn't one of the purpose's, `too_many_attempts` to who has to wait.
 */
export async function beginExport(
  parts: ExportParts,
  session: ActiveSession,
  begin: GuestExportBegin,
): Promise<GuestExportBegun> {
  const { purpose, reason } = begin;
  parts.attempts.check(session);
  const fits = exportReasons(purpose).includes(reason);
  if (!fits || (await parts.store.grantedKeys(session.person, purpose)).length === 0) {
    await parts.attempts.refused(session, {
      action: 'attempt-refused',
      about: 'export',
      registration: null,
      purpose,
      reason,
    });
    throw fits ? new Refusal('not_granted') : new Refusal('malformed', 'reason');
  }
  const hotel = await parts.hotels.get(session.property);
  const at = parts.clock();
  const entry = logEntryText({
    at,
    actor: session.person,
    role: session.role,
    action: 'export-begun',
    purpose,
    reason,
  });
  await writeOne(parts.committer, session.property, { kind: 'note', at, entry }, hotel.sign);
  const total = await parts.store.countKept(session.property, purpose);
  return { export: parts.guestExports.begin(session, begin), total };
}

/**
 * The next page of an export: envelopes of guests who arrived and whose yes holds today, each after its own entry is durable. What was
 * taken back, erased, sealed off or has come due is left out. A guest whose record can't be read, whose envelope isn't there, or was sealed
 * to a key the person doesn't hold, is an item that says so and gives nothing: a file never lacks anybody unsaid.
 * Refused `not_found` where this session began no such export, or over an hour ago, and `too_many_attempts` to who has to wait.
 */
export async function exportPage(
  parts: ExportParts,
  session: ActiveSession,
  id: string,
  after: number,
): Promise<GuestExportPage> {
  parts.attempts.check(session);
  const begun = parts.guestExports.get(session, id);
  if (begun === null) throw new Refusal('not_found');
  const { purpose, reason } = begun;
  const keys = await parts.store.grantedKeys(session.person, purpose);
  if (keys.length === 0) throw new Refusal('not_granted');
  const hotel = await parts.hotels.get(session.property);
  const at = parts.clock();
  const found = await parts.store.keptFor(session.property, purpose, after, pageSize);
  const terms = new Terms(parts.store, hotel);
  // Of the two clocks the later one: what is over by either doesn't leave, though a clock that was set back keeps it from being erased.
  const today = toDate(Math.max(at, parts.retention.time.now()));
  const held: KeptForExport[] = [];
  const unread = new Set<string>();
  const onBroken = (registration: string) => {
    unread.add(registration);
    parts.broken.note(registration);
  };
  for (const kept of found) {
    if ('unreadable' in kept) {
      onBroken(kept.registration);
      continue;
    }
    const plan = await unlessBroken(kept.registration, () => planOf(terms, kept), onBroken);
    if (plan?.steps.every((step) => step.purpose !== purpose || step.day > today) === true) held.push(kept);
  }
  const missed = (registration: string, why: ProblemCode) => {
    // The row says that it is there.
    if (why === 'not_found') onBroken(registration);
    if (why === 'not_granted') unread.add(registration);
  };
  const by = { at, actor: session.person, role: session.role, action: 'exported', purpose, reason } as const;
  const changes = held.map(({ registration }) => {
    const entry = logEntryText({ ...by, registration });
    return { kind: 'open-envelope', at, registration, purpose, keys, approved: false, entry } as const;
  });
  const outcomes = await writeEach(parts.committer, session.property, changes, hotel.sign, onBroken);
  const given = new Map(
    held.flatMap(({ registration, checkIn, checkOut, desk }, place) => {
      const outcome = outcomes[place];
      if (outcome?.kind === 'refused') missed(registration, outcome.code);
      if (outcome?.kind !== 'opened') return [];
      const { consentHash, envelope } = outcome;
      const item = { registration, checkIn, checkOut, consentHash, envelope, desk: exportsRoom[purpose] ? desk : null };
      return [[registration, item] as const];
    }),
  );
  // In their order, whoever can't be read among the others.
  const items = found.flatMap(({ registration }): GuestExportPage['items'] => {
    const item = given.get(registration);
    if (item !== undefined) return [item];
    return unread.has(registration) ? [{ registration, unreadable: true }] : [];
  });
  const next = found.length < pageSize ? null : (found.at(-1)?.row ?? null);
  return { items, looked: found.length, next };
}
