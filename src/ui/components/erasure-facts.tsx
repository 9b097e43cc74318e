import type { ErasureCertificate } from '../../protocol/erasure-certificate.ts';
import type { ErasureFactsMessages } from '../messages/en/erasure-facts.ts';
import { formatCalendarDate, formatInstant } from '../messages/format-date.ts';
import { useLanguage } from '../messages/messages-provider.tsx';
import './erasure-facts.css';

interface ErasureFactsProps {
  readonly certificate: ErasureCertificate;
  readonly t: ErasureFactsMessages;
}

/** What a run's certificate says of the run itself, as terms and descriptions of the list it stands in. */
export function ErasureFacts({ certificate, t }: ErasureFactsProps) {
  const language = useLanguage();
  const instant = (text: string) => formatInstant(text, language, 'Asia/Shanghai');
  const { log, clock } = certificate;
  return (
    <>
      <dt>{t.issued}</dt>
      <dd>{instant(certificate.issued_at)}</dd>
      <dt>{t.entries}</dt>
      <dd>{t.range(log.from, log.to)}</dd>
      <dt>{t.clock}</dt>
      <dd>{clock.held ? t.clockHeld(instant(clock.wall)) : t.clockSound}</dd>
      <dt>{t.backups}</dt>
      <dd>{formatCalendarDate(certificate.gone_from_backups, language)}</dd>
      <dt>{t.number}</dt>
      <dd className="erasure-facts__number">{certificate.certificate_id}</dd>
    </>
  );
}
