import { createContext, use } from 'react';
import type { Needs } from './do-proven.ts';

/**
 * Does an act that needs somebody who has just proven who they are, as `doProven`: a dialog asks for the passphrase. Somebody who turns
 * the dialog down gets Refusal `step_up_needed`: nothing has happened then.
 */
export type WithStepUp = <Value>(act: () => Promise<Value>, needs?: Needs) => Promise<Value>;

export const StepUpContext = createContext<WithStepUp | undefined>(undefined);

export function useStepUp(): WithStepUp {
  const withStepUp = use(StepUpContext);
  if (withStepUp === undefined) throw new Error('there is no StepUpProvider above');
  return withStepUp;
}
