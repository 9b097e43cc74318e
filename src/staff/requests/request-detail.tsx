import { type ReactNode, useEffect, useRef } from 'react';
import { localized } from '../../protocol/languages.ts';
import type { DeskRequest } from '../../protocol/request.ts';
import { permissionsOf } from '../../protocol/roles.ts';
import { Button } from '../../ui/components/button.tsx';
import { StateNote, StateWord } from '../../ui/components/state-note.tsx';
import type { StaffTopic } from '../../ui/messages/closed-lists.ts';
import { formatCalendarDate, formatInstant } from '../../ui/messages/format-date.ts';
import { useLanguage, useMessages } from '../../ui/messages/messages-provider.tsx';
import type { DeskSnapshot } from '../desk/desk-snapshot.ts';
import type { Hotel } from '../session/read-hotel.ts';
import type { Session } from '../session/sign-in.ts';
import { Certificate } from './certificate.tsx';
import type { FindRows } from './find-guest.tsx';
import { NextStep } from './next-step.tsx';
import { RequestClock } from './request-clock.tsx';
import { StepList } from './step-list.tsx';
import { whatIsAsked, whoIsMeant } from './request-words.ts';
import { isOverdue } from './use-requests.ts';
import { WordsButton } from '../words/words-button.tsx';
import './request-detail.css';

export interface RequestDetailProps {
  readonly session: Session;
  readonly hotel: Hotel;
  readonly snapshot: DeskSnapshot;
  readonly find: FindRows;
  readonly request: DeskRequest;
  readonly today: string;
  readonly nameOf: (by: string) => string;
  readonly onChanged: () => void;
  readonly onOpenAnother: (registration: string | null) => void;
  readonly onBack: () => void;
  readonly onSay: (words: string) => void;
  readonly onEnded: () => void;
}

/** What a guest who asks for it is told. */
const topicOf = {
  deletion: 'delete',
  withdrawal: 'withdraw',
  correction: 'lostLink',
  access: 'whoSees',
} as const satisfies Readonly<Record<DeskRequest['kind'], StaffTopic>>;

/** One request: what, for whom, by when, who did which step, and the next one. */
export function RequestDetail(props: RequestDetailProps) {
  const { session, hotel, snapshot, request, today, nameOf, onBack } = props;
  const t = useMessages('requests');
  const staff = useMessages('staff');
  const language = useLanguage();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { outcome, reason, kind, due, registration } = request;
  const entry = registration === null ? undefined : snapshot.entries.get(registration);
  const handles = permissionsOf[session.person.role].includes('request.handle');
  const certified = request.steps.some(({ step }) => step === 'certified');
  const pending = outcome === 'open' || (outcome === 'done' && !certified);
  const proves = outcome === 'done' && (kind === 'deletion' || kind === 'withdrawal') && request.origin !== 'guest';
  return (
    <article className="request-detail">
      <div className="request-detail__back off-paper">
        <Button kind="plain" icon="back" onClick={onBack}>
          {t.back}
        </Button>
      </div>
      <header className="request-detail__head off-paper">
        <h1 ref={heading} tabIndex={-1}>
          {whatIsAsked(request, t, staff)}
        </h1>
        {outcome === 'open' ? (
          <RequestClock request={request} today={today} />
        ) : (
          <StateWord state={outcome === 'done' ? 'done' : 'warning'} word={t.outcomes[outcome]} />
        )}
      </header>
      <div className="off-paper">
        {isOverdue(request, today) && (
          <StateNote state="failed" word={t.overdue}>
            <p>{t.overdueText}</p>
          </StateNote>
        )}
        {!request.calendarKnown && outcome === 'open' && (
          <StateNote state="warning" word={t.due(formatCalendarDate(due, language))}>
            <p>{t.calendarUnknown(due.slice(0, 4))}</p>
          </StateNote>
        )}
        <dl className="request-detail__facts">
          <Fact term={t.facts.guest}>
            <bdi>{whoIsMeant(entry, request, t)}</bdi>
          </Fact>
          {entry !== undefined && <Fact term={t.facts.code}>{entry.code}</Fact>}
          <Fact term={t.facts.origin}>{t.origins[request.origin]}</Fact>
          <Fact term={t.facts.opened}>{formatInstant(request.openedAt, language, 'Asia/Shanghai')}</Fact>
          <Fact term={t.facts.due}>{formatCalendarDate(due, language)}</Fact>
        </dl>
        <p>
          <WordsButton hotel={hotel} guestLanguage={entry?.row.language ?? language} topic={topicOf[kind]} />
        </p>
        <StepList request={request} nameOf={nameOf} />
        {reason !== null && (
          <section>
            <h2>{t.refuse.why}</h2>
            <p>{t.refuse.reasons[reason]}</p>
            <h3>{t.refuse.turnTo}</h3>
            <ul>
              {hotel.profile.complaints.map(({ name, contact }) => (
                <li key={`${contact} ${localized(name, 'zh-Hans')}`}>
                  {localized(name, language)} · {contact}
                </li>
              ))}
            </ul>
            <p>{t.refuse.court}</p>
          </section>
        )}
      </div>
      {proves && <Certificate session={session} hotel={hotel} request={request} />}
      {pending && handles && <NextStep {...props} entry={entry} />}
      {pending && !handles && <p className="request-detail__wait off-paper">{t.mayNotHandle}</p>}
    </article>
  );
}

function Fact({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
