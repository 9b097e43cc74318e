import { lazy, type ReactNode, Suspense, useEffect, useMemo, useState } from 'react';
import type { GuestDetails } from '../../pii/details.ts';
import { decodeBase64Url } from '../../protocol/base64url.ts';
import { arrivalCode } from '../../protocol/ids.ts';
import { parseNotice } from '../../protocol/notice.ts';
import { parseReceipt } from '../../protocol/receipt.ts';
import { pages } from '../../protocol/pages.ts';
import type { Channel } from '../../protocol/submission.ts';
import { useAssisted } from '../assisted/assisted-context.ts';
import { LinkButton } from '../../ui/components/link-button.tsx';
import { Screen } from '../../ui/components/screen.tsx';
import { Steps } from '../../ui/components/steps.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { SealPress } from '../../ui/seal/seal-press.tsx';
import { loadAfterSealing, loadNewRules } from '../app/load-parts.ts';
import { optionalPart } from '../app/optional-part.ts';
import type { Delivery } from '../outbox/delivery.ts';
import { ForgetHere } from '../outbox/forget-here.tsx';
import { useDelivery } from '../outbox/use-delivery.ts';
import type { Device } from '../phone/device.ts';
import type { CompanionPart } from '../registration/poster-fragment.ts';
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
  /** The poster it came by, for others who come along; what is kept of it where the caller doesn't know. */
  readonly channel?: Channel;
  /** With whom this guest comes along, and on whose phone. */
  readonly companion?: CompanionPart | null;
  /** Forgets one that was kept from an earlier visit. */
  readonly onForget?: () => void;
}

const NewRules = lazy(async () => ({ default: (await loadNewRules()).NewRules }));
const AfterSealing = optionalPart(async () => (await loadAfterSealing()).AfterSealing);

/** Sealed: the code for the desk, how things stand, and everything to keep. */
export function ReceiptScreen(props: ReceiptScreenProps) {
  const { top, device, delivery, details, companion = null, onForget } = props;
  const { receipt: t, registration, ending, kept: keptWords } = useMessages('guest');
  const { state, status, kept } = useDelivery(device, delivery);
  const opensOffline = useOpensOffline(device);
  const entry = delivery.entry();
  const channel = props.channel ?? entry.channel ?? 'typed';
  const assisted = useAssisted();
  const notice = useMemo(() => parseNotice(entry.notice), [entry.notice]);
  const received = state.kind === 'received';
  const waiting = state.kind === 'sending' || state.kind === 'waiting' || state.kind === 'asking';
  useEffect(() => {
    assisted?.report(received ? 'received' : waiting ? 'waiting' : 'typing');
  }, [assisted, received, waiting]);
  if (state.kind === 'asking') {
    const { news, renewal } = state;
    return (
      <Suspense fallback={null}>
        <NewRules
          key={news.today.signed.hash}
          top={top}
          news={news}
          choices={renewal.opened.choices}
          device={device}
          onlyAtDesk
          onTold={(told) => delivery.answer(told)}
        />
      </Suspense>
    );
  }
  if (state.kind === 'dropped') {
    const forgotten = state.because === 'forgotten';
    return (
      <Screen top={top}>
        <h1 tabIndex={-1}>{forgotten ? keptWords.forgotten : ending.title}</h1>
        {!forgotten && <p>{ending.text}</p>}
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
      actions={received && assisted !== null ? <assisted.DoneButton /> : undefined}
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
          {assisted === null && (
            <p>
              <LinkButton href={link} icon="person" wide>
                {registration.title}
              </LinkButton>
            </p>
          )}
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
          {assisted === null && (
            <p>
              <LinkButton href={pages.verify} icon="check" target="_blank" wide>
                {t.verify}
              </LinkButton>
            </p>
          )}
        </>
      )}
      {onForget !== undefined && <ForgetHere sent={state.kind === 'received'} onForget={onForget} />}
      {assisted === null && (
        <Suspense fallback={null}>
          <AfterSealing
            device={device}
            hotel={hotel}
            place={{ property: entry.property, fingerprint: entry.fingerprint, channel }}
            companion={companion}
            registration={entry.registration}
            details={details}
            received={state.kind === 'received'}
          />
        </Suspense>
      )}
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
