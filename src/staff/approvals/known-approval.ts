import type { Approval } from '../../protocol/approval.ts';

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
