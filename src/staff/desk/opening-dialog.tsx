import { useEffect, useRef, useState } from 'react';
import type { AnyProblem } from '../../protocol/problems.ts';
import type { PurposeId } from '../../protocol/purposes.ts';
import type { OpeningReason } from '../../protocol/roles.ts';
import type { PurposePayload } from '../../pii/payloads.ts';
import { Button } from '../../ui/components/button.tsx';
import { Dialog } from '../../ui/components/dialog.tsx';
import { ProgressNote } from '../../ui/components/progress-note.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { problemOf } from '../api/call.ts';
import { ProblemNote } from '../app/problem-note.tsx';
import type { Session } from '../session/sign-in.ts';
import type { DeskEntry } from './desk-entry.ts';
import { openPurpose, reasonsFor } from './open-purpose.ts';
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
  const [working, setWorking] = useState(false);
  const [problem, setProblem] = useState<AnyProblem | null>(null);
  const gone = useRef(false);
  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
    };
  }, []);

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
      else setProblem(code);
      setWorking(false);
    }
  };

  return (
    <Dialog
      open
      onClose={onClose}
      title={t.opening.title(t.purposes[purpose])}
      actions={
        <Button kind="plain" onClick={onClose}>
          {common.cancel}
        </Button>
      }
    >
      <p>{t.opening.logged}</p>
      {problem !== null && <ProblemNote problem={problem} />}
      {working ? (
        <ProgressNote>{t.opening.working}</ProgressNote>
      ) : (
        <div className="opening-dialog__reasons" role="group" aria-label={t.opening.why}>
          <p className="opening-dialog__why">{t.opening.why}</p>
          {reasonsFor[purpose].map((reason) => (
            <Button key={reason} wide onClick={() => void open(reason)}>
              {t.opening.reasons[reason]}
            </Button>
          ))}
        </div>
      )}
    </Dialog>
  );
}
