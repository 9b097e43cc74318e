import { useState } from 'react';
import { Button } from '../../ui/components/button.tsx';
import { Dialog } from '../../ui/components/dialog.tsx';
import { loadCompanionWords } from '../../ui/messages/load-companion-words.ts';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { MoreMessages } from '../../ui/messages/more-messages.tsx';
import type { Device } from '../phone/device.ts';
import type { CompanionPart } from '../registration/poster-fragment.ts';
import { type CompanionPlace, companionLink } from './companion-link.ts';
import { startAfresh } from './start-afresh.ts';
import './companions-section.css';

interface GiveBackProps {
  readonly device: Device;
  readonly place: Omit<CompanionPlace, 'origin'>;
  readonly companion: Pick<CompanionPart, 'party' | 'stay'>;
  /** Not before what was sealed has reached the hotel: with the page it would be gone. */
  readonly ready: boolean;
}

/** Closes a registration made on somebody else's phone. */
export function GiveBack(props: GiveBackProps) {
  return (
    <MoreMessages load={loadCompanionWords}>
      <Part {...props} />
    </MoreMessages>
  );
}

function Part({ device, place, companion, ready }: GiveBackProps) {
  const t = useMessages('companions');
  const common = useMessages('common');
  const [asking, setAsking] = useState(false);
  const { window, origin } = device;
  const back = companionLink({ ...place, origin }, { ...companion, phone: 'back' });
  return (
    <section className="give-back">
      <p>{t.handedNote}</p>
      {ready && (
        <Button icon="back" onClick={() => setAsking(true)}>
          {t.giveBack}
        </Button>
      )}
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t.afterwards}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{common.cancel}</Button>
            <Button kind="primary" onClick={() => startAfresh(window, back)}>
              {t.afterwardsGo}
            </Button>
          </>
        }
      >
        <p>{t.afterwardsKeep}</p>
      </Dialog>
    </section>
  );
}
