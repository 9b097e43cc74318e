import { useEffect, useState } from 'react';
import { decodeBase64Url } from '../../protocol/base64url.ts';
import { arrivalCode } from '../../protocol/ids.ts';
import { type AnyProblem, Refusal } from '../../protocol/problems.ts';
import { pages } from '../../protocol/routes.ts';
import { Icon } from '../../ui/components/icon.tsx';
import { ProgressNote } from '../../ui/components/progress-note.tsx';
import { Screen } from '../../ui/components/screen.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { SealWithWords } from '../../ui/seal/seal-with-words.tsx';
import { PageFrame } from '../app/page-frame.tsx';
import type { Words } from '../app/words.ts';
import { ToldAll } from '../form/told.tsx';
import { type Device, onReturn } from '../phone/device.ts';
import { ArrivalCode } from '../receipt/arrival-code.tsx';
import { StatusNote } from '../receipt/delivery-note.tsx';
import { KeepReceipt } from '../receipt/keep-receipt.tsx';
import { ReceiptContents } from '../receipt/receipt-contents.tsx';
import { type OpenedRegistration, openRegistration } from '../registration/open-registration.ts';
import { parseSecretFragment } from '../registration/poster-fragment.ts';
import { watchStatus } from '../registration/watch-status.ts';
import { RefusalScreen } from '../welcome/refusal-screen.tsx';

interface RegistrationPageProps {
  readonly words: Words;
  readonly device: Device;
}

type Opening =
  | { readonly kind: 'opening' }
  | { readonly kind: 'open'; readonly opened: OpenedRegistration }
  | { readonly kind: 'failed'; readonly problem: AnyProblem };

/** A guest's registration, opened by the link on the receipt alone. */
export function RegistrationPage({ words, device }: RegistrationPageProps) {
  const [secret] = useState(() => takeSecret(device.window));
  const [opening, setOpening] = useState<Opening>({ kind: 'opening' });
  useEffect(() => {
    if (secret === null) return;
    openRegistration(device.api, secret).then(
      (opened) => setOpening({ kind: 'open', opened }),
      (error: unknown) => setOpening({ kind: 'failed', problem: error instanceof Refusal ? error.code : 'internal' }),
    );
  }, [device, secret]);
  return (
    <PageFrame words={words} device={device} title={(guest) => guest.registration.title}>
      {(top) => {
        if (secret === null) return <WrongLink top={top} kind="noSecret" />;
        if (opening.kind === 'open')
          return <Registration top={top} device={device} secret={secret} opened={opening.opened} />;
        if (opening.kind === 'opening') return <Waiting top={top} />;
        if (opening.problem === 'not_found' || opening.problem === 'gone') return <WrongLink top={top} kind="wrong" />;
        return <RefusalScreen top={top} problem={opening.problem} window={null} />;
      }}
    </PageFrame>
  );
}

/** Reads the secret and takes it out of the address bar at once, before a picture of the screen or a history shows it. */
function takeSecret(window: Window): string | null {
  const secret = parseSecretFragment(window.location.hash);
  if (secret !== null) window.history.replaceState(null, '', window.location.pathname + window.location.search);
  return secret;
}

function Waiting({ top }: { readonly top: React.ReactNode }) {
  const t = useMessages('guest').registration;
  return (
    <Screen top={top}>
      <ProgressNote>{t.opening}</ProgressNote>
    </Screen>
  );
}

function WrongLink({ top, kind }: { readonly top: React.ReactNode; readonly kind: 'wrong' | 'noSecret' }) {
  const t = useMessages('guest').registration;
  return (
    <Screen top={top}>
      <div className="refusal-screen">
        <Icon name="link" size="large" />
        <h1 tabIndex={-1}>{t[kind]}</h1>
        <p className="refusal-screen__text">{t[`${kind}Text`]}</p>
      </div>
    </Screen>
  );
}

interface RegistrationProps {
  readonly top: React.ReactNode;
  readonly device: Device;
  readonly secret: string;
  readonly opened: OpenedRegistration;
}

function Registration({ top, device, secret, opened }: RegistrationProps) {
  const t = useMessages('guest').registration;
  const [status, setStatus] = useState(opened.status);
  useEffect(() => {
    const visible = () => device.window.document.visibilityState === 'visible';
    const { api, later } = device;
    const watch = watchStatus(opened.access, { api, later, visible, onStatus: setStatus });
    const forget = onReturn(device.window, watch.nudge);
    return () => {
      watch.stop();
      forget();
    };
  }, [device, opened]);
  const { receipt } = opened.verified;
  const fingerprint = decodeBase64Url(opened.fingerprint) ?? new Uint8Array(16);
  const code = arrivalCode(opened.registration);
  return (
    <Screen top={top}>
      <h1 tabIndex={-1}>{t.title}</h1>
      <p>{receipt.parties.controller.name}</p>
      <ArrivalCode code={code} />
      <StatusNote status={status} />
      <section>
        <h2>{t.told}</h2>
        {opened.details === null ? <p>{t.toldGone}</p> : <ToldAll details={opened.details} />}
        <p>{t.changes}</p>
      </section>
      <KeepReceipt
        device={device}
        hotel={receipt.parties.controller.name}
        code={code}
        link={`${device.origin}${pages.registration}#${secret}`}
        fingerprint={fingerprint}
        stay={opened.details}
        receipt={opened.receipt}
        contact={opened.details}
      />
      <ReceiptContents receipt={receipt} />
      <SealWithWords fingerprint={fingerprint} />
      <p>{t.seal}</p>
    </Screen>
  );
}
