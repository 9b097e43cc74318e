import type { Approval, ApprovalAsk } from '../../protocol/approval.ts';

/** A question as its asker sees it. `lost`: the server knows nothing of it any more, though its time isn't over: its registration has ended, or it has older data. */
export type KnownApproval = Omit<Approval, 'state'> & { readonly state: Approval['state'] | 'lost' };

/**
 * What the server says, and what it said before and is silent about now: this person's own questions, whose time isn't over at `now`
 * (milliseconds). The server keeps answered ones for a day, so it has lost them.
 */
export function withLost(
  before: readonly KnownApproval[],
  answer: readonly Approval[],
  { person, now }: { readonly person: string; readonly now: number },
): readonly KnownApproval[] {
  const there = new Set(answer.map(({ id }) => id));
  const lost = before.filter(
    ({ id, asker, state, until }) =>
      !there.has(id) &&
      asker === person &&
      (state === 'waiting' || state === 'approved' || state === 'lost') &&
      Date.parse(until) > now,
  );
  return [...answer, ...lost.map((one) => ({ ...one, state: 'lost' as const }))];
}

/** What this person asked last for a purpose of a registration, for that reason where one is given: an approval holds for no other. An opening in an emergency is no question. */
export function ownQuestion(
  approvals: readonly KnownApproval[],
  {
    person,
    registration,
    purpose,
    reason,
  }: Pick<ApprovalAsk, 'registration' | 'purpose'> & Partial<Pick<ApprovalAsk, 'reason'>> & { readonly person: string },
): KnownApproval | undefined {
  return approvals.find(
    (one) =>
      one.asker === person &&
      one.registration === registration &&
      one.purpose === purpose &&
      (reason === undefined || one.reason === reason) &&
      one.state !== 'emergency' &&
      one.state !== 'reviewed',
  );
}

/** Whether a question is under way at `now` (milliseconds): it needn't be asked again. */
export function stands({ state, until }: KnownApproval, now: number): boolean {
  return (state === 'waiting' || state === 'approved') && Date.parse(until) > now;
}

/** A question that waits no more. */
export type Answered = KnownApproval & { readonly state: (typeof answeredStates)[number] };

const answeredStates = ['approved', 'refused', 'expired', 'lost'] as const;

/**
 * What this person has to be told of their own questions: those that waited `before` and wait no more, the newest first. To whoever has
 * only just signed in (`before` is null), the approvals that hold at `now` (milliseconds).
 */
export function answeredSince(
  before: readonly KnownApproval[] | null,
  approvals: readonly KnownApproval[],
  { person, now }: { readonly person: string; readonly now: number },
): readonly Answered[] {
  const waited = new Set(before?.filter(({ state }) => state === 'waiting').map(({ id }) => id));
  return approvals.filter(isAnswered).filter(({ id, asker, state, until }) => {
    if (asker !== person) return false;
    return before === null ? state === 'approved' && Date.parse(until) > now : waited.has(id);
  });
}

function isAnswered(approval: KnownApproval): approval is Answered {
  return answeredStates.some((state) => state === approval.state);
}

/** What became of a question: `over` where it once had its approval. */
export function outcomeOf(question: Answered): Answered['state'] | 'over' {
  return isOver(question) ? 'over' : question.state;
}

/** Whether a question that waits no more once had its approval. */
export function isOver({ state, decidedBy }: Pick<KnownApproval, 'state' | 'decidedBy'>): boolean {
  return state === 'expired' && decidedBy !== null;
}

/** Milliseconds: when the next of this person's own questions or approvals is over; null where none is under way. */
export function nextEnd(approvals: readonly KnownApproval[], person: string): number | null {
  const ends = approvals
    .filter(({ asker, state }) => asker === person && (state === 'waiting' || state === 'approved'))
    .map(({ until }) => Date.parse(until));
  return ends.length === 0 ? null : Math.min(...ends);
}
