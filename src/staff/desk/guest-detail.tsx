import { useCallback, useEffect, useRef, useState } from 'react';
import type { PurposeId } from '../../protocol/purposes.ts';
import { ArrivalCode } from '../../ui/components/arrival-code.tsx';
import { Button } from '../../ui/components/button.tsx';
import { StateNote } from '../../ui/components/state-note.tsx';
import { languageNames } from '../../ui/messages/language.ts';
import { formatInstant, formatStay } from '../../ui/messages/format-date.ts';
import { useLanguage, useMessages } from '../../ui/messages/messages-provider.tsx';
import type { PurposePayload } from '../../pii/payloads.ts';
import { useTools } from '../app/tools.tsx';
import type { Hotel } from '../session/read-hotel.ts';
import type { Session } from '../session/sign-in.ts';
import { ArrivalForm } from './arrival-form.tsx';
import { ArrivedFacts } from './arrived-facts.tsx';
import type { DeskEntry } from './desk-entry.ts';
import { nights } from './nights.ts';
import { RowState } from './guest-row.tsx';
import { openSeconds } from './open-purpose.ts';
import { OpenedPanel } from './opened-panel.tsx';
import { OpeningDialog } from './opening-dialog.tsx';
import { PurposeLines } from './purpose-lines.tsx';
import './guest-detail.css';

interface GuestDetailProps {
  readonly session: Session;
  readonly hotel: Hotel;
  readonly entry: DeskEntry;
  readonly onBack: () => void;
  readonly onSay: (words: string) => void;
  readonly onEnded: () => void;
}

interface Opened {
  readonly payload: PurposePayload;
  readonly closesAt: number;
}

export function GuestDetail({ session, hotel, entry, onBack, onSay, onEnded }: GuestDetailProps) {
  const t = useMessages('staff');
  const { timers } = useTools();
  const [asking, setAsking] = useState<PurposeId | null>(null);
  const [opened, setOpened] = useState<Opened | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const closeOpened = useCallback(() => {
    setOpened(null);
    heading.current?.focus({ preventScroll: true });
  }, []);
  const { row, card, code } = entry;
  const awaited = row.state === 'received' || row.state === 'seen';
  return (
    <article className="guest-detail">
      <div className="guest-detail__back">
        <Button kind="plain" icon="back" onClick={onBack}>
          {t.guest.back}
        </Button>
      </div>
      <header className="guest-detail__head">
        <div>
          <h1 ref={heading} tabIndex={-1}>
            {card === null ? entry.broken ? t.guest.broken : t.list.gone : <bdi>{card.name}</bdi>}
          </h1>
          <RowState state={row.state} />
        </div>
        <div className="guest-detail__code">
          <p>{t.guest.code}</p>
          <ArrivalCode code={code} />
          <p>{t.guest.compare}</p>
        </div>
      </header>
      {entry.broken && (
        <StateNote state="warning" word={t.list.broken}>
          {t.guest.brokenText}
        </StateNote>
      )}
      {card === null && !entry.broken && <p>{row.state === 'expired' ? t.arrival.expired : t.guest.gone}</p>}
      <Facts entry={entry} />
      {opened === null ? (
        <PurposeLines
          purposes={row.purposes}
          agreed={row.agreed ?? []}
          today={hotel.manifest.manifest}
          person={session.person}
          onOpen={setAsking}
        />
      ) : (
        <OpenedPanel payload={opened.payload} closesAt={opened.closesAt} onClose={closeOpened} />
      )}
      {awaited && (
        <ArrivalForm
          session={session}
          hotel={hotel}
          row={row}
          onArrived={(room) => onSay(t.arrival.done(room))}
          onEnded={onEnded}
        />
      )}
      {row.state === 'arrived' && <ArrivedFacts entry={entry} />}
      {asking !== null && (
        <OpeningDialog
          session={session}
          row={row}
          purpose={asking}
          onOpened={(payload) => {
            setAsking(null);
            setOpened({ payload, closesAt: timers.now() + openSeconds * 1000 });
          }}
          onClose={() => setAsking(null)}
          onEnded={onEnded}
        />
      )}
    </article>
  );
}

function Facts({ entry: { row, card } }: { readonly entry: DeskEntry }) {
  const t = useMessages('staff');
  const language = useLanguage();
  const stayed = t.guest.nights(nights(row.checkIn, row.checkOut));
  return (
    <dl className="guest-detail__facts">
      <div>
        <dt>{t.guest.stay}</dt>
        <dd>
          {formatStay(row.checkIn, row.checkOut, language)} · {stayed}
        </dd>
      </div>
      {card !== null && (
        <div>
          <dt>{t.guest.contact}</dt>
          <dd>
            <bdi>{card.maskedContact ?? t.guest.noContact}</bdi>
          </dd>
        </div>
      )}
      <div>
        <dt>{t.guest.party}</dt>
        <dd>
          {t.list.people(row.partySize)}
          {row.minors && ` · ${t.list.withChild}`}
        </dd>
      </div>
      <div>
        <dt>{t.guest.from}</dt>
        <dd>
          {t.guest.channels[row.channel]} · {languageNames[row.language]}
        </dd>
      </div>
      <div>
        <dt>{t.guest.received}</dt>
        <dd>{formatInstant(row.receivedAt, language, 'Asia/Shanghai')}</dd>
      </div>
    </dl>
  );
}
