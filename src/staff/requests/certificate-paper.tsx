import type { Language } from '../../protocol/languages.ts';
import type { PurposeId } from '../../protocol/purposes.ts';
import type { DeletedClass, Receipt } from '../../protocol/receipt.ts';
import type { RequestOrigin } from '../../protocol/request.ts';
import { pages } from '../../protocol/pages.ts';
import type { RequestsMessages } from '../../ui/messages/en/requests.ts';
import { formatCalendarDate, formatInstant } from '../../ui/messages/format-date.ts';
import { QrCode } from '../../ui/qr/qr-code.tsx';
import { fingerprintWords } from '../../ui/seal/fingerprint-words.ts';
import { SealMark } from '../../ui/seal/seal-mark.tsx';
import type { Hotel } from '../session/read-hotel.ts';

interface CertificatePaperProps {
  readonly hotel: Hotel;
  readonly receipt: Receipt;
  readonly origin: RequestOrigin;
  /** Null where it has ended. */
  readonly link: string | null;
  readonly words: RequestsMessages['paper'];
  /** What a purpose is called where it was agreed to in another language. */
  readonly purposeNames: Readonly<Record<PurposeId, string>>;
  readonly language: Language;
}

/** The page that is printed for the guest, in the guest's language. Names none of their details. */
export function CertificatePaper({
  hotel,
  receipt,
  origin,
  link,
  words: t,
  purposeNames,
  language,
}: CertificatePaperProps) {
  const { deletion } = receipt;
  const titleOf = (one: DeletedClass) => {
    if (one === 'card' || one === 'self' || one === 'desk') return t.classes[one];
    const purpose = receipt.purposes.find(({ id }) => id === one);
    const said = purpose !== undefined && (purpose.agreed?.language ?? receipt.language) === language;
    return said ? purpose.text : purposeNames[one];
  };
  const withdrawn = receipt.purposes.filter(({ event }) => event.decision === 'withdrawn');
  const instant = (text: string) => formatInstant(text, language, 'Asia/Shanghai');
  const { controller } = receipt.parties;
  return (
    <section className="certificate-paper paper-only on-paper" lang={language}>
      <header className="certificate-paper__head">
        <div>
          <h1>{deletion === undefined ? t.withdrawalTitle : t.deletionTitle}</h1>
          <p>
            <bdi>{controller.name}</bdi> · {controller.contact}
          </p>
          {origin !== 'guest' && <p>{t.madeFor[origin]}</p>}
        </div>
        <SealMark fingerprint={hotel.fingerprintBytes} />
      </header>
      <ul className="certificate-paper__what">
        {deletion?.classes.map((one) => (
          <li key={one.class}>
            <b>{titleOf(one.class)}</b> · {one.outcome === 'erased' ? t.erased : t.sealedOff}
            {one.outcome === 'sealed-off' && (
              <>
                <p>
                  {t.ground}: {[one.article, one.ground].filter((part) => part !== null).join(' · ')}
                </p>
                <p>
                  {t.until}: {one.until === null ? t.untilUnknown : formatCalendarDate(one.until, language)}
                </p>
              </>
            )}
          </li>
        ))}
        {deletion === undefined &&
          withdrawn.map(({ id, text }) => (
            <li key={id}>
              <b>{text}</b> · {t.withdrawn}
            </li>
          ))}
      </ul>
      <dl className="certificate-paper__facts">
        {deletion !== undefined && (
          <>
            <dt>{t.requested}</dt>
            <dd>{instant(deletion.requested_at)}</dd>
          </>
        )}
        <dt>{t.completed}</dt>
        <dd>{instant(deletion?.done_at ?? receipt.issued_at)}</dd>
        {deletion !== undefined && (
          <>
            <dt>{t.backups}</dt>
            <dd>{formatCalendarDate(deletion.gone_from_backups, language)}</dd>
            {deletion.passed_on !== undefined && (
              <>
                <dt>{t.passedOn}</dt>
                <dd>
                  {deletion.passed_on.length === 0 && t.passedOnNone}
                  {deletion.passed_on.map(({ way, purpose, last }) => (
                    <p key={`${way} ${purpose}`}>
                      {purpose !== null && way !== 'police' && `${titleOf(purpose)} · `}
                      {t.passedOnBy[way](instant(last))}
                    </p>
                  ))}
                </dd>
              </>
            )}
            <dt>{t.ledger}</dt>
            <dd>{deletion.ledger_id}</dd>
          </>
        )}
        <dt>{t.registration}</dt>
        <dd>{receipt.record_id}</dd>
        <dt>{t.number}</dt>
        <dd>{receipt.receipt_id}</dd>
      </dl>
      <div className="certificate-paper__verify">
        {link !== null && <QrCode text={link} label={t.verify} />}
        <div>
          <p>
            <b>{t.verify}</b>
          </p>
          <p>{(link === null ? t.verifyFile : t.verifyText)(`${hotel.publicUrl}${pages.verify}`)}</p>
          <p>{fingerprintWords(hotel.fingerprintBytes, language).join(' · ')}</p>
          <p>{t.anonymous}</p>
        </div>
      </div>
    </section>
  );
}
