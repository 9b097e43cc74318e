import { useState } from 'react';
import { type AnyProblem, Refusal } from '../../protocol/problems.ts';
import type { PurposeId } from '../../protocol/purposes.ts';
import type { Person } from '../../protocol/staff.ts';
import type { Member } from '../../protocol/team-list.ts';
import { Button } from '../../ui/components/button.tsx';
import { ProgressNote } from '../../ui/components/progress-note.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { problemOf } from '../api/call.ts';
import { ProblemNote } from '../app/problem-note.tsx';
import { QuestionDialog } from '../app/question-dialog.tsx';
import { useTools } from '../app/tools.tsx';
import type { Session } from '../session/sign-in.ts';
import { useStepUp } from '../step-up/use-step-up.ts';
import { renewKeys } from './renew-keys.ts';
import { RenewalConsequences } from './renewal-consequences.tsx';

/** Somebody of the team, as the server or the signed list names them. */
export type Named = Pick<Member, 'person' | 'name' | 'owner'>;

interface PartingDialogProps {
  readonly session: Session;
  readonly person: Named;
  /** Everybody who gets no new keys: no owner has vouched for theirs, or the server doesn't name them. */
  readonly withheld: readonly Named[];
  /** Who gets none before they come in anew. */
  readonly shutOut: readonly Pick<Named, 'name' | 'person'>[];
  /** The person leaves, loses a purpose, or only wants new keys for the hotel: an owner of themselves. */
  readonly what: PurposeId | 'leave' | 'renew';
  /** The hotel has new keys, and every session is over. */
  readonly onRenewed: () => void;
  readonly onEnded: () => void;
  readonly onClose: () => void;
}

/** Says what happens when somebody leaves, may open less, or makes new keys, and does it. */
export function PartingDialog(props: PartingDialogProps) {
  const { session, person, withheld, shutOut, what, onRenewed, onEnded, onClose } = props;
  const staff = useMessages('staff');
  const t = staff.person;
  const { door, timers } = useTools();
  const stepUp = useStepUp();
  const [working, setWorking] = useState(false);
  const [problem, setProblem] = useState<AnyProblem | null>(null);
  const leaves = what === 'leave';
  const renews = what === 'renew';
  const without = withheld.filter((one) => !leaves || one.person !== person.person);

  const part = async () => {
    setWorking(true);
    setProblem(null);
    const parting = {
      removed: leaves ? person.person : null,
      revoked: leaves || renews ? [] : [{ person: person.person, purpose: what }],
      withheld: without.map((one) => one.person),
    };
    try {
      await stepUp(() => renewKeys(door, session, parting, timers.now()));
      onRenewed();
    } catch (error) {
      const code = error instanceof Refusal ? error.code : problemOf(error);
      if (code === 'session_ended') onEnded();
      else setProblem(code);
      setWorking(false);
    }
  };

  return (
    <QuestionDialog
      onClose={onClose}
      title={leaves ? t.removeTitle(person.name) : renews ? t.renewTitle : t.takeTitle(staff.purposes[what])}
      busy={working}
      action={
        <Button kind={renews ? 'primary' : 'destructive'} busy={working} onClick={() => void part()}>
          {leaves ? t.removeSubmit : renews ? t.renew : t.takeSubmit}
        </Button>
      }
    >
      {problem !== null && <ProblemNote problem={problem} />}
      <ul>
        <li>{leaves ? t.consequences.removed : renews ? t.consequences.renewed : t.consequences.taken}</li>
        {leaves && person.owner && <li>{t.consequences.removedOwner}</li>}
        <RenewalConsequences
          without={without}
          shutOut={shutOut.filter((one) => !leaves || one.person !== person.person)}
        />
      </ul>
      {working && <ProgressNote>{t.working}</ProgressNote>}
    </QuestionDialog>
  );
}

/** Somebody as the server names them. */
export function namedAs({ id, displayName, role }: Person): Named {
  return { person: id, name: displayName, owner: role === 'owner' };
}
