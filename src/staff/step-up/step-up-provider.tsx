import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { Refusal } from '../../protocol/problems.ts';
import type { Session } from '../session/sign-in.ts';
import { StepUpDialog } from './step-up-dialog.tsx';
import { StepUpContext } from './use-step-up.ts';

interface Asked {
  readonly answer: Promise<boolean>;
  readonly settle: (proven: boolean) => void;
}

function ask(): Asked {
  let settle: Asked['settle'] = () => undefined;
  const answer = new Promise<boolean>((resolve) => {
    settle = resolve;
  });
  return { answer, settle };
}

interface StepUpProviderProps {
  readonly session: Session;
  readonly children: ReactNode;
}

/** One dialog for everything below it that needs a step-up; acts that ask at the same time share the answer. */
export function StepUpProvider({ session, children }: StepUpProviderProps) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const pending = useRef<Asked>(null);

  const settle = useCallback((proven: boolean) => {
    pending.current?.settle(proven);
    pending.current = null;
    setAsked(null);
  }, []);
  // Who leaves the desk has not proven anything.
  useEffect(() => () => pending.current?.settle(false), []);

  const withStepUp = useCallback(async <Value,>(act: () => Promise<Value>): Promise<Value> => {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'step_up_needed') throw error;
      pending.current ??= ask();
      setAsked(pending.current);
      if (!(await pending.current.answer)) throw error;
      return act();
    }
  }, []);

  return (
    <StepUpContext value={withStepUp}>
      {children}
      {asked !== null && <StepUpDialog session={session} onProven={() => settle(true)} onClose={() => settle(false)} />}
    </StepUpContext>
  );
}
