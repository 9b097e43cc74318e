import { useState } from 'react';
import { Field } from '../../ui/components/field.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { type DeskEntry, compareIn, matcher } from '../desk/desk-entry.ts';
import { GuestRow } from '../desk/guest-row.tsx';
import './find-guest.css';

interface FindGuestProps {
  readonly entries: ReadonlyMap<string, DeskEntry>;
  readonly onFound: (registration: string) => void;
}

/** Most hits shown; more letters find fewer. */
const shownHits = 6;

/** Looks for a registration by code, name or room. Shows nobody before something is typed. */
export function FindGuest({ entries, onFound }: FindGuestProps) {
  const t = useMessages('requests').find;
  const [typed, setTyped] = useState('');
  const hits =
    typed.trim() === '' ? [] : [...entries.values()].filter(matcher(typed)).sort(compareIn('all')).slice(0, shownHits);
  return (
    <div className="find-guest">
      <p>{t.text}</p>
      <Field
        label={t.search}
        value={typed}
        autoComplete="off"
        spellCheck={false}
        maxLength={60}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          const [first] = hits;
          if (event.key !== 'Enter') return;
          event.preventDefault();
          if (first !== undefined) onFound(first.row.registration);
        }}
      />
      <div role="status">{typed.trim() !== '' && hits.length === 0 && <p>{t.none(typed.trim())}</p>}</div>
      <ul className="find-guest__hits">
        {hits.map((entry) => (
          <li key={entry.row.registration} data-found={entry.row.registration}>
            <GuestRow entry={entry} isChosen={false} isNew={false} onChoose={() => onFound(entry.row.registration)} />
          </li>
        ))}
      </ul>
    </div>
  );
}
