import type { GuestRequest } from '../../protocol/request.ts';
import type { PurposeId } from '../../protocol/purposes.ts';
import type { Receipt } from '../../protocol/receipt.ts';
import { type NotedState, StateWord } from '../../ui/components/state-note.tsx';
import { formatCalendarDate, formatInstant } from '../../ui/messages/format-date.ts';
import { useLanguage, useMessages } from '../../ui/messages/messages-provider.tsx';
import './requests.css';

interface RequestsProps {
  readonly requests: readonly GuestRequest[];
  readonly titleOf: (purpose: PurposeId) => string;
  /** Where to turn when a request was refused. */
  readonly complaints: Receipt['parties']['complaints'];
}

const looks: Readonly<Record<GuestRequest['outcome'], NotedState>> = {
  open: 'waiting',
  done: 'done',
  refused: 'warning',
};

/** What was asked of the hotel, by when it is answered, and how it ended. */
export function Requests({ requests, titleOf, complaints }: RequestsProps) {
  const t = useMessages('myRegistration').requests;
  const language = useLanguage();
  if (requests.length === 0) return <p>{t.none}</p>;
  return (
    <ul className="requests">
      {requests.map(({ id, kind, purpose, origin, openedAt, due, calendarKnown, outcome, reason }) => (
        <li key={id} className="requests__one">
          <p className="requests__what">
            <b>{purpose === null ? t.kinds[kind] : t.kindOf(t.kinds[kind], titleOf(purpose))}</b>
            <StateWord state={looks[outcome]} word={t.outcomes[outcome]} />
          </p>
          <p className="requests__when">
            {t.opened(formatInstant(openedAt, language, 'Asia/Shanghai'))} · {t.origins[origin]}
          </p>
          {outcome === 'open' && <p className="requests__due">{t.due(formatCalendarDate(due, language))}</p>}
          {outcome === 'open' && !calendarKnown && (
            <p className="requests__due">{t.calendarUnknown(due.slice(0, 4))}</p>
          )}
          {reason !== null && (
            <>
              <p className="requests__due">{t.reasons[reason]}</p>
              <p className="requests__when">{t.turnTo}</p>
              <ul className="requests__turn">
                {complaints.map(({ name, contact }) => (
                  <li key={name}>
                    {name} · {contact}
                  </li>
                ))}
              </ul>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
