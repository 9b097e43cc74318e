import type { Attempts } from './attempts.ts';
import type { ActiveSession, Sessions } from './sessions.ts';

export interface StepUpParts {
  readonly sessions: Sessions;
  readonly attempts: Pick<Attempts, 'refused' | 'stoppedUntil'>;
}

/**
 * Throws Refusal `step_up_needed` unless the person has proven themselves in this session a moment ago. That somebody tried without is an
 * entry, as every attempt is: once in ten minutes for each `act`, and none of who has to wait already.
 */
export async function requireStepUp(
  { sessions, attempts }: StepUpParts,
  session: ActiveSession,
  act: string,
): Promise<void> {
  try {
    sessions.requireStepUp(session);
  } catch (error) {
    const attempt = { action: 'attempt-refused', about: `step-up ${act}`, registration: null } as const;
    if (attempts.stoppedUntil(session.person) === null) await attempts.refused(session, attempt);
    throw error;
  }
}
