import { Refusal } from '../../protocol/problems.ts';
import type { StaffApi } from '../api/staff-api.ts';

/** When an act takes a proof: always, or only for some of what it may hold, which the server knows. */
export type Needs = 'always' | 'maybe';

/**
 * Does an act that needs somebody who has just proven who they are. Asks for the proof first where this device knows that the last one is
 * over, so that the log has an attempt only for what was really tried without; and where the server says so, the act is done again.
 * `ask` resolves with false where the proof is turned down: throws Refusal `step_up_needed` then, and nothing has happened. Throws as `act`.
 */
export async function doProven<Value>(
  api: Pick<StaffApi, 'isProven'>,
  ask: () => Promise<boolean>,
  act: () => Promise<Value>,
  needs: Needs = 'always',
): Promise<Value> {
  if (needs === 'always' && !api.isProven() && !(await ask())) throw new Refusal('step_up_needed');
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'step_up_needed') throw error;
    if (!(await ask())) throw error;
    return act();
  }
}
