import type { Receipt } from '../../protocol/receipt.ts';
import { formatInstant } from '../../ui/messages/format-date.ts';
import { useLanguage, useMessages } from '../../ui/messages/messages-provider.tsx';
import './receipt-contents.css';

/** The receipt as a page: what was decided, when, until when. It names nobody, and no rule that was over before anybody was asked. */
export function ReceiptContents({ receipt }: { readonly receipt: Receipt }) {
  const t = useMessages('guest').receipt;
  const language = useLanguage();
  const common = useMessages('common').notice;
  const { purposes, issued_at, receipt_id, parties } = receipt;
  const asked = purposes.filter(({ ended }) => ended === undefined);
  const passedOn = [
    ...parties.recipients.map(({ name, purpose }) => [name, purpose]),
    ...parties.processors.map(({ name, purpose, place }) => [name, common.onBehalf, purpose, place]),
  ].map((parts) => parts.filter((part) => part !== undefined).join(' · '));
  return (
    <section className="receipt-contents">
      <h2>{t.what}</h2>
      <ul className="receipt-contents__purposes">
        {asked.map((purpose) => (
          <li key={purpose.id} className="receipt-contents__purpose">
            <span className="receipt-contents__text">{purpose.text}</span>
            <b className="receipt-contents__decision">{decisionWord(purpose.event.decision)}</b>
            {(purpose.event.decision === 'given' || purpose.event.decision === 'provided-by-law') && (
              <span className="receipt-contents__kept">
                {purpose.retention}
                {purpose.agreed !== undefined && ` ${t.olderWords(purpose.agreed.version)}`}
              </span>
            )}
          </li>
        ))}
      </ul>
      <dl className="receipt-contents__facts">
        <dt>{t.hotel}</dt>
        <dd>
          {parties.controller.name}
          <br />
          {parties.controller.address}
          <br />
          {parties.controller.contact}
        </dd>
        {passedOn.length > 0 && (
          <>
            <dt>{common.passedOnList}</dt>
            {passedOn.map((line) => (
              <dd key={line}>{line}</dd>
            ))}
          </>
        )}
        <dt>{t.actingLabel}</dt>
        <dd>{t.acting[parties.acting]}</dd>
        <dt>{t.issued}</dt>
        <dd>{formatInstant(issued_at, language, 'Asia/Shanghai')}</dd>
        <dt>{t.number}</dt>
        <dd className="receipt-contents__number">{receipt_id}</dd>
      </dl>
    </section>
  );

  function decisionWord(decision: Receipt['purposes'][number]['event']['decision']): string {
    switch (decision) {
      case 'given':
        return t.given;
      case 'refused':
        return t.refusedByGuest;
      case 'provided-by-law':
        return t.byLaw;
      case 'not-asked':
        return t.notAsked;
      case 'withdrawn':
        return t.withdrawn;
    }
  }
}
