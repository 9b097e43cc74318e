import type { Opened, Opening } from '../../protocol/api.ts';
import { needsApproval } from '../../protocol/approval.ts';
import { Refusal } from '../../protocol/problems.ts';
import { reasonsFor } from '../../protocol/purpose-reasons.ts';
import { permissionsOf } from '../../protocol/roles.ts';
import { toInstant } from '../../protocol/time.ts';
import { writeOne } from '../commit/write-one.ts';
import { logEntryText } from '../log/log-entry.ts';
import type { Change } from '../store/change.ts';
import type { Approvals } from './approvals.ts';
import type { Attempts } from './attempts.ts';
import type { DeskParts } from './desk.ts';
import type { ActiveSession } from './sessions.ts';

export interface OpeningParts extends DeskParts {
  readonly approvals: Approvals;
  readonly attempts: Attempts;
}

/**
 * Releases an envelope to someone who may open it, after the log entry that says so is durable. A refusal is an entry too. Refused
 * `malformed` where the purpose isn't for that reason: no desk offers it.
 */
export async function openEnvelope(parts: OpeningParts, session: ActiveSession, opening: Opening): Promise<Opened> {
  parts.attempts.check(session);
  try {
    return await release(parts, session, opening);
  } catch (error) {
    if (error instanceof Refusal && error.code !== 'storage_unavailable')
      await parts.attempts.refused(session, { action: 'opening-refused', ...opening });
    throw error;
  }
}

async function release(parts: OpeningParts, session: ActiveSession, opening: Opening): Promise<Opened> {
  const { registration, purpose, reason } = opening;
  const stored = await parts.store.registration(registration);
  if (stored === null || stored.property !== session.property) throw new Refusal('not_found');
  const keys = await parts.store.grantedKeys(session.person, purpose);
  if (keys.length === 0) throw new Refusal('not_granted');
  if (!reasonsFor(purpose, stored.minors).includes(reason)) throw new Refusal('malformed', 'reason');
  const hotel = await parts.hotels.get(session.property);
  const at = parts.clock();
  const by = { at, actor: session.person, role: session.role, registration, purpose, reason } as const;
  const guarded = needsApproval(purpose, stored.minors);
  // Whoever may approve answers for what they open themselves; the log says both.
  const own = guarded && permissionsOf[session.role].includes('minors.approve');
  const approved = own || (guarded && (await parts.approvals.holds(session, opening)));
  // Nobody is to wait for a signature while a child is in danger.
  const unapproved = guarded && !approved && reason === 'emergency';
  const change: Change = {
    kind: 'open-envelope',
    at,
    registration,
    purpose,
    keys,
    approved: approved || unapproved,
    ...(own ? { approval: logEntryText({ ...by, action: 'approved' }) } : {}),
    ...(unapproved ? { unreviewed: parts.approvals.newApproval(session, opening) } : {}),
    entry: logEntryText({ ...by, action: unapproved ? 'opened-unapproved' : 'opened' }),
  };
  const { outcome } = await writeOne(parts.committer, session.property, change, hotel.sign);
  if (outcome.kind !== 'opened') throw new TypeError('an opening without an envelope');
  return { index: outcome.index, at: toInstant(at), consentHash: outcome.consentHash, envelope: outcome.envelope };
}
