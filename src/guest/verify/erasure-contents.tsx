import type { ErasureCertificate } from '../../protocol/erasure-certificate.ts';
import { ErasureFacts } from '../../ui/components/erasure-facts.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import '../receipt/receipt-contents.css';

/** What a hotel erased and sealed off by itself, as its certificate says. */
export function ErasureContents({ certificate }: { readonly certificate: ErasureCertificate }) {
  const t = useMessages('myRegistration').erasures;
  const { classes } = certificate;
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
        <ErasureFacts certificate={certificate} t={t.facts} />
      </dl>
    </section>
  );
}
