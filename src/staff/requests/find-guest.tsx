import { useEffect, useState } from 'react';
import { Field } from '../../ui/components/field.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import type { DeskEntry } from '../desk/desk-entry.ts';
import { GuestRow } from '../desk/guest-row.tsx';
import './find-guest.css';

/** Rows that fit what was typed, the newest first. */
export type FindRows = (typed: string, limit: number) => Promise<readonly DeskEntry[]>;

interface FindGuestProps {
  readonly find: FindRows;
  readonly onFound: (registration: string) => void;
}

/** Most hits shown; more letters find fewer. */
const shownHits = 6;

/** Looks for a registration by code, name, initials, room or last digits. Shows nobody before something is typed. */
export function FindGuest({ find, onFound }: FindGuestProps) {
  const t = useMessages('requests').find;
  const [typed, setTyped] = useState('');
  const [found, setFound] = useState<{ readonly typed: string; readonly hits: readonly DeskEntry[] } | null>(null);
  useEffect(() => {
    let current = true;
    const look = async () => {
      const hits = await find(typed, shownHits);
      if (current) setFound({ typed, hits });
    };
    void look();
    return () => {
      current = false;
    };
  }, [find, typed]);
  const hits = typed.trim() === '' ? [] : (found?.hits ?? []);
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
          const [first] = found?.typed === typed ? hits : [];
          if (event.key !== 'Enter') return;
          event.preventDefault();
          if (first !== undefined) onFound(first.row.registration);
        }}
      />
      <div role="status">
        {typed.trim() !== '' && found?.typed === typed && hits.length === 0 && <p>{t.none(typed.trim())}</p>}
      </div>
      <ul className="find-guest__hits">
        {hits.map((entry) => (
          <li key={entry.row.registration} data-found={entry.row.registration}>
            <GuestRow entry={entry} isChosen={false} isNew={false} onChoose={onFound} />
          </li>
        ))}
      </ul>
    </div>
  );
}
