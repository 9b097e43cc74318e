import { useState } from 'react';
import { Button } from '../../ui/components/button.tsx';
import { StateNote } from '../../ui/components/state-note.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { useTools } from '../app/tools.tsx';
import type { Session } from '../session/sign-in.ts';
import { useSecondsLeft } from '../session/use-seconds-left.ts';
import { ApproveHere } from './approve-here.tsx';
import { useApprovals } from './approvals-context.tsx';
import { isOver, type KnownApproval } from './known-approval.ts';

interface ApprovalStateProps {
  readonly session: Session;
  readonly approval: KnownApproval;
  readonly onOpen: () => void;
  readonly onAskAgain: () => void;
  readonly onEnded: () => void;
}

/** What became of a question, to who asked it: waiting, approved, refused, nobody answered, the approval is over, or the server knows it no longer. */
export function ApprovalState({ session, approval, onOpen, onAskAgain, onEnded }: ApprovalStateProps) {
  const t = useMessages('approvals');
  const { timers } = useTools();
  const { reload } = useApprovals();
  const [here, setHere] = useState(false);
  const left = useSecondsLeft(timers, Date.parse(approval.until), reload);
  const minutes = Math.ceil(left / 60);
  const state =
    left <= 0 && (approval.state === 'waiting' || approval.state === 'approved') ? 'expired' : approval.state;
  if (state === 'approved') {
    return (
      <StateNote
        state="done"
        word={t.approved}
        announce="polite"
        action={
          <Button kind="primary" icon="unlock" onClick={onOpen}>
            {t.openNow}
          </Button>
        }
      >
        {t.approvedText(minutes)}
      </StateNote>
    );
  }
  if (state === 'waiting') {
    return (
      <>
        <StateNote
          state="waiting"
          word={t.waiting}
          announce="polite"
          action={here ? undefined : <Button onClick={() => setHere(true)}>{t.here}</Button>}
        >
          {t.waitingText(minutes)}
        </StateNote>
        {here && <ApproveHere session={session} approval={approval} onApproved={reload} onEnded={onEnded} />}
      </>
    );
  }
  const [word, text] =
    state === 'refused'
      ? [t.refused, t.refusedText]
      : state === 'lost'
        ? [t.lost, t.lostText]
        : isOver({ state, decidedBy: approval.decidedBy })
          ? [t.over, t.overText]
          : [t.expired, t.expiredText];
  return (
    <StateNote
      state={state === 'refused' ? 'failed' : 'warning'}
      word={word}
      announce="polite"
      action={<Button onClick={onAskAgain}>{t.askAgain}</Button>}
    >
      {text}
    </StateNote>
  );
}
