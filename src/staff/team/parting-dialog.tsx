import { useState } from 'react';
import { type AnyProblem, Refusal } from '../../protocol/problems.ts';
import type { PurposeId } from '../../protocol/purposes.ts';
import type { Person } from '../../protocol/staff.ts';
import { Button } from '../../ui/components/button.tsx';
import { Dialog } from '../../ui/components/dialog.tsx';
import { ProgressNote } from '../../ui/components/progress-note.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { problemOf } from '../api/call.ts';
import { ProblemNote } from '../app/problem-note.tsx';
import { useTools } from '../app/tools.tsx';
import type { Session } from '../session/sign-in.ts';
import { useStepUp } from '../step-up/use-step-up.ts';
import { renewKeys } from './renew-keys.ts';
import { RenewalConsequences } from './renewal-consequences.tsx';

interface PartingDialogProps {
  readonly session: Session;
  readonly person: Person;
  /** Others who get no new keys, because no owner has vouched for theirs. */
  readonly unconfirmed: readonly Person[];
  /** What is taken away; null where the person leaves. */
  readonly purpose: PurposeId | null;
  /** The hotel has new keys, and every session is over. */
  readonly onRenewed: () => void;
  readonly onEnded: () => void;
  readonly onClose: () => void;
}

/** Says what happens when somebody leaves or may open less, and does it. */
export function PartingDialog(props: PartingDialogProps) {
  const { session, person, unconfirmed, purpose, onRenewed, onEnded, onClose } = props;
  const staff = useMessages('staff');
  const t = staff.person;
  const common = useMessages('common');
  const { door, timers } = useTools();
  const stepUp = useStepUp();
  const [working, setWorking] = useState(false);
  const [problem, setProblem] = useState<AnyProblem | null>(null);
  const leaves = purpose === null;

  const part = async () => {
    setWorking(true);
    setProblem(null);
    const parting = leaves
      ? { removed: person.id, revoked: [] }
      : { removed: null, revoked: [{ person: person.id, purpose }] };
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
    <Dialog
      open
      onClose={() => {
        if (!working) onClose();
      }}
      title={leaves ? t.removeTitle(person.displayName) : t.takeTitle(staff.purposes[purpose])}
      actions={
        <>
          <Button kind="plain" busy={working} onClick={onClose}>
            {common.cancel}
          </Button>
          <Button kind="destructive" busy={working} onClick={() => void part()}>
            {leaves ? t.removeSubmit : t.takeSubmit}
          </Button>
        </>
      }
    >
      {problem !== null && <ProblemNote problem={problem} />}
      <ul>
        <li>{leaves ? t.consequences.removed : t.consequences.taken}</li>
        {leaves && person.role === 'owner' && <li>{t.consequences.removedOwner}</li>}
        {unconfirmed.length > 0 && (
          <li>
            <b>
              {t.consequences.unconfirmed(unconfirmed.map(({ displayName }) => displayName).join(common.listSeparator))}
            </b>
          </li>
        )}
        <RenewalConsequences />
      </ul>
      {working && <ProgressNote>{t.working}</ProgressNote>}
    </Dialog>
  );
}
