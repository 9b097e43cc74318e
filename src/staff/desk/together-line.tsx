import { useMessages } from '../../ui/messages/messages-provider.tsx';
import type { DeskEntry } from './desk-entry.ts';
import './together-line.css';

interface TogetherLineProps {
  readonly others: readonly DeskEntry[];
  readonly onChoose: (registration: string) => void;
}

/** Who comes along, each a way to their own registration. */
export function TogetherLine({ others, onChoose }: TogetherLineProps) {
  const t = useMessages('staff').list;
  return (
    <ul className="together-line">
      {others.map(({ row, card, code }) => (
        <li key={row.registration}>
          <button type="button" className="together-line__one" onClick={() => onChoose(row.registration)}>
            <bdi>{card?.name ?? t.gone}</bdi>{' '}
            <span className="together-line__code" translate="no">
              {code.slice(0, 3)} {code.slice(3)}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
