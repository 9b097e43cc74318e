import { useEffect, useRef, useState } from 'react';
import { needsApproval } from '../../protocol/approval.ts';
import { Refusal } from '../../protocol/problems.ts';
import { reasonsFor } from '../../protocol/purpose-reasons.ts';
import type { PurposeId } from '../../protocol/purposes.ts';
import { type OpeningReason, permissionsOf } from '../../protocol/roles.ts';
import type { PurposePayload } from '../../pii/payloads.ts';
import { Button } from '../../ui/components/button.tsx';
import { ProgressNote } from '../../ui/components/progress-note.tsx';
import { StateNote } from '../../ui/components/state-note.tsx';
import { formatInstant } from '../../ui/messages/format-date.ts';
import { useLanguage, useMessages } from '../../ui/messages/messages-provider.tsx';
import { problemOf } from '../api/call.ts';
import { QuestionDialog } from '../app/question-dialog.tsx';
import { ApprovalState } from '../approvals/approval-state.tsx';
import { useApprovals } from '../approvals/approvals-context.tsx';
import { ownQuestion, stands } from '../approvals/known-approval.ts';
import { ProblemNote } from '../app/problem-note.tsx';
import { useTools } from '../app/tools.tsx';
import type { Session } from '../session/sign-in.ts';
import type { DeskEntry } from './desk-entry.ts';
import { openPurpose } from './open-purpose.ts';
import './opening-dialog.css';

interface OpeningDialogProps {
  readonly session: Session;
  readonly entry: DeskEntry;
  readonly purpose: PurposeId;
  readonly onOpened: (payload: PurposePayload) => void;
  readonly onClose: () => void;
  readonly onEnded: () => void;
}

/** Asks why. The reason is the button: one tap tells and opens. */
export function OpeningDialog({ session, entry, purpose, onOpened, onClose, onEnded }: OpeningDialogProps) {
  const t = useMessages('staff');
  const common = useMessages('common');
  const language = useLanguage();
  const { timers } = useTools();
  const [working, setWorking] = useState(false);
  /** The reason whose question is shown: the one asked last where it is null, and none while another is chosen. */
  const [shown, setShown] = useState<OpeningReason | 'choosing' | null>(null);
  const approvalWords = useMessages('approvals');
  const { approvals, reload } = useApprovals();
  const [problem, setProblem] = useState<Refusal | null>(null);
  const state = useRef<HTMLDivElement>(null);
  const gone = useRef(false);
  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
    };
  }, []);

  // Whichever button was pressed is gone by then, and the focus with it.
  useEffect(() => {
    if (state.current === null || document.activeElement !== document.body) return;
    state.current.tabIndex = -1;
    state.current.focus();
  });

  const open = async (reason: OpeningReason) => {
    if (working) return;
    setWorking(true);
    setProblem(null);
    try {
      const payload = await openPurpose(session, entry.row, purpose, reason, entry.consents.past);
      if (!gone.current) onOpened(payload);
    } catch (error) {
      const code = problemOf(error);
      if (gone.current) return;
      if (code === 'session_ended') onEnded();
      else setProblem(error instanceof Refusal ? error : new Refusal(code));
      setWorking(false);
    }
  };

  const ask = async (reason: OpeningReason) => {
    if (working) return;
    setWorking(true);
    setProblem(null);
    try {
      await session.api.askApproval({ registration: entry.row.registration, purpose, reason });
      setShown(reason);
      reload();
    } catch (error) {
      const code = problemOf(error);
      if (gone.current) return;
      if (code === 'session_ended') onEnded();
      else setProblem(error instanceof Refusal ? error : new Refusal(code));
    }
    setWorking(false);
  };
  const until = ({ retryAfter = 0 }: Refusal) =>
    formatInstant(timers.now() + retryAfter * 1000, language, 'Asia/Shanghai', 'time');
  const guarded = needsApproval(purpose, entry.row.minors);
  const mayApprove = permissionsOf[session.person.role].includes('minors.approve');
  const asksFirst = guarded && !mayApprove;
  const questionFor = (reason?: OpeningReason) =>
    ownQuestion(approvals, {
      person: session.person.id,
      registration: entry.row.registration,
      purpose,
      ...(reason !== undefined && { reason }),
    });
  const asked = asksFirst && shown !== 'choosing' ? questionFor(shown ?? undefined) : undefined;
  const choose = (reason: OpeningReason) => {
    // In an emergency nobody waits for an answer.
    if (!asksFirst || reason === 'emergency') return open(reason);
    const known = questionFor(reason);
    if (known === undefined || !stands(known, timers.now())) return ask(reason);
    setShown(reason);
    return undefined;
  };

  return (
    <QuestionDialog
      onClose={onClose}
      title={t.opening.title(t.purposes[purpose])}
      leave={asked === undefined ? undefined : common.close}
    >
      <p>{t.opening.logged}</p>
      {guarded && asked === undefined && (
        <StateNote state="warning" word={approvalWords.needed}>
          {mayApprove ? approvalWords.ownText : approvalWords.neededText}
        </StateNote>
      )}
      {problem?.code === 'too_many_attempts' ? (
        <StateNote state="failed" word={t.opening.stopped(until(problem))} announce="now">
          {t.opening.stoppedText}
        </StateNote>
      ) : (
        problem !== null && <ProblemNote problem={problem.code} retryAfter={problem.retryAfter} />
      )}
      <div ref={state}>
        {working ? (
          <ProgressNote>{t.opening.working}</ProgressNote>
        ) : asked !== undefined ? (
          <>
            <ApprovalState
              key={`${asked.id} ${asked.state}`}
              session={session}
              approval={asked}
              onOpen={() => void open(asked.reason)}
              onAskAgain={() => setShown('choosing')}
              onEnded={onEnded}
            />
            {stands(asked, timers.now()) && (
              <>
                <p>{approvalWords.askedFor(t.opening.reasons[asked.reason])}</p>
                <Button onClick={() => setShown('choosing')}>{approvalWords.otherReason}</Button>
              </>
            )}
          </>
        ) : (
          <div className="opening-dialog__reasons" role="group" aria-label={t.opening.why}>
            <p className="opening-dialog__why">{t.opening.why}</p>
            {reasonsFor(purpose, entry.row.minors).map((reason) => (
              <Button key={reason} wide onClick={() => void choose(reason)}>
                {t.opening.reasons[reason]}
              </Button>
            ))}
          </div>
        )}
      </div>
    </QuestionDialog>
  );
}
