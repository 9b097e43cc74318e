import { needsApproval } from '../../protocol/approval.ts';
import type { PurposeId } from '../../protocol/purposes.ts';
import { permissionsOf } from '../../protocol/roles.ts';
import type { Person } from '../../protocol/staff.ts';
import { type NotedState, StateWord } from '../../ui/components/state-note.tsx';
import { formatInstant } from '../../ui/messages/format-date.ts';
import { useLanguage, useMessages } from '../../ui/messages/messages-provider.tsx';
import { useApprovals } from './approvals-context.tsx';
import { isOver, type KnownApproval, ownQuestion } from './known-approval.ts';

interface QuestionLineProps {
  readonly registration: string;
  readonly minors: boolean;
  readonly purpose: PurposeId;
  readonly person: Person;
}

const noted: Partial<Record<KnownApproval['state'], NotedState>> = {
  waiting: 'waiting',
  approved: 'done',
  refused: 'failed',
};

/** At a purpose: how this person's question for it stands. Nothing where they asked none, or need to ask nobody. */
export function QuestionLine({ registration, minors, purpose, person }: QuestionLineProps) {
  const all = useMessages('approvals');
  const t = all.line;
  const { reasons } = useMessages('staff').opening;
  const language = useLanguage();
  const { approvals } = useApprovals();
  if (!needsApproval(purpose, minors) || permissionsOf[person.role].includes('minors.approve')) return null;
  const question = ownQuestion(approvals, { person: person.id, registration, purpose });
  if (question === undefined) return null;
  const time = formatInstant(question.until, language, 'Asia/Shanghai', 'time');
  return (
    <small className="purpose-lines__question">
      <StateWord state={noted[question.state] ?? 'warning'} word={words(question)} />
    </small>
  );

  function words(one: KnownApproval): string {
    switch (one.state) {
      case 'waiting':
        return t.waiting(time);
      case 'approved':
        return t.approved(time);
      case 'refused':
        return t.refused(reasons[one.reason]);
      case 'lost':
        return all.lost;
      case 'expired':
      case 'emergency':
      case 'reviewed':
        return isOver(one) ? all.over : all.expired;
    }
  }
}
