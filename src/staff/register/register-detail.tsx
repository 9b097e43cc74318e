import { useState } from 'react';
import { originOf } from '../../pii/register-lines.ts';
import type { AnyProblem } from '../../protocol/problems.ts';
import { Button } from '../../ui/components/button.tsx';
import { Screen } from '../../ui/components/screen.tsx';
import { StateNote } from '../../ui/components/state-note.tsx';
import { formatInstant } from '../../ui/messages/format-date.ts';
import { useLanguage, useMessages } from '../../ui/messages/messages-provider.tsx';
import { problemOf } from '../api/call.ts';
import { ProblemNote } from '../app/problem-note.tsx';
import { useTools } from '../app/tools.tsx';
import type { DeskEntry } from '../desk/desk-entry.ts';
import { useBroughtIntoView } from '../app/use-brought-into-view.ts';
import type { Hotel } from '../session/read-hotel.ts';
import type { Session } from '../session/sign-in.ts';
import { changedSince } from './changed-since.ts';
import { openForRegister, type OpenedForRegister, registerPurposes } from './open-for-register.ts';
import { RegisterClock } from './register-clock.tsx';
import { RegisterFields, registerSeconds } from './register-fields.tsx';
import { nameOf } from './register-lists.tsx';
import { RegisterOpening } from './register-opening.tsx';
import { registerWay } from './register-way.ts';

interface Opened {
  readonly of: OpenedForRegister;
  /** Milliseconds. */
  readonly closesAt: number;
}

interface RegisterDetailProps {
  readonly session: Session;
  readonly hotel: Hotel;
  readonly entry: DeskEntry;
  readonly name: string;
  /** When the 24 hours are over, in milliseconds; null where none run, as far as is known. */
  readonly dueAt: number | null;
  readonly now: number;
  /** Says who took a step. */
  readonly whoIs: (by: string) => string;
  /** Who waits to be handed over besides, the most urgent of them. */
  readonly next: DeskEntry | null;
  readonly onNext: (registration: string) => void;
  readonly onAbroad: () => void;
  /** With the newest consent event of what was carried over. */
  readonly onMark: (consentNumber: number) => Promise<void>;
  readonly onBack: () => void;
  readonly onEnded: () => void;
}

/** One guest on the way to the police's system: open, carry over field by field, mark. */
export function RegisterDetail(props: RegisterDetailProps) {
  const { session, hotel, entry, name, dueAt, now, whoIs, next, onNext, onAbroad, onMark, onBack, onEnded } = props;
  const staff = useMessages('staff');
  const t = staff.register;
  const language = useLanguage();
  const { timers } = useTools();
  const [opened, setOpened] = useState<Opened | null>(null);
  /** The consent event of what was shown last, also after it closed. */
  const [shownUnder, setShownUnder] = useState<number | null>(null);
  const [working, setWorking] = useState<'open' | 'mark' | null>(null);
  const [problem, setProblem] = useState<AnyProblem | null>(null);
  const { order, entryRule } = registerWay(hotel);
  const { row } = entry;
  const arrivedAt = row.arrivedAt ?? row.receivedAt;
  const entered = row.purposes.includes('identity');
  const mine = registerPurposes(session, row);
  const sealedOff = row.sealedOff?.includes('identity') === true;
  const newest = row.consentNumber ?? 1;
  // What the guest has changed since it was shown is not shown on.
  const current = opened !== null && shownUnder === newest ? opened : null;
  // One's own mark closes this screen by itself.
  const handed = working === 'mark' || changedSince(row) ? undefined : row.handedOver;
  const told = useBroughtIntoView<HTMLDivElement>(handed?.at ?? null);
  const childrenClosed = row.purposes.includes('minors') && !session.person.granted.includes('minors');

  const act = async (what: 'open' | 'mark', work: () => Promise<void>) => {
    if (working !== null) return;
    setWorking(what);
    setProblem(null);
    try {
      await work();
    } catch (error) {
      const code = problemOf(error);
      if (code === 'session_ended') onEnded();
      else setProblem(code);
    }
    setWorking(null);
  };
  const open = () =>
    act('open', async () => {
      const of = await openForRegister(session, entry);
      if (of.people.some((person) => originOf(person) !== 'mainland')) onAbroad();
      setOpened({ of, closesAt: timers.now() + registerSeconds * 1000 });
      setShownUnder(newest);
    });

  return (
    <div className="place">
      <Screen
        actions={
          <>
            {handed !== undefined && next !== null && (
              <Button key="next" kind="primary" wide onClick={() => onNext(next.row.registration)}>
                {t.nextGuest(nameOf(next))}
              </Button>
            )}
            {handed === undefined && !childrenClosed && (
              <Button
                key="mark"
                kind="primary"
                wide
                busy={working === 'mark'}
                onClick={() => void act('mark', () => onMark(shownUnder ?? newest))}
              >
                {t.mark}
              </Button>
            )}
            <Button kind="plain" icon="back" onClick={onBack}>
              {t.back}
            </Button>
          </>
        }
      >
        <h1 tabIndex={-1}>{name}</h1>
        <p className="register-place__facts">
          {entry.desk !== null && <span>{t.room(entry.desk.room)}</span>}
          <span>{t.arrived(formatInstant(arrivedAt, language, 'Asia/Shanghai'))}</span>
          {dueAt !== null && <RegisterClock dueAt={dueAt} now={now} />}
        </p>
        {problem !== null && <ProblemNote problem={problem} />}
        <div ref={told}>
          {handed !== undefined && (
            <StateNote state="done" word={t.handedAlready} announce="now">
              {t.handedAlreadyText(formatInstant(handed.at, language, 'Asia/Shanghai'), whoIs(handed.by))}
            </StateNote>
          )}
        </div>
        {!entered && handed === undefined && (
          <StateNote state="waiting" word={staff.purposes.identity}>
            {sealedOff ? t.gone : t.atDesk}
          </StateNote>
        )}
        {current === null && handed === undefined && mine.length > 0 && (
          <RegisterOpening
            session={session}
            row={row}
            purposes={mine}
            opening={working === 'open'}
            onOpen={() => void open()}
            onEnded={onEnded}
          />
        )}
        {shownUnder !== null && shownUnder !== newest && (
          <StateNote state="warning" announce="polite">
            {t.changedSince}
          </StateNote>
        )}
        {current !== null && (
          <RegisterFields
            opened={current.of}
            stay={{ room: entry.desk?.room ?? '', arrivedAt, checkOut: row.checkOut }}
            order={order}
            entryRule={entryRule}
            closesAt={current.closesAt}
            onClose={() => setOpened(null)}
          />
        )}
        {handed !== undefined ? null : childrenClosed ? (
          <StateNote state="waiting" word={t.minors}>
            {t.childrenClosed}
          </StateNote>
        ) : (
          <p className="register-fields__aside">{t.markText}</p>
        )}
      </Screen>
    </div>
  );
}
