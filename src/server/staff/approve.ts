import {
  type Approval,
  type ApprovalAsk,
  type ApprovalDecision,
  type ApprovalProof,
  needsApproval,
} from '../../protocol/approval.ts';
import { Refusal } from '../../protocol/problems.ts';
import { reasonsFor } from '../../protocol/purpose-reasons.ts';
import { permissionsOf } from '../../protocol/roles.ts';
import type { StoredApproval } from '../store/approval-changes.ts';
import type { Answerer } from './approvals.ts';
import { checkProof, type ProofParts } from './check-proof.ts';
import type { OpeningParts } from './open-envelope.ts';
import type { ActiveSession } from './sessions.ts';

export interface ApprovalParts extends OpeningParts, ProofParts {}

/** Asks for an approval; the question is in the log before anybody sees it. Asking again while it waits is the same question. */
export async function askApproval(parts: ApprovalParts, session: ActiveSession, ask: ApprovalAsk): Promise<Approval> {
  const { approvals, attempts, store } = parts;
  const waiting = await approvals.waiting(session, ask);
  if (waiting !== null) return approvals.shown(waiting);
  attempts.check(session);
  const stored = await store.registration(ask.registration);
  if (stored === null || stored.property !== session.property) throw new Refusal('not_found');
  // Nothing to approve, or nothing this person could open with it.
  if (!needsApproval(ask.purpose, stored.minors) || !stored.purposes.includes(ask.purpose))
    throw new Refusal('conflict');
  const granted = (await store.grantedKeys(session.person, ask.purpose)).length > 0;
  if (!granted || !reasonsFor(ask.purpose, stored.minors).includes(ask.reason)) {
    await attempts.refused(session, { action: 'attempt-refused', about: 'ask', ...ask });
    throw granted ? new Refusal('malformed', 'reason') : new Refusal('not_granted');
  }
  await attempts.count(session, asking(ask));
  return approvals.shown(await approvals.ask(session, ask));
}

/** Tells one question from others, where attempts are counted. */
function asking({ registration, purpose, reason }: ApprovalAsk): string {
  return ['ask', registration, purpose, reason].join(' ');
}

/** Answers on the answerer's own tablet. Refused `not_found`, `forbidden` to the asker, `conflict` where it no longer waits. */
export async function decideApproval(
  parts: ApprovalParts,
  session: ActiveSession,
  id: string,
  decision: ApprovalDecision,
): Promise<Approval> {
  const held = await parts.approvals.get(session, id);
  if (held === null) throw new Refusal('not_found');
  return answer(parts, session, held, decision, session);
}

/** Approves on the asker's tablet, by the proof of somebody who may. Refused as a sign-in is, and as `decideApproval`. */
export async function proveApproval(
  parts: ApprovalParts,
  session: ActiveSession,
  id: string,
  { handle, proof }: ApprovalProof,
): Promise<Approval> {
  const held = await parts.approvals.get(session, id);
  if (held === null || held.asker !== session.person) throw new Refusal('not_found');
  const { person } = await checkProof(parts, session.property, handle, proof);
  if (!permissionsOf[person.role].includes('minors.approve')) return refuseAnswer(parts, session, held);
  return answer(parts, session, held, 'approved', { person: person.id, role: person.role });
}

/** Somebody who may not answered, and that is in the log. */
async function refuseAnswer({ attempts }: ApprovalParts, session: ActiveSession, held: StoredApproval): Promise<never> {
  const { registration, purpose, reason } = held;
  await attempts.refused(session, { action: 'attempt-refused', about: 'approve', registration, purpose, reason });
  throw new Refusal('forbidden');
}

async function answer(
  parts: ApprovalParts,
  session: ActiveSession,
  held: StoredApproval,
  decision: ApprovalDecision,
  by: Answerer,
): Promise<Approval> {
  const { approvals, attempts } = parts;
  if (by.person === held.asker) return refuseAnswer(parts, session, held);
  const answered = await approvals.answer(session, held, decision, by);
  if (decision === 'approved') attempts.granted(held.asker, asking(held));
  return approvals.shown(answered);
}
