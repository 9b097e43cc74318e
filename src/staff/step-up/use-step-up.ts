import { createContext, use } from 'react';

/**
 * Does an act that needs somebody who has just proven who they are. Where the server asks for it, a dialog asks for the passphrase and
 * the act is done again. Somebody who turns the dialog down gets the act's own Refusal `step_up_needed`: nothing has happened then.
 */
export type WithStepUp = <Value>(act: () => Promise<Value>) => Promise<Value>;

export const StepUpContext = createContext<WithStepUp | undefined>(undefined);

export function useStepUp(): WithStepUp {
  const withStepUp = use(StepUpContext);
  if (withStepUp === undefined) throw new Error('there is no StepUpProvider above');
  return withStepUp;
}
