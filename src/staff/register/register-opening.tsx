import { useState } from 'react';
import { needsApproval } from '../../protocol/approval.ts';
import type { AnyProblem } from '../../protocol/problems.ts';
import type { PurposeId } from '../../protocol/purposes.ts';
import { permissionsOf } from '../../protocol/roles.ts';
import { Button } from '../../ui/components/button.tsx';
import { StateNote } from '../../ui/components/state-note.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { problemOf } from '../api/call.ts';
import { ProblemNote } from '../app/problem-note.tsx';
import { useTools } from '../app/tools.tsx';
import { ApprovalState } from '../approvals/approval-state.tsx';
import { useApprovals } from '../approvals/approvals-context.tsx';
import { ownQuestion, stands } from '../approvals/known-approval.ts';
import type { DeskEntry } from '../desk/desk-entry.ts';
import type { Session } from '../session/sign-in.ts';

interface RegisterOpeningProps {
  readonly session: Session;
  readonly row: DeskEntry['row'];
  /** What is opened together. */
  readonly purposes: readonly PurposeId[];
  readonly opening: boolean;
  readonly onOpen: () => void;
  readonly onEnded: () => void;
}

/** Why the register is opened, and asked for. */
const reason = 'legal-duty';

/** The first of these that a question has is what is shown of all. */
const order = ['refused', 'lost', 'expired', 'waiting', 'approved'];

/** Opens at once, or, where children's details take an approval, asks for it here and opens once it is given for each part. */
export function RegisterOpening({ session, row, purposes, opening, onOpen, onEnded }: RegisterOpeningProps) {
  const t = useMessages('staff').register;
  const words = useMessages('approvals');
  const { approvals, reload } = useApprovals();
  const { timers } = useTools();
  const [asking, setAsking] = useState(false);
  const [again, setAgain] = useState(false);
  const [problem, setProblem] = useState<AnyProblem | null>(null);
  const guarded = purposes.filter((purpose) => needsApproval(purpose, row.minors));
  const mayApprove = permissionsOf[session.person.role].includes('minors.approve');

  if (guarded.length === 0 || mayApprove)
    return (
      <section>
        <p>{t.openText}</p>
        {guarded.length > 0 && <p>{words.ownText}</p>}
        <Button icon="unlock" busy={opening} onClick={onOpen}>
          {t.open}
        </Button>
      </section>
    );

  const asked = guarded.map((purpose) =>
    ownQuestion(approvals, { person: session.person.id, registration: row.registration, purpose, reason }),
  );
  const ask = async () => {
    setAsking(true);
    setProblem(null);
    try {
      for (const [at, purpose] of guarded.entries()) {
        const known = asked[at];
        if (known === undefined || !stands(known, timers.now()))
          await session.api.askApproval({ registration: row.registration, purpose, reason });
      }
      setAgain(false);
      reload();
    } catch (error) {
      const code = problemOf(error);
      if (code === 'session_ended') onEnded();
      else setProblem(code);
    }
    setAsking(false);
  };
  const known = asked.filter((one) => one !== undefined);
  const [shown] = order.flatMap((state) => known.filter((one) => one.state === state));
  return (
    <section>
      {problem !== null && <ProblemNote problem={problem} />}
      {shown === undefined || known.length < guarded.length || again ? (
        <StateNote
          state="warning"
          word={words.needed}
          action={
            <Button busy={asking} onClick={() => void ask()}>
              {t.askApproval}
            </Button>
          }
        >
          {t.approvalText}
        </StateNote>
      ) : (
        <ApprovalState
          key={`${shown.id} ${shown.state}`}
          session={session}
          approval={shown}
          onOpen={onOpen}
          onAskAgain={() => setAgain(true)}
          onEnded={onEnded}
        />
      )}
    </section>
  );
}
