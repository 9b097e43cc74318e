import type { ConsentEvent, Decision } from './consent-event.ts';
import type { PurposeId } from './purposes.ts';

/** What a registration's consent events add up to for one purpose. */
export interface StandingDecision {
  readonly purpose: PurposeId;
  readonly decision: Decision;
  /** SHA-256 of the words that were decided on. */
  readonly wording: string;
  readonly time: string;
  readonly acting: ConsentEvent['acting'];
  /** The notice that was shown for it. */
  readonly notice: ConsentEvent['notice'];
  /** The event's number. */
  readonly number: number;
}

/** The last decision on each purpose. `events` are all of one registration, in order. A deletion ends what was given. */
export function standingDecisions(events: readonly ConsentEvent[]): Map<PurposeId, StandingDecision> {
  const standing = new Map<PurposeId, StandingDecision>();
  for (const { decisions, time, acting, notice, number, act } of events) {
    for (const { purpose, decision, wording } of decisions)
      standing.set(purpose, { purpose, decision, wording, time, acting, notice, number });
    if (act !== 'deletion') continue;
    for (const [purpose, last] of standing)
      if (last.decision === 'given') standing.set(purpose, { ...last, decision: 'withdrawn', time, number });
  }
  return standing;
}
