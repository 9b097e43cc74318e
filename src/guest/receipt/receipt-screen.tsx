import { type ReactNode, useEffect, useState } from 'react';
import { decodeBase64Url } from '../../protocol/base64url.ts';
import { parseReceipt } from '../../protocol/receipt.ts';
import { pages } from '../../protocol/routes.ts';
import type { GuestStatus } from '../../protocol/api.ts';
import { LinkButton } from '../../ui/components/link-button.tsx';
import { Screen } from '../../ui/components/screen.tsx';
import { Steps } from '../../ui/components/steps.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { SealPress } from '../../ui/seal/seal-press.tsx';
import { isOutdated, type Sealed, useDelivery } from '../form/use-registration.ts';
import { type Device, onReturn } from '../phone/device.ts';
import { watchStatus } from '../registration/watch-status.ts';
import { Rules } from '../welcome/rules.tsx';
import { ArrivalCode } from './arrival-code.tsx';
import { DeliveryNote } from './delivery-note.tsx';
import { KeepReceipt } from './keep-receipt.tsx';
import { ReceiptContents } from './receipt-contents.tsx';
import './receipt-screen.css';

interface ReceiptScreenProps {
  readonly top: ReactNode;
  readonly device: Device;
  readonly sealed: Sealed;
  /** The hotel's rules moved on before this arrived; nothing was stored. */
  readonly onOutdated: () => void;
}

/** Sealed: the code for the desk, how things stand, and everything to keep. */
export function ReceiptScreen({ top, device, sealed, onOutdated }: ReceiptScreenProps) {
  const { receipt: t, registration } = useMessages('guest');
  const { submission, checked, delivery, details } = sealed;
  const state = useDelivery(device, delivery);
  const [status, setStatus] = useState<GuestStatus | null>(null);
  const received = state.kind === 'received';
  const outdated = state.kind === 'refused' && isOutdated(state.problem);

  useEffect(() => {
    if (outdated) onOutdated();
  }, [outdated, onOutdated]);

  useEffect(() => {
    if (!received) return undefined;
    let stop: (() => void) | null = null;
    let left = false;
    async function watch() {
      const { deriveGuestKeys } = await import('../../crypto/guest-secret.ts');
      const { lookup, token } = await deriveGuestKeys(submission.secret);
      if (left) return;
      const visible = () => device.window.document.visibilityState === 'visible';
      const { api, later } = device;
      const watching = watchStatus({ lookup, token }, { api, later, visible, onStatus: setStatus });
      const forget = onReturn(device.window, watching.nudge);
      stop = () => {
        watching.stop();
        forget();
      };
    }
    void watch();
    return () => {
      left = true;
      stop?.();
    };
  }, [device, received, submission]);

  const fingerprint = decodeBase64Url(checked.fingerprint) ?? new Uint8Array(16);
  const link = `${device.origin}${pages.registration}#${submission.secret}`;
  return (
    <Screen
      top={
        <>
          <Steps current={4} total={4} />
          {top}
        </>
      }
    >
      <div className="receipt-screen__head">
        <div>
          <h1 tabIndex={-1}>{t.title}</h1>
          <p className="receipt-screen__hotel">{checked.notice.controller.name}</p>
        </div>
        <SealPress fingerprint={fingerprint} />
      </div>
      <ArrivalCode code={submission.code} />
      <DeliveryNote state={state} status={status} onRetry={() => delivery.nudge()} />
      {received && (
        <p>
          <LinkButton href={link} icon="person" wide>
            {registration.title}
          </LinkButton>
        </p>
      )}
      {state.kind === 'received' && (
        <>
          <KeepReceipt
            device={device}
            hotel={checked.notice.controller.name}
            code={submission.code}
            link={link}
            fingerprint={fingerprint}
            stay={details}
            receipt={state.receipt}
            contact={details}
          />
          <ReceiptContents receipt={parseReceipt(state.receipt.text)} />
          <p>
            <LinkButton href={pages.verify} icon="check" target="_blank" wide>
              {t.verify}
            </LinkButton>
          </p>
        </>
      )}
      <Rules notice={checked.notice} window={device.window} />
    </Screen>
  );
}
