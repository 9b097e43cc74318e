import { memo } from 'react';
import { formatCalendarDate } from '../../ui/messages/format-date.ts';
import { Icon, type IconName } from '../../ui/components/icon.tsx';
import { useLanguage, useMessages } from '../../ui/messages/messages-provider.tsx';
import { staysNothing } from '../../protocol/api.ts';
import type { RegistrationState } from '../../protocol/submission.ts';
import type { DeskEntry } from './desk-entry.ts';
import { nights } from './nights.ts';
import { RowName } from './row-name.tsx';
import type { ShortDate } from './short-dates.ts';
import './guest-row.css';

interface GuestRowProps {
  readonly entry: DeskEntry;
  readonly isChosen: boolean;
  /** Came in while the desk was watching and has not been seen yet. */
  readonly isNew: boolean;
  /** Where many rows are drawn: knows the dates it has formatted. */
  readonly shortDate?: ShortDate;
  readonly onChoose: (registration: string) => void;
}

const usualDate: ShortDate = (date, language) => formatCalendarDate(date, language, 'short');

/** Drawn anew only where it is about something else: the desk around it changes often. */
export const GuestRow = memo(function GuestRow(props: GuestRowProps) {
  const { entry, isChosen, isNew, shortDate = usualDate, onChoose } = props;
  const t = useMessages('staff').list;
  const guest = useMessages('staff').guest;
  const language = useLanguage();
  const { row, desk, code } = entry;
  return (
    <button
      type="button"
      className={isNew ? 'guest-row guest-row--new' : 'guest-row'}
      aria-current={isChosen ? 'true' : undefined}
      onClick={() => onChoose(row.registration)}
    >
      <span className="guest-row__name">
        <RowName entry={entry} />
      </span>
      <span className="guest-row__code" translate="no">
        {code.slice(0, 3)} {code.slice(3)}
      </span>
      <span className="guest-row__stay">
        {!staysNothing(row) && row.unreadable !== true && (
          <span>
            {shortDate(row.checkIn, language)} · {guest.nights(nights(row.checkIn, row.checkOut))} ·{' '}
            {t.people(row.partySize)}
            {row.minors && ` · ${t.withChild}`}
          </span>
        )}{' '}
        {desk !== null && (
          <b>
            <bdi>{t.room(desk.room)}</bdi>
          </b>
        )}
      </span>
      <RowState state={row.state} />
    </button>
  );
});

const icons: Readonly<Record<RegistrationState, IconName>> = {
  received: 'received',
  seen: 'seen',
  arrived: 'check',
  departed: 'leaving',
  expired: 'clock',
  erased: 'delete',
};

export function RowState({ state }: { readonly state: RegistrationState }) {
  const t = useMessages('staff').list;
  return (
    <span className={`row-state row-state--${state}`}>
      <Icon name={icons[state]} />
      {t.states[state]}
    </span>
  );
}
