import { useEffect, useRef, useState } from 'react';
import type { ApprovalDecision } from '../../protocol/approval.ts';
import { arrivalCode } from '../../protocol/ids.ts';
import type { AnyProblem } from '../../protocol/problems.ts';
import { permissionsOf } from '../../protocol/roles.ts';
import { Button } from '../../ui/components/button.tsx';
import { ButtonRow } from '../../ui/components/button-row.tsx';
import { StateNote } from '../../ui/components/state-note.tsx';
import { formatInstant } from '../../ui/messages/format-date.ts';
import { useLanguage, useMessages } from '../../ui/messages/messages-provider.tsx';
import { problemOf } from '../api/call.ts';
import { ProblemNote } from '../app/problem-note.tsx';
import { focusHeading } from '../desk/use-kept-focus.ts';
import type { FindRows } from '../requests/find-guest.tsx';
import { useNames } from '../requests/use-names.ts';
import type { Session } from '../session/sign-in.ts';
import { useApprovals } from './approvals-context.tsx';
import { guestName } from './guest-name.ts';
import type { KnownApproval } from './known-approval.ts';
import './approval-banner.css';

interface ApprovalBannerProps {
  readonly session: Session;
  /** Finds guests as this tablet knows them. */
  readonly find: FindRows;
  readonly onSay: (words: string) => void;
  readonly onEnded: () => void;
}

/** On every screen of who may approve: what waits for their answer, and what was opened in an emergency. */
export function ApprovalBanner({ session, find, onSay, onEnded }: ApprovalBannerProps) {
  const t = useMessages('approvals');
  const { approvals, reload } = useApprovals();
  const [problem, setProblem] = useState<AnyProblem | null>(null);
  const may = permissionsOf[session.person.role].includes('minors.approve');
  const open = approvals.filter(
    ({ state, asker }) => (state === 'waiting' || state === 'emergency') && asker !== session.person.id,
  );
  const list = useRef<HTMLUListElement>(null);
  /** The question whose button had the focus when it was answered. */
  const answered = useRef<string | null>(null);
  useEffect(() => {
    if (answered.current === null || open.some(({ id }) => id === answered.current)) return;
    answered.current = null;
    if (document.activeElement !== document.body) return;
    const next = list.current?.querySelector('button') ?? null;
    if (next === null) focusHeading(document.body);
    else next.focus();
  }, [open]);
  if (!may || open.length === 0) return null;

  async function decide({ id }: KnownApproval, decision: ApprovalDecision) {
    setProblem(null);
    answered.current = id;
    try {
      await session.api.decideApproval(id, decision);
      onSay(t.done[decision]);
    } catch (error) {
      const code = problemOf(error);
      if (code === 'session_ended') onEnded();
      else setProblem(code);
    }
    reload();
  }

  return (
    <div className="desk-shell__note off-paper">
      <StateNote state="waiting" word={t.toDecide(open.length)} announce="polite">
        {problem !== null && <ProblemNote problem={problem} />}
        <ul ref={list} className="approval-banner__list">
          {open.map((approval) => (
            <Question
              key={approval.id}
              session={session}
              approval={approval}
              find={find}
              onDecide={(decision) => void decide(approval, decision)}
            />
          ))}
        </ul>
      </StateNote>
    </div>
  );
}

interface QuestionProps {
  readonly session: Session;
  readonly approval: KnownApproval;
  readonly find: FindRows;
  readonly onDecide: (decision: ApprovalDecision) => void;
}

function Question({ session, approval, find, onDecide }: QuestionProps) {
  const t = useMessages('approvals');
  const staff = useMessages('staff');
  const language = useLanguage();
  const whoIs = useNames(session);
  const { asker, purpose, registration, state, reason, askedAt } = approval;
  const code = arrivalCode(registration);
  const guest = useGuestName(find, registration);
  const say = state === 'waiting' ? t.question : t.emergency;
  return (
    <li>
      <p>{say(whoIs(asker), staff.purposes[purpose], guest === null ? code : `${guest} · ${code}`)}</p>
      <p>
        <small>{t.why(staff.opening.reasons[reason], formatInstant(askedAt, language, 'Asia/Shanghai'))}</small>
      </p>
      <ButtonRow>
        {state === 'waiting' ? (
          <>
            <Button onClick={() => onDecide('approved')}>{t.approve}</Button>
            <Button onClick={() => onDecide('refused')}>{t.refuse}</Button>
          </>
        ) : (
          <Button onClick={() => onDecide('reviewed')}>{t.reviewed}</Button>
        )}
      </ButtonRow>
    </li>
  );
}

/** The guest's name where this tablet knows it; null until then, and where it doesn't. */
function useGuestName(find: FindRows, registration: string): string | null {
  const [name, setName] = useState<string | null>(null);
  useEffect(() => {
    let current = true;
    async function look() {
      const found = await guestName(find, registration);
      if (current) setName(found);
    }
    void look();
    return () => {
      current = false;
    };
  }, [find, registration]);
  return name;
}
