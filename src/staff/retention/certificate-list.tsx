import { useState } from 'react';
import { flushSync } from 'react-dom';
import { digest } from '../../crypto/sha256.ts';
import { verifyCertificate } from '../../crypto/verify-certificate.ts';
import {
  type ErasureCertificate,
  parseCertificate,
  type ProvenCertificate,
} from '../../protocol/erasure-certificate.ts';
import type { AnyProblem } from '../../protocol/problems.ts';
import { Button } from '../../ui/components/button.tsx';
import { ButtonRow } from '../../ui/components/button-row.tsx';
import { formatInstant } from '../../ui/messages/format-date.ts';
import { useLanguage, useMessages } from '../../ui/messages/messages-provider.tsx';
import { problemOf } from '../api/call.ts';
import { ProblemNote } from '../app/problem-note.tsx';
import { saveFile } from '../app/save-file.ts';
import type { Hotel } from '../session/read-hotel.ts';
import { ErasurePaper } from './erasure-paper.tsx';

interface CertificateListProps {
  readonly hotel: Hotel;
  readonly certificates: readonly ProvenCertificate[];
}

/** The runs that were, each with its certificate to keep as a file, and on paper once this tablet has checked it. */
export function CertificateList({ hotel, certificates }: CertificateListProps) {
  const t = useMessages('staff').retention;
  const common = useMessages('common');
  const language = useLanguage();
  const [paper, setPaper] = useState<{ readonly certificate: ErasureCertificate; readonly digest: string } | null>(
    null,
  );
  const [problem, setProblem] = useState<AnyProblem | null>(null);
  const print = async (proven: ProvenCertificate) => {
    setProblem(null);
    try {
      const { certificate } = await verifyCertificate(proven, hotel.fingerprint);
      const sum = await digest(proven.text);
      flushSync(() => setPaper({ certificate, digest: sum }));
      window.addEventListener('afterprint', () => setPaper(null), { once: true });
      window.print();
    } catch (error) {
      setProblem(problemOf(error));
    }
  };
  if (certificates.length === 0) return <p>{t.noCertificates}</p>;
  return (
    <>
      {problem !== null && <ProblemNote problem={problem} />}
      <ul className="retention-place__runs">
        {certificates.map((proven) => {
          const { certificate_id: id, issued_at: issued, classes, clock } = parseCertificate(proven.text);
          const when = formatInstant(issued, language, 'Asia/Shanghai');
          const what = classes.map(({ class: one, outcome, count }) =>
            t.went(t.classes[one], t.outcomes[outcome], count),
          );
          return (
            <li key={id}>
              <p className="retention-place__what">{when}</p>
              <p className="retention-place__why">
                {what.length === 0 ? t.nothingDue : what.join(common.listSeparator)}
              </p>
              {clock.held && <p className="retention-place__why">{t.clock}</p>}
              <ButtonRow>
                <Button icon="print" aria-label={`${t.print} ${when}`} onClick={() => void print(proven)}>
                  {t.print}
                </Button>
                <Button
                  kind="plain"
                  icon="download"
                  aria-label={`${t.save} ${when}`}
                  onClick={() =>
                    saveFile(
                      new Blob([JSON.stringify(proven)], { type: 'application/json' }),
                      `${t.fileName} ${issued.slice(0, 10)}.json`,
                    )
                  }
                >
                  {t.save}
                </Button>
              </ButtonRow>
            </li>
          );
        })}
      </ul>
      {paper !== null && <ErasurePaper hotel={hotel} {...paper} />}
    </>
  );
}
