import { Icon } from '../../ui/components/icon.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import type { DeskEntry } from './desk-entry.ts';
import './row-name.css';

/** What somebody's row is called: their name, or why there is none to show. */
export function RowName({ entry: { row, card, broken } }: { readonly entry: DeskEntry }) {
  const t = useMessages('staff').list;
  if (card !== null) return <bdi>{card.name}</bdi>;
  return (
    <span className="row-name__none">
      <Icon name={broken ? 'warning' : 'delete'} />
      {row.unreadable === true ? t.unreadable : broken ? t.broken : t.gone}
    </span>
  );
}
