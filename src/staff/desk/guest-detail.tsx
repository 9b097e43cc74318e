import { useCallback, useEffect, useRef, useState } from 'react';
import { staysNothing } from '../../protocol/api.ts';
import type { PurposeId } from '../../protocol/purposes.ts';
import { permissionsOf } from '../../protocol/roles.ts';
import { ArrivalCode } from '../../ui/components/arrival-code.tsx';
import { Button } from '../../ui/components/button.tsx';
import { StateNote } from '../../ui/components/state-note.tsx';
import { formatStay } from '../../ui/messages/format-date.ts';
import { useLanguage, useMessages } from '../../ui/messages/messages-provider.tsx';
import { useTools } from '../app/tools.tsx';
import type { Hotel } from '../session/read-hotel.ts';
import type { Session } from '../session/sign-in.ts';
import { ArrivalForm } from './arrival-form.tsx';
import { ArrivedFacts } from './arrived-facts.tsx';
import { AskToCorrect } from './ask-to-correct.tsx';
import { CorrectStayForm } from './correct-stay-form.tsx';
import { sealedUnder } from './consent-memory.ts';
import type { DeskEntry } from './desk-entry.ts';
import { nights } from './nights.ts';
import { RowState } from './guest-row.tsx';
import { isStillHeld, type OpenedPurpose, openSeconds } from './open-purpose.ts';
import { OpenedPanel } from './opened-panel.tsx';
import { OpeningDialog } from './opening-dialog.tsx';
import { Provenance } from './provenance.tsx';
import { SealedOffLines } from './sealed-off-lines.tsx';
import { PurposeLines } from './purpose-lines.tsx';
import { TogetherLine } from './together-line.tsx';
import { WordsButton } from '../words/words-button.tsx';
import { StayForm } from './stay-form.tsx';
import './guest-detail.css';

interface GuestDetailProps {
  readonly session: Session;
  readonly hotel: Hotel;
  readonly entry: DeskEntry;
  /** Those who come along with this guest. */
  readonly together: readonly DeskEntry[];
  readonly onChoose: (registration: string) => void;
  readonly onBack: () => void;
  readonly onOpenRequest: (registration: string) => void;
  readonly onSay: (words: string) => void;
  readonly onEnded: () => void;
}

export function GuestDetail(props: GuestDetailProps) {
  const { session, hotel, entry, together, onChoose, onBack, onOpenRequest, onSay, onEnded } = props;
  const t = useMessages('staff');
  const requests = useMessages('requests');
  const { timers } = useTools();
  const [asking, setAsking] = useState<PurposeId | null>(null);
  const [opened, setOpened] = useState<OpenedPurpose | null>(null);
  const [dropped, setDropped] = useState(false);
  const [correcting, setCorrecting] = useState(false);
  const [asksGuest, setAsksGuest] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  /** What somebody was in leaves the page: the focus goes to the guest's name rather than nowhere. */
  const toHeading = useCallback(() => heading.current?.focus({ preventScroll: true }), []);
  useEffect(toHeading, [toHeading]);
  const closeOpened = useCallback(() => {
    setOpened(null);
    toHeading();
  }, [toHeading]);
  const closeCorrection = () => {
    setCorrecting(false);
    toHeading();
  };
  const { row, card, code } = entry;
  // The guest took it back, changed it or deleted it: what was opened leaves the screen and the memory with the same paint.
  if (opened !== null && !isStillHeld(row, opened)) {
    setOpened(null);
    setDropped(true);
  }
  const noteGone = entry.noteDigest === null;
  const mayCorrect = permissionsOf[session.person.role].includes('stay.correct') && (entry.desk !== null || noteGone);
  const over = staysNothing(row);
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
      {entry.olderRefused && (
        <StateNote state="warning" word={t.guest.older} announce="polite">
          {t.guest.olderText}
        </StateNote>
      )}
      {entry.broken && (
        <StateNote state="warning" word={t.list.broken}>
          {t.guest.brokenText}
        </StateNote>
      )}
      {card === null && !entry.broken && <p>{row.state === 'expired' ? t.arrival.expired : t.guest.gone}</p>}
      {!over && (
        <>
          <Facts entry={entry} together={together} onChoose={onChoose} />
          <p>
            <WordsButton hotel={hotel} guestLanguage={row.language} />
          </p>
        </>
      )}
      {dropped && (
        <StateNote state="warning" word={t.opening.closed} announce="polite">
          {t.opening.noLongerHeld}
        </StateNote>
      )}
      {opened === null ? (
        <PurposeLines
          row={row}
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
          onArrived={(room) => {
            onSay(t.arrival.done(room));
            toHeading();
          }}
          onEnded={onEnded}
        />
      )}
      {(row.state === 'arrived' || row.state === 'departed') && (
        <>
          {correcting && mayCorrect ? (
            <CorrectStayForm
              session={session}
              hotel={hotel}
              entry={entry}
              onSaved={() => {
                closeCorrection();
                onSay(t.record.saved);
              }}
              onClose={closeCorrection}
              onEnded={onEnded}
            />
          ) : (
            <>
              <ArrivedFacts entry={entry} />
              {noteGone && (
                <StateNote state="warning" word={t.record.noteGone}>
                  {t.record.noteGoneText}
                </StateNote>
              )}
            </>
          )}
          {mayCorrect && !correcting && (
            <Button icon="edit" onClick={() => setCorrecting(true)}>
              {t.record.correct}
            </Button>
          )}
          <StayForm key={`${row.state} ${row.checkOut}`} session={session} row={row} onSay={onSay} onEnded={onEnded} />
        </>
      )}
      <SealedOffLines row={row} hotel={hotel} />
      <Provenance entry={entry} together={together} />
      {row.state !== 'expired' && row.state !== 'erased' && (
        <p className="guest-detail__request">
          <Button kind="plain" icon="edit" onClick={() => setAsksGuest(true)}>
            {t.record.ask}
          </Button>
          <Button kind="plain" icon="list" onClick={() => onOpenRequest(row.registration)}>
            {requests.openForGuest}
          </Button>
        </p>
      )}
      {asksGuest && <AskToCorrect language={row.language} onClose={() => setAsksGuest(false)} />}
      {asking !== null && (
        <OpeningDialog
          session={session}
          entry={entry}
          purpose={asking}
          onOpened={(payload) => {
            setAsking(null);
            setDropped(false);
            const under = sealedUnder(row, asking)?.hash ?? null;
            setOpened({ payload, under, closesAt: timers.now() + openSeconds * 1000 });
          }}
          onClose={() => setAsking(null)}
          onEnded={onEnded}
        />
      )}
    </article>
  );
}

function Facts({
  entry: { row, card },
  together,
  onChoose,
}: Pick<GuestDetailProps, 'entry' | 'together' | 'onChoose'>) {
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
      {together.length > 0 && (
        <div>
          <dt>{t.guest.together}</dt>
          <dd>
            <TogetherLine others={together} onChoose={onChoose} />
          </dd>
        </div>
      )}
    </dl>
  );
}
