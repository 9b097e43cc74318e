import { type GuestFileColumn, guestFileColumns } from '../../protocol/hotel-settings.ts';
import { Button } from '../../ui/components/button.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { TickField } from '../app/tick-field.tsx';
import './column-list.css';

interface ColumnListProps {
  readonly columns: readonly GuestFileColumn[];
  readonly onChange: (columns: readonly GuestFileColumn[]) => void;
}

/**
 * Which columns the guest file shows, and in which order: those shown first, then the others. The name can't be left out. An arrow at the
 * list's end does nothing and keeps the focus of whoever pressed it to get there.
 */
export function ColumnList({ columns, onChange }: ColumnListProps) {
  const t = useMessages('staff').settings;
  const hidden = guestFileColumns.filter((column) => !columns.includes(column));
  const swap = (at: number, other: number) => {
    const changed = [...columns];
    const [one, two] = [changed[at], changed[other]];
    if (one === undefined || two === undefined) return;
    changed[at] = two;
    changed[other] = one;
    onChange(changed);
  };
  return (
    <ol className="column-list">
      {[...columns, ...hidden].map((column) => {
        const at = columns.indexOf(column);
        return (
          <li key={column} className="column-list__line">
            <TickField
              label={t.columns[column]}
              checked={at >= 0}
              disabled={column === 'name'}
              onChange={({ target }) =>
                onChange(target.checked ? [...columns, column] : columns.filter((one) => one !== column))
              }
            />
            <Button
              kind="plain"
              icon="down"
              aria-disabled={at < 1}
              aria-label={t.earlier(t.columns[column])}
              onClick={() => swap(at, at - 1)}
            />
            <Button
              kind="plain"
              icon="down"
              aria-disabled={at < 0 || at === columns.length - 1}
              aria-label={t.later(t.columns[column])}
              onClick={() => swap(at, at + 1)}
            />
          </li>
        );
      })}
    </ol>
  );
}
