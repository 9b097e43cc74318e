import { type ReactNode, useState } from 'react';
import type { AnyProblem } from '../../protocol/problems.ts';
import { requestSteps, type RequestStepBody } from '../../protocol/request.ts';
import { Button } from '../../ui/components/button.tsx';
import { ProgressNote } from '../../ui/components/progress-note.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { problemOf } from '../api/call.ts';
import { ProblemNote } from '../app/problem-note.tsx';
import type { DeskEntry } from '../desk/desk-entry.ts';
import { CarryOutStep } from './carry-out-step.tsx';
import { FindStep } from './find-step.tsx';
import { RefuseDialog } from './refuse-dialog.tsx';
import type { RequestDetailProps } from './request-detail.tsx';
import { VerifyStep } from './verify-step.tsx';

export interface StepProps extends RequestDetailProps {
  readonly entry: DeskEntry | undefined;
}

export interface StepActs {
  readonly working: boolean;
  readonly take: (body: RequestStepBody) => void;
}

/** The one thing to do now, and the way to refuse. Every step is written into the log. */
export function NextStep(props: StepProps) {
  const { session, request, onChanged, onEnded } = props;
  const t = useMessages('requests');
  const [working, setWorking] = useState(false);
  const [problem, setProblem] = useState<AnyProblem | null>(null);
  const [refusing, setRefusing] = useState(false);
  const next = requestSteps.find((step) => !request.steps.some((taken) => taken.step === step));
  if (next === undefined) return null;

  const take = (body: RequestStepBody) => {
    if (working) return;
    setWorking(true);
    setProblem(null);
    session.api
      .stepRequest(request.id, body)
      .then(
        () => onChanged(),
        (error: unknown) => {
          const code = problemOf(error);
          if (code === 'session_ended') onEnded();
          else setProblem(code);
          // A colleague may have been quicker; the list then says how it stands.
          onChanged();
        },
      )
      .finally(() => setWorking(false));
  };
  const acts: StepActs = { working, take };
  const title = next === 'done' ? t.doneSteps[request.kind] : t.steps[next];
  return (
    <section className="next-step off-paper" aria-labelledby="next-step-title">
      <h2 id="next-step-title">{title}</h2>
      {problem !== null && <ProblemNote problem={problem} />}
      {working && <ProgressNote>{t.working}</ProgressNote>}
      {content()}
      {request.outcome === 'open' && (
        <Button kind="plain" onClick={() => setRefusing(true)}>
          {t.refuse.open}
        </Button>
      )}
      {refusing && (
        <RefuseDialog
          onClose={() => setRefusing(false)}
          onReason={(reason) => {
            setRefusing(false);
            take({ step: 'refused', reason });
          }}
        />
      )}
    </section>
  );

  function content(): ReactNode {
    switch (next) {
      case 'verified':
        return <VerifyStep {...props} {...acts} />;
      case 'found':
        return <FindStep {...props} {...acts} />;
      case 'done':
        return <CarryOutStep {...props} {...acts} />;
      case 'certified':
      case undefined:
        return <Certify {...props} {...acts} />;
    }
  }
}

function Certify({ request, working, take }: StepProps & StepActs) {
  const t = useMessages('requests').certify;
  const paper = request.kind === 'deletion' || request.kind === 'withdrawal';
  return (
    <>
      <p>{paper ? t.text : t.plain}</p>
      <div className="next-step__buttons">
        <Button kind="primary" data-key="next" busy={working} onClick={() => take({ step: 'certified' })}>
          {paper ? t.handed : t.told}
        </Button>
      </div>
    </>
  );
}
