import type { ErasureCertificate } from '../../protocol/erasure-certificate.ts';
import { localized } from '../../protocol/languages.ts';
import { pages } from '../../protocol/pages.ts';
import { ErasureFacts } from '../../ui/components/erasure-facts.tsx';
import { useLanguage, useMessages } from '../../ui/messages/messages-provider.tsx';
import { fingerprintWords } from '../../ui/seal/fingerprint-words.ts';
import { SealMark } from '../../ui/seal/seal-mark.tsx';
import type { Hotel } from '../session/read-hotel.ts';
import '../requests/certificate.css';

interface ErasurePaperProps {
  readonly hotel: Hotel;
  readonly certificate: ErasureCertificate;
  /** SHA-256 of the certificate's exact text, by which the paper and the saved file are known to be one. */
  readonly digest: string;
}

/** A run's certificate as it will look on paper: classes and numbers, nobody's details. */
export function ErasurePaper({ hotel, certificate, digest }: ErasurePaperProps) {
  const words = useMessages('staff').retention;
  const t = words.paper;
  const language = useLanguage();
  const { classes } = certificate;
  return (
    <section className="certificate-paper paper-only on-paper" lang={language} aria-label={t.title}>
      <header className="certificate-paper__head">
        <div>
          <h1>{t.title}</h1>
          <p>
            <bdi>{localized(hotel.profile.name, language)}</bdi> · {hotel.profile.contact}
          </p>
          <p>{t.text}</p>
        </div>
        <SealMark fingerprint={hotel.fingerprintBytes} />
      </header>
      <ul className="certificate-paper__what">
        {classes.length === 0 && <li>{words.nothingDue}</li>}
        {classes.map((one) => (
          <li key={`${one.class} ${one.outcome}`}>
            <b>{words.classes[one.class]}</b> · {words.outcomes[one.outcome]} · {words.count(one.count)}
          </li>
        ))}
      </ul>
      <dl className="certificate-paper__facts">
        <ErasureFacts certificate={certificate} t={t.facts} />
        <dt>{t.digest}</dt>
        <dd>{digest}</dd>
        <dt>{t.fingerprint}</dt>
        <dd>{fingerprintWords(hotel.fingerprintBytes, language).join(' · ')}</dd>
      </dl>
      <p>{t.verify(`${hotel.publicUrl}${pages.verify}`)}</p>
    </section>
  );
}
