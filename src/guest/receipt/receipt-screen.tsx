import { type ReactNode, useEffect, useMemo, useState } from 'react';
import type { GuestDetails } from '../../pii/details.ts';
import { decodeBase64Url } from '../../protocol/base64url.ts';
import { arrivalCode } from '../../protocol/ids.ts';
import { parseNotice } from '../../protocol/notice.ts';
import { parseReceipt } from '../../protocol/receipt.ts';
import { pages } from '../../protocol/routes.ts';
import { LinkButton } from '../../ui/components/link-button.tsx';
import { Screen } from '../../ui/components/screen.tsx';
import { Steps } from '../../ui/components/steps.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { SealPress } from '../../ui/seal/seal-press.tsx';
import { AskAgain } from '../form/ask-again.tsx';
import type { Delivery } from '../outbox/delivery.ts';
import { ForgetHere } from '../outbox/forget-here.tsx';
import { useDelivery } from '../outbox/use-delivery.ts';
import type { Device } from '../phone/device.ts';
import { Rules } from '../welcome/rules.tsx';
import { ArrivalCode } from './arrival-code.tsx';
import { DeliveryNote } from './delivery-note.tsx';
import { KeepReceipt } from './keep-receipt.tsx';
import { ReceiptContents } from './receipt-contents.tsx';
import './receipt-screen.css';

interface ReceiptScreenProps {
  readonly top: ReactNode;
  readonly device: Device;
  readonly delivery: Delivery;
  /** What was typed, while it is still in memory. */
  readonly details: GuestDetails | null;
  /** Forgets one that was kept from an earlier visit. */
  readonly onForget?: () => void;
}

/** Sealed: the code for the desk, how things stand, and everything to keep. */
export function ReceiptScreen({ top, device, delivery, details, onForget }: ReceiptScreenProps) {
  const { receipt: t, registration, ending } = useMessages('guest');
  const { state, status, kept } = useDelivery(device, delivery);
  const opensOffline = useOpensOffline(device);
  const entry = delivery.entry();
  const notice = useMemo(() => parseNotice(entry.notice), [entry.notice]);
  if (state.kind === 'asking') {
    const { checked, ask } = state.renewal;
    return (
      <AskAgain top={top} notice={checked.notice} purposes={ask} onAnswered={(answers) => delivery.answer(answers)} />
    );
  }
  if (state.kind === 'dropped') {
    return (
      <Screen top={top}>
        <h1 tabIndex={-1}>{ending.title}</h1>
        <p>{ending.text}</p>
        <p>{ending.next}</p>
      </Screen>
    );
  }
  const fingerprint = decodeBase64Url(entry.fingerprint) ?? new Uint8Array(16);
  const code = arrivalCode(entry.registration);
  const link = `${device.origin}${pages.registration}#${entry.secret}`;
  const hotel = notice.controller.name;
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
          <p className="receipt-screen__hotel">{hotel}</p>
        </div>
        <SealPress fingerprint={fingerprint} />
      </div>
      <ArrivalCode code={code} />
      <DeliveryNote
        state={state}
        status={status}
        kept={kept}
        opensOffline={opensOffline}
        onRetry={() => delivery.nudge()}
      />
      {state.kind === 'received' && (
        <>
          <p>
            <LinkButton href={link} icon="person" wide>
              {registration.title}
            </LinkButton>
          </p>
          <KeepReceipt
            device={device}
            hotel={hotel}
            code={code}
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
      {onForget !== undefined && <ForgetHere sent={state.kind === 'received'} onForget={onForget} />}
      <Rules notice={notice} window={device.window} />
    </Screen>
  );
}

/** Asked once it is shown: by then the worker has had its time. */
function useOpensOffline({ outbox, later }: Device): boolean {
  const [opens, setOpens] = useState(false);
  useEffect(() => {
    let left = false;
    async function look() {
      const found = await outbox.opensOffline();
      if (!left) setOpens(found);
    }
    void look();
    const stop = later(5000, () => void look());
    return () => {
      left = true;
      stop();
    };
  }, [outbox, later]);
  return opens;
}
