import type { DeletedClass, Deletion, Receipt } from '../../protocol/receipt.ts';
import { formatCalendarDate, formatInstant } from '../../ui/messages/format-date.ts';
import { useLanguage, useMessages } from '../../ui/messages/messages-provider.tsx';
import '../receipt/receipt-contents.css';
import { classTitle } from './class-title.ts';
import type { PurposeStanding } from './my-registration.ts';
import { passedOnLines } from './passed-on-lines.ts';

interface CertificateContentsProps {
  readonly receipt: Receipt;
  readonly deletion: Deletion;
  /** How it stands today; nothing where only the certificate is at hand. */
  readonly standings?: readonly PurposeStanding[];
}

/** What was deleted and when, what a law still holds and until when. Names no value and nobody. */
export function CertificateContents({ receipt, deletion, standings = [] }: CertificateContentsProps) {
  const words = useMessages('myRegistration');
  const t = words.certificate;
  const common = useMessages('common');
  const receiptWords = useMessages('guest').receipt;
  const language = useLanguage();
  const instant = (text: string) => formatInstant(text, language, 'Asia/Shanghai');
  const erased = deletion.classes.filter(({ outcome }) => outcome === 'erased');
  const sealedOff = deletion.classes.filter(({ outcome }) => outcome === 'sealed-off');
  const titleOf = (one: DeletedClass) => classTitle(one, receipt, words, language);
  const { controller, processors, recipients } = receipt.parties;
  const others = [...recipients.filter(({ legalDuty }) => !legalDuty), ...processors].map(({ name }) => name);
  const confirmed = deletion.processors_confirmed;
  const unconfirmed = others.filter((name) => !confirmed.includes(name));
  return (
    <section className="receipt-contents">
      <h2>{t.what}</h2>
      <ul className="receipt-contents__purposes">
        {erased.map((one) => (
          <li key={one.class} className="receipt-contents__purpose">
            <span className="receipt-contents__text">{titleOf(one.class)}</span>
            <b className="receipt-contents__decision">{t.erased}</b>
          </li>
        ))}
      </ul>
      {sealedOff.length > 0 && (
        <>
          <h2>{t.kept}</h2>
          <p>{t.keptText}</p>
          <ul className="receipt-contents__purposes">
            {sealedOff.map((one) => (
              <li key={one.class} className="receipt-contents__purpose">
                <span className="receipt-contents__text">{titleOf(one.class)}</span>
                <b className="receipt-contents__decision">{t.sealedOff}</b>
                <span className="receipt-contents__kept" lang={receipt.language}>
                  <span lang={language}>{t.ground}:</span> {one.article}
                </span>
                <span className="receipt-contents__kept" lang={receipt.language}>
                  {one.ground}
                </span>
                <span className="receipt-contents__kept">
                  {t.until}: {one.until === null ? t.untilUnknown : formatCalendarDate(one.until, language)}
                </span>
                <Since one={one} standings={standings} />
              </li>
            ))}
          </ul>
        </>
      )}
      <dl className="receipt-contents__facts">
        <dt>{t.requested}</dt>
        <dd>{instant(deletion.requested_at)}</dd>
        <dt>{t.through}</dt>
        <dd>{t.throughs[deletion.requested_through]}</dd>
        <dt>{t.completed}</dt>
        <dd>{instant(deletion.done_at)}</dd>
        <dt>{t.backups}</dt>
        <dd>{formatCalendarDate(deletion.gone_from_backups, language)}</dd>
        <dt>{t.processors}</dt>
        <dd>
          {passedOnLines(deletion, t, titleOf, instant).map((line) => (
            <p key={line}>{line}</p>
          ))}
          {confirmed.length > 0 && t.processorsConfirmed(confirmed.join(common.listSeparator))}{' '}
          {unconfirmed.length > 0 && t.processorsUnconfirmed(unconfirmed.join(common.listSeparator))}
        </dd>
        <dt>{receiptWords.hotel}</dt>
        <dd>
          {controller.name}
          <br />
          {controller.address}
          <br />
          {controller.contact}
        </dd>
        <dt>{t.number}</dt>
        <dd className="receipt-contents__number">{receipt.receipt_id}</dd>
        <dt>{t.ledger}</dt>
        <dd className="receipt-contents__number">{deletion.ledger_id}</dd>
      </dl>
    </section>
  );
}

interface SinceProps {
  readonly one: Deletion['classes'][number];
  readonly standings: readonly PurposeStanding[];
}

/** What the certificate couldn't know yet: that it has gone by itself since, or that its day is another one by now. */
function Since({ one, standings }: SinceProps) {
  const t = useMessages('myRegistration').choices;
  const language = useLanguage();
  const today = standings.find(({ id }) => id === one.class);
  if (today === undefined) return null;
  const day = (date: string) => formatCalendarDate(date, language);
  if (today.went !== null) return <b className="receipt-contents__kept">{t.went(day(today.went))}</b>;
  if (today.until === null || today.until === one.until) return null;
  return <b className="receipt-contents__kept">{t.goes(day(today.until))}</b>;
}
