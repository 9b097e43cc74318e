import { approvalMinutes } from '../../../protocol/approval.ts';
import { permissionsOf, type Role } from '../../../protocol/roles.ts';
import { inTime } from '../../in-time.ts';
import type { ChangeOf, Outcome } from '../change.ts';
import { type Draft, done, refused, type Tables, unchanged } from './draft.ts';

export function applyApproval(
  tables: Tables,
  draft: Draft,
  property: number,
  change: ChangeOf<'ask-approval'> | ChangeOf<'answer-approval'>,
): Outcome {
  return change.kind === 'ask-approval'
    ? ask(tables, draft, property, change)
    : answer(tables, draft, property, change);
}

function ask(tables: Tables, draft: Draft, property: number, change: ChangeOf<'ask-approval'>): Outcome {
  const { approval, forget } = change;
  const there = tables.registrations.byId(approval.registration);
  if (there === null || there.owner !== property) return refused('not_found');
  if (there.state === 'expired' || there.state === 'erased') return refused('gone');
  const waits = tables.approvals
    .list(property, forget)
    .some(
      ({ state, asker, registration, purpose, reason, until }) =>
        state === 'waiting' &&
        inTime(until, draft.moment, approvalMinutes * 60_000) &&
        asker === approval.asker &&
        registration === approval.registration &&
        purpose === approval.purpose &&
        reason === approval.reason,
    );
  if (waits) return unchanged;
  tables.approvals.forget(property, forget);
  tables.approvals.insert(property, there.id, approval, 'waiting', draft.moment);
  draft.topics.add('approvals');
  return done(draft, change.entry);
}

function answer(tables: Tables, draft: Draft, property: number, change: ChangeOf<'answer-approval'>): Outcome {
  if (tables.invitations.shutsOut(property, change.by)) return refused('sign_in_failed');
  const role = tables.staff.byId(property, change.by)?.person.role;
  if (role === undefined || !mayApprove(role)) return refused('forbidden');
  const known = tables.approvals.get(property, change.approval);
  if (known === null) return refused('not_found');
  if (change.decision === 'reviewed') {
    if (known.state !== 'emergency') return refused('conflict');
  } else if (known.state !== 'waiting' || !inTime(known.until, draft.moment, approvalMinutes * 60_000)) {
    return refused('conflict');
  }
  tables.approvals.answer(change);
  draft.topics.add('approvals');
  return done(draft, change.entry);
}

/** Whoever loses the right to approve takes what they approved with them. */
export function endApprovalsBy(tables: Tables, draft: Draft, property: number, person: string): void {
  if (tables.approvals.endGivenBy(property, person, draft.moment)) draft.topics.add('approvals');
}

export function mayApprove(role: Role): boolean {
  return permissionsOf[role].includes('minors.approve');
}
