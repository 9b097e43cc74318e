import { useState } from 'react';
import { Button } from '../../ui/components/button.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { GuestRow } from '../desk/guest-row.tsx';
import { FindGuest } from './find-guest.tsx';
import type { StepActs, StepProps } from './next-step.tsx';

/** Which registration is it? The one the request was opened for is only confirmed. */
export function FindStep({ snapshot, find, request, working, take }: StepProps & StepActs) {
  const t = useMessages('requests').find;
  const [found, setFound] = useState<string | null>(request.registration);
  const entry = found === null ? undefined : snapshot.entries.get(found);
  if (found === null || entry === undefined) return <FindGuest find={find} onFound={setFound} />;
  return (
    <>
      <p>{t.isThis}</p>
      <GuestRow entry={entry} isChosen isNew={false} onChoose={() => undefined} />
      <div className="next-step__buttons">
        <Button
          kind="primary"
          data-key="next"
          busy={working}
          onClick={() => take({ step: 'found', registration: found })}
        >
          {t.thisIsIt}
        </Button>
        {request.registration === null && <Button onClick={() => setFound(null)}>{t.other}</Button>}
      </div>
    </>
  );
}
