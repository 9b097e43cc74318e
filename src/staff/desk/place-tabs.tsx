import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { type Place, places } from './use-where.ts';
import './place-tabs.css';

// The paper form is a page of the desk and of the posters' place.
const tabs = places.filter((place) => place !== 'paper');
const everyones: readonly Place[] = ['desk', 'requests'];

interface PlaceTabsProps {
  readonly where: Place;
  readonly owner: boolean;
  /** Whether they may see what is deleted when. */
  readonly retention: boolean;
  /** Whether they may take out the log. */
  readonly records: boolean;
  /** Requests that wait, and how many of them are overdue. */
  readonly open: number;
  readonly overdue: number;
  readonly onGo: (place: Place) => void;
}

/** Desk and requests for everyone, what is set up for the owner. */
export function PlaceTabs({ where, owner, retention, records, open, overdue, onGo }: PlaceTabsProps) {
  const t = useMessages('staff').shell;
  const requests = useMessages('requests');
  const { tab } = useMessages('records');
  const may = (place: Place) => (retention && place === 'retention') || (records && place === 'records');
  const nameOf = (place: (typeof tabs)[number]) => {
    if (place === 'records') return tab;
    if (place !== 'requests') return t[place];
    return overdue > 0 ? requests.tabOverdue(open, overdue) : requests.tab(open);
  };
  return (
    <nav className="place-tabs" aria-label={t.menu}>
      {tabs
        .filter((place) => owner || everyones.includes(place) || may(place))
        .map((place) => (
          <button
            key={place}
            type="button"
            className={
              place === 'requests' && overdue > 0 ? 'place-tabs__tab place-tabs__tab--overdue' : 'place-tabs__tab'
            }
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
