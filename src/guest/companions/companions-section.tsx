import { useState } from 'react';
import { Button } from '../../ui/components/button.tsx';
import { CopyButton } from '../../ui/components/copy-button.tsx';
import { Dialog } from '../../ui/components/dialog.tsx';
import { loadCompanionWords } from '../../ui/messages/load-companion-words.ts';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { MoreMessages } from '../../ui/messages/more-messages.tsx';
import { QrCode } from '../../ui/qr/qr-code.tsx';
import type { Device } from '../phone/device.ts';
import type { CompanionPart } from '../registration/poster-fragment.ts';
import { type CompanionPlace, companionLink } from './companion-link.ts';
import { forgetEverything } from './forget-everything.ts';
import { startAfresh } from './start-afresh.ts';
import './companions-section.css';

interface CompanionsSectionProps {
  readonly device: Device;
  readonly hotel: string;
  readonly place: Omit<CompanionPlace, 'origin'>;
  readonly companion: Pick<CompanionPart, 'party' | 'stay'>;
  /** Whether this phone can be handed over: not before everything of its guest has left it. */
  readonly handOver: 'ready' | 'waiting' | 'later';
}

/** Two ways for the next adult to decide for themselves: their own phone, or this one without a trace of its guest. */
export function CompanionsSection(props: CompanionsSectionProps) {
  return (
    <MoreMessages load={loadCompanionWords}>
      <Section {...props} />
    </MoreMessages>
  );
}

function Section({ device, hotel, place, companion, handOver }: CompanionsSectionProps) {
  const t = useMessages('companions');
  const common = useMessages('common');
  const [open, setOpen] = useState<'link' | 'hand-over' | null>(null);
  const [busy, setBusy] = useState(false);
  const [unsent, setUnsent] = useState(false);
  const { window, origin, inApp } = device;
  const link = companionLink({ ...place, origin }, { ...companion, phone: null });
  const close = () => setOpen(null);
  async function leave() {
    setBusy(true);
    if (await forgetEverything(device)) {
      startAfresh(window, companionLink({ ...place, origin }, { ...companion, phone: 'handed' }));
      return;
    }
    setBusy(false);
    setUnsent(true);
  }
  return (
    <section className="companions-section">
      <h2>{t.title}</h2>
      <p>{t.text}</p>
      <div className="companions-section__ways">
        <Button icon="phone" onClick={() => setOpen('link')}>
          {t.ownPhone}
        </Button>
        {handOver === 'ready' && (
          <Button icon="share" onClick={() => setOpen('hand-over')}>
            {t.handOver}
          </Button>
        )}
      </div>
      {handOver === 'later' && <p className="companions-section__note">{t.handOverLater}</p>}
      {handOver === 'waiting' && <p className="companions-section__note">{t.handOverWait}</p>}
      <Dialog
        open={open === 'link'}
        onClose={close}
        title={t.ownPhone}
        actions={<Button onClick={close}>{common.close}</Button>}
      >
        <p>{t.ownPhoneText}</p>
        <div className="companions-section__code">
          <QrCode text={link} label={t.codeLabel} />
        </div>
        <div className="companions-section__ways">
          <CopyButton text={link} label={t.copyLink} />
          {'share' in window.navigator && !inApp && (
            <Button
              icon="share"
              onClick={() => {
                // Turning away from the phone's own sheet is no failure.
                window.navigator.share({ title: t.shareTitle(hotel), url: link }).catch(() => undefined);
              }}
            >
              {t.share}
            </Button>
          )}
        </div>
      </Dialog>
      <Dialog
        open={open === 'hand-over'}
        onClose={close}
        title={t.before}
        actions={
          <>
            <Button onClick={close}>{common.cancel}</Button>
            <Button kind="primary" busy={busy} onClick={() => void leave()}>
              {t.beforeGo}
            </Button>
          </>
        }
      >
        <p>{t.beforeKeep}</p>
        <p>{t.beforeText}</p>
        {unsent && <p role="alert">{t.handOverWait}</p>}
      </Dialog>
    </section>
  );
}
