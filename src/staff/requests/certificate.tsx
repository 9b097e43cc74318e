import { useCallback, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Language } from '../../protocol/languages.ts';
import type { PurposeId } from '../../protocol/purposes.ts';
import type { AnyProblem } from '../../protocol/problems.ts';
import type { Receipt } from '../../protocol/receipt.ts';
import type { DeskRequest } from '../../protocol/request.ts';
import { verifyReceipt } from '../../crypto/verify-receipt.ts';
import { Button } from '../../ui/components/button.tsx';
import { ProgressNote } from '../../ui/components/progress-note.tsx';
import { StateNote } from '../../ui/components/state-note.tsx';
import type { RequestsMessages } from '../../ui/messages/en/requests.ts';
import { loadStaffCatalogue } from '../../ui/messages/load-staff-catalogue.ts';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { QrCode } from '../../ui/qr/qr-code.tsx';
import { problemOf } from '../api/call.ts';
import { UnreadNote } from '../app/unread-note.tsx';
import type { Hotel } from '../session/read-hotel.ts';
import type { Session } from '../session/sign-in.ts';
import { CertificatePaper } from './certificate-paper.tsx';
import './certificate.css';

interface CertificateProps {
  readonly session: Session;
  readonly hotel: Hotel;
  readonly request: DeskRequest;
}

interface Checked {
  readonly receipt: Receipt;
  readonly link: string | null;
  /** In the guest's language, whatever the desk reads. */
  readonly words: RequestsMessages['paper'];
  readonly purposeNames: Readonly<Record<PurposeId, string>>;
  readonly language: Language;
}

/** The proof of what was done for the guest, checked on this tablet first: a code to scan, and a page to print. */
export function Certificate({ session, hotel, request }: CertificateProps) {
  const t = useMessages('requests').certify;
  const staff = useMessages('staff');
  const [checked, setChecked] = useState<Checked | null>(null);
  const [problem, setProblem] = useState<AnyProblem | null>(null);
  const [printing, setPrinting] = useState(false);
  const { api } = session;
  const { fingerprint } = hotel;
  const load = useCallback(() => {
    const read = async (): Promise<Checked> => {
      const { receipt: proven, link } = await api.requestProof(request.id);
      const { receipt } = await verifyReceipt(proven, fingerprint);
      const { requests, staff: said } = await loadStaffCatalogue(receipt.language);
      const { classes: purposeNames } = said.retention;
      return { receipt, link, words: requests.paper, purposeNames, language: receipt.language };
    };
    read().then(setChecked, (error: unknown) => setProblem(problemOf(error)));
  }, [api, request.id, fingerprint]);
  useEffect(load, [load]);

  /** The log says so before it prints, and there is no sheet to print before. */
  async function print() {
    try {
      if (request.registration !== null) await api.notePrint(request.registration);
      flushSync(() => setPrinting(true));
      window.addEventListener('afterprint', () => setPrinting(false), { once: true });
      window.print();
    } catch (error) {
      setProblem(problemOf(error));
    }
  }

  if (problem === 'receipt_invalid' || problem?.startsWith('manifest_') === true)
    return (
      <StateNote state="failed" word={t.show}>
        <p>{t.invalid}</p>
      </StateNote>
    );
  if (problem !== null) {
    const retry = () => {
      setProblem(null);
      load();
    };
    return <UnreadNote problem={problem} known={checked !== null} onRetry={retry} />;
  }
  if (checked === null) return <ProgressNote>{staff.opening.working}</ProgressNote>;
  return (
    <section className="certificate">
      <div className="off-paper">
        <h2>{t.show}</h2>
        <div className="certificate__hand">
          {checked.link !== null && <QrCode text={checked.link} label={t.show} />}
          <div>
            {checked.link === null ? (
              <p>{t.linkOver}</p>
            ) : (
              <>
                <p>
                  <b>{t.scan}</b>
                </p>
                <p>{t.scanText}</p>
              </>
            )}
            <Button icon="print" onClick={() => void print()}>
              {t.print}
            </Button>
          </div>
        </div>
      </div>
      {printing && (
        <CertificatePaper
          hotel={hotel}
          receipt={checked.receipt}
          origin={request.origin}
          link={checked.link}
          words={checked.words}
          purposeNames={checked.purposeNames}
          language={checked.language}
        />
      )}
    </section>
  );
}
