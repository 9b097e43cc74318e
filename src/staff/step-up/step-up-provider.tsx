import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import type { Session } from '../session/sign-in.ts';
import { doProven, type Needs } from './do-proven.ts';
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

  const { api } = session;
  const withStepUp = useCallback(
    <Value,>(act: () => Promise<Value>, needs?: Needs): Promise<Value> => {
      const prove = () => {
        pending.current ??= ask();
        setAsked(pending.current);
        return pending.current.answer;
      };
      return doProven(api, prove, act, needs);
    },
    [api],
  );

  return (
    <StepUpContext value={withStepUp}>
      {children}
      {asked !== null && <StepUpDialog session={session} onProven={() => settle(true)} onClose={() => settle(false)} />}
    </StepUpContext>
  );
}
