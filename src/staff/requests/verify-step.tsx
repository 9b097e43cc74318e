import { useCallback, useState } from 'react';
import type { PurposeId } from '../../protocol/purposes.ts';
import { Button } from '../../ui/components/button.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { useTools } from '../app/tools.tsx';
import { sealedUnder } from '../desk/consent-memory.ts';
import { isStillHeld, type OpenedPurpose, openSeconds } from '../desk/open-purpose.ts';
import { OpenedPanel } from '../desk/opened-panel.tsx';
import { OpeningDialog } from '../desk/opening-dialog.tsx';
import type { StepActs, StepProps } from './next-step.tsx';

/** Purposes whose envelope holds a contact, the likeliest granted first. */
const withContact: readonly PurposeId[] = ['emergency', 'billing', 'membership', 'offers'];

/** Is it the guest? A document that is looked at, or a call to the number on file. */
export function VerifyStep({ session, request, entry, working, take, onEnded }: StepProps & StepActs) {
  const t = useMessages('requests').verify;
  const staff = useMessages('staff');
  const { timers } = useTools();
  const [asking, setAsking] = useState<PurposeId | null>(null);
  const [opened, setOpened] = useState<OpenedPurpose | null>(null);
  const close = useCallback(() => setOpened(null), []);
  const callBack = request.origin === 'desk-call-back';
  const openable = withContact.filter(
    (id) => entry?.row.purposes.includes(id) === true && session.person.granted.includes(id),
  );
  const shown = opened !== null && entry !== undefined && isStillHeld(entry.row, opened) ? opened : null;
  if (shown === null && opened !== null) setOpened(null);
  return (
    <>
      <p>{callBack ? t.callBack : t.inPerson}</p>
      {callBack && openable.length === 0 && <p>{t.callBackNone}</p>}
      {callBack && shown === null && openable.length > 0 && (
        <div className="next-step__buttons" role="group" aria-label={t.callBackOpen}>
          {openable.map((id) => (
            <Button key={id} icon="phone" onClick={() => setAsking(id)}>
              {staff.opening.title(staff.purposes[id])}
            </Button>
          ))}
        </div>
      )}
      {shown !== null && <OpenedPanel payload={shown.payload} closesAt={shown.closesAt} onClose={close} />}
      {asking !== null && entry !== undefined && (
        <OpeningDialog
          session={session}
          entry={entry}
          purpose={asking}
          onOpened={(payload) => {
            const under = sealedUnder(entry.row, asking)?.hash ?? null;
            setAsking(null);
            setOpened({ payload, under, closesAt: timers.now() + openSeconds * 1000 });
          }}
          onClose={() => setAsking(null)}
          onEnded={onEnded}
        />
      )}
      <div className="next-step__buttons">
        <Button kind="primary" data-key="next" busy={working} onClick={() => take({ step: 'verified' })}>
          {callBack ? t.callBackDone : t.inPersonDone}
        </Button>
      </div>
    </>
  );
}
