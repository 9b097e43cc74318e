import type { ErasureCertificate } from '../../protocol/erasure-certificate.ts';
import { formatCalendarDate, formatInstant } from '../../ui/messages/format-date.ts';
import { useLanguage, useMessages } from '../../ui/messages/messages-provider.tsx';
import '../receipt/receipt-contents.css';

/** What a hotel erased and sealed off by itself, as its certificate says. */
export function ErasureContents({ certificate }: { readonly certificate: ErasureCertificate }) {
  const t = useMessages('myRegistration').erasures;
  const words = useMessages('myRegistration').certificate;
  const language = useLanguage();
  const instant = (text: string) => formatInstant(text, language, 'Asia/Shanghai');
  const { classes, log, clock } = certificate;
  return (
    <section className="receipt-contents">
      <h2>{t.title}</h2>
      <p>{t.text}</p>
      {classes.length === 0 && <p>{t.none}</p>}
      <ul className="receipt-contents__purposes">
        {classes.map((one) => (
          <li key={`${one.class} ${one.outcome}`} className="receipt-contents__purpose">
            <span className="receipt-contents__text">{t.classes[one.class]}</span>
            <b className="receipt-contents__decision">{one.outcome === 'erased' ? t.erased : t.sealedOff}</b>
            <span className="receipt-contents__kept">{t.count(one.count)}</span>
          </li>
        ))}
      </ul>
      <dl className="receipt-contents__facts">
        <dt>{t.issued}</dt>
        <dd>{instant(certificate.issued_at)}</dd>
        <dt>{t.entries}</dt>
        <dd>{t.range(log.from, log.to)}</dd>
        <dt>{t.clock}</dt>
        <dd>{clock.held ? t.clockHeld(instant(clock.wall)) : t.clockSound}</dd>
        <dt>{words.backups}</dt>
        <dd>{formatCalendarDate(certificate.gone_from_backups, language)}</dd>
        <dt>{words.number}</dt>
        <dd className="receipt-contents__number">{certificate.certificate_id}</dd>
      </dl>
    </section>
  );
}
