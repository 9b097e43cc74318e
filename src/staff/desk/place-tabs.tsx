import { useEffect, useRef } from 'react';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { type Place, places } from './use-where.ts';
import './place-tabs.css';

// The paper form is a page of the desk and of the posters' place; one's own sign-in and training are in the menu.
const tabs = places.filter((place) => place !== 'paper' && place !== 'account' && place !== 'training');

interface PlaceTabsProps {
  readonly where: Place;
  /** Whether a place is this person's. */
  readonly may: (place: Place) => boolean;
  /** Whom they have to hand over to the police, if that is their work; and how many of those are overdue. */
  readonly register: { readonly due: number; readonly overdue: number } | null;
  /** Requests that wait, and how many of them are overdue. */
  readonly open: number;
  readonly overdue: number;
  /** Sheets of paper to be destroyed. */
  readonly paper: number;
  readonly onGo: (place: Place) => void;
}

/** The places that are theirs; a colleague's are not there at all. */
export function PlaceTabs({ where, may, register, open, overdue, paper, onGo }: PlaceTabsProps) {
  const t = useMessages('staff').shell;
  const requests = useMessages('requests');
  const { tab } = useMessages('records');
  const { paperRegister, register: registerWords } = useMessages('staff');
  const nav = useRef<HTMLElement>(null);
  // On a phone they are one line, longer than the screen.
  useEffect(() => {
    nav.current?.querySelector(`[data-place="${where}"]`)?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [where]);
  const late = (place: Place) =>
    (place === 'requests' && overdue > 0) || (place === 'register' && register !== null && register.overdue > 0);
  const nameOf = (place: (typeof tabs)[number]) => {
    if (place === 'records') return tab;
    if (place === 'register') {
      const { due, overdue: over } = register ?? { due: 0, overdue: 0 };
      return over > 0 ? registerWords.tabOverdue(due, over) : registerWords.tab(due);
    }
    if (place === 'paper-register') return paper > 0 ? paperRegister.tabDue(paper) : paperRegister.tab;
    if (place !== 'requests') return t[place];
    return overdue > 0 ? requests.tabOverdue(open, overdue) : requests.tab(open);
  };
  return (
    <nav className="place-tabs" aria-label={t.menu} ref={nav}>
      {tabs.filter(may).map((place) => (
        <button
          key={place}
          type="button"
          className={late(place) ? 'place-tabs__tab place-tabs__tab--overdue' : 'place-tabs__tab'}
          data-place={place}
          aria-current={place === where ? 'page' : undefined}
          onClick={() => onGo(place)}
        >
          {nameOf(place)}
        </button>
      ))}
    </nav>
  );
}
