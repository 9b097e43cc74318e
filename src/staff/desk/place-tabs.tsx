import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { type Place, places } from './use-where.ts';
import './place-tabs.css';

/** The owner's places. */
export function PlaceTabs({ where, onGo }: { readonly where: Place; readonly onGo: (place: Place) => void }) {
  const t = useMessages('staff').shell;
  return (
    <nav className="place-tabs" aria-label={t.menu}>
      {places.map((place) => (
        <button
          key={place}
          type="button"
          className="place-tabs__tab"
          aria-current={place === where ? 'page' : undefined}
          onClick={() => onGo(place)}
        >
          {t[place]}
        </button>
      ))}
    </nav>
  );
}
