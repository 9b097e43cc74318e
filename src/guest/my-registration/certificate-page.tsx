import type { ReactNode } from 'react';
import { decodeBase64Url } from '../../protocol/base64url.ts';
import { arrivalCode } from '../../protocol/ids.ts';
import type { PurposeId } from '../../protocol/purposes.ts';
import { Screen } from '../../ui/components/screen.tsx';
import { StateNote } from '../../ui/components/state-note.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { SealWithWords } from '../../ui/seal/seal-with-words.tsx';
import type { Device } from '../phone/device.ts';
import { CertificateContents } from './certificate-contents.tsx';
import { KeepCertificate } from './keep-certificate.tsx';
import type { LogCheck } from './log-check.ts';
import type { MyRegistration } from './my-registration.ts';
import { Receipts } from './receipts.tsx';
import { Timeline } from './timeline.tsx';
import './home-page.css';

interface CertificatePageProps {
  readonly top: ReactNode;
  readonly device: Device;
  readonly mine: MyRegistration;
  readonly log: LogCheck;
  readonly titleOf: (purpose: PurposeId) => string;
  readonly onRetryLog: () => void;
}

/** All that is left after everything was deleted: the proof, and who had looked. */
export function CertificatePage({ top, device, mine, log, titleOf, onRetryLog }: CertificatePageProps) {
  const t = useMessages('myRegistration');
  const guest = useMessages('guest');
  const fingerprint = decodeBase64Url(mine.fingerprint) ?? new Uint8Array(16);
  const code = arrivalCode(mine.registration);
  const own = [...mine.receipts].reverse().find(({ receipt }) => receipt.deletion !== undefined);
  const deletion = own?.receipt.deletion;
  return (
    <Screen top={top}>
      <h1 tabIndex={-1}>{own === undefined ? guest.registration.title : t.certificate.title}</h1>
      <StateNote state="done" word={t.certificate.done} announce="polite">
        <p>{own === undefined ? guest.receipt.erased : t.certificate.doneText}</p>
      </StateNote>
      {own !== undefined && !own.verified && (
        <StateNote state="failed" word={t.receipts.unchecked} announce="now">
          <p>{t.looked.alarmDo}</p>
        </StateNote>
      )}
      {own !== undefined && deletion !== undefined && (
        <>
          <KeepCertificate
            device={device}
            proven={own.proven}
            receipt={own.receipt}
            deletion={deletion}
            fingerprint={fingerprint}
            code={code}
          />
          <CertificateContents receipt={own.receipt} deletion={deletion} standings={mine.standings} />
        </>
      )}
      <SealWithWords fingerprint={fingerprint} />
      <p>{guest.registration.seal}</p>
      <section className="home-page__part">
        <h2>{t.looked.title}</h2>
        <Timeline check={log} titleOf={titleOf} onRetry={onRetryLog} />
      </section>
      <section className="home-page__part">
        <h2>{t.receipts.title}</h2>
        <Receipts device={device} receipts={mine.receipts} code={code} />
      </section>
    </Screen>
  );
}
