import type { ReactNode } from 'react';
import { Button } from '../../ui/components/button.tsx';
import { StateWord } from '../../ui/components/state-note.tsx';
import { formatInstant } from '../../ui/messages/format-date.ts';
import { useLanguage, useMessages } from '../../ui/messages/messages-provider.tsx';
import { TickField } from '../app/tick-field.tsx';
import type { DeskEntry } from '../desk/desk-entry.ts';
import { RegisterClock } from './register-clock.tsx';
import type { fileReach } from './open-for-register.ts';
import type { DueGuest } from './register-queue.ts';

export function nameOf({ card, code }: DeskEntry): string {
  return card?.name ?? code;
}

interface DueListProps {
  readonly guests: readonly DueGuest[];
  readonly now: number;
  readonly selected: ReadonlySet<string>;
  readonly reachOf: (entry: DeskEntry) => ReturnType<typeof fileReach>;
  readonly onSelect: (registration: string, on: boolean) => void;
  readonly onShow: (registration: string) => void;
}

/** Guests who wait to be handed over. Who can be wholly in a file can be put into one. */
export function DueList({ guests, now, selected, reachOf, onSelect, onShow }: DueListProps) {
  const t = useMessages('staff').register;
  const language = useLanguage();
  return (
    <ul className="register-place__list">
      {guests.map(({ entry, dueAt, changed }) => {
        const { registration, arrivedAt } = entry.row;
        const reach = reachOf(entry);
        const name = nameOf(entry);
        const words = (
          <>
            <bdi className="register-place__name">{name}</bdi>
            <span className="register-place__facts">
              {entry.desk !== null && <span>{t.room(entry.desk.room)}</span>}
              {arrivedAt !== null && <span>{t.arrived(formatInstant(arrivedAt, language, 'Asia/Shanghai'))}</span>}
            </span>
          </>
        );
        return (
          <Line
            key={registration}
            state={
              <>
                {dueAt !== null && <RegisterClock dueAt={dueAt} now={now} />}
                {changed && <StateWord state="warning" word={t.changed} />}
                {reach === 'closed' && <span className="register-fields__aside">{t.closedToFile}</span>}
              </>
            }
            action={
              <Button aria-label={`${t.show}: ${name}`} onClick={() => onShow(registration)}>
                {t.show}
              </Button>
            }
          >
            {reach === 'whole' ? (
              <TickField
                label={words}
                aria-label={t.select(name)}
                checked={selected.has(registration)}
                onChange={(event) => onSelect(registration, event.currentTarget.checked)}
              />
            ) : (
              <p>{words}</p>
            )}
          </Line>
        );
      })}
    </ul>
  );
}

interface HandedListProps {
  readonly entries: readonly DeskEntry[];
  readonly whoIs: (by: string) => string;
  readonly onUndo: (entry: DeskEntry) => void;
}

/** Who was handed over, by whom and when; a mistaken mark can be taken back while the guest is known. */
export function HandedList({ entries, whoIs, onUndo }: HandedListProps) {
  const t = useMessages('staff').register;
  const language = useLanguage();
  return (
    <ul className="register-place__list">
      {entries.map((entry) => {
        const { registration, handedOver } = entry.row;
        if (handedOver === undefined) return null;
        const when = formatInstant(handedOver.at, language, 'Asia/Shanghai');
        return (
          <Line
            key={registration}
            state={<StateWord state="done" word={t.ways[handedOver.way]} />}
            action={
              <Button kind="plain" aria-label={`${t.undo}: ${nameOf(entry)}`} onClick={() => onUndo(entry)}>
                {t.undo}
              </Button>
            }
          >
            <p>
              <bdi className="register-place__name">{nameOf(entry)}</bdi>
              <span className="register-place__facts">{t.by(when, whoIs(handedOver.by))}</span>
            </p>
          </Line>
        );
      })}
    </ul>
  );
}

interface LineProps {
  readonly children: ReactNode;
  readonly state: ReactNode;
  readonly action: ReactNode;
}

function Line({ children, state, action }: LineProps) {
  return (
    <li className="register-place__line">
      <div className="register-place__who">{children}</div>
      <div className="register-place__state">{state}</div>
      {action}
    </li>
  );
}
