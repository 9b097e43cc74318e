import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import type { GuestFileColumn } from '../../protocol/hotel-settings.ts';
import { staysNothing } from '../../protocol/api.ts';
import { Icon } from '../../ui/components/icon.tsx';
import { formatAmount } from '../../ui/messages/format-amount.ts';
import { useLanguage, useMessages } from '../../ui/messages/messages-provider.tsx';
import { type ListChoice, orderOf, type SortColumn } from '../list/list-choice.ts';
import type { DeskEntry } from './desk-entry.ts';
import { RowState } from './guest-row.tsx';
import { RowName } from './row-name.tsx';
import type { GuestRowsProps } from './guest-rows.tsx';
import { useColumnNames } from './use-column-names.ts';
import { useListedRows } from './use-listed-rows.ts';
import { useSeen } from './use-seen.ts';
import './guest-table.css';

type TableColumn = GuestFileColumn | 'room' | 'state';

interface GuestTableProps extends GuestRowsProps {
  /** The hotel's choice, in its order. */
  readonly columns: readonly GuestFileColumn[];
  readonly onChoice: (change: Partial<ListChoice>) => void;
}

const pageLength = 10;

/** The guest file over the whole width: the hotel's columns, sorted by any of them. */
export function GuestTable(props: GuestTableProps) {
  const { snapshot, list, chosen, wayBack, seen, shortDate, heights, columns } = props;
  const { onChoice, onChoose, onShowing } = props;
  const { guestFile } = useMessages('staff');
  const nameOf = useColumnNames();
  const watch = useSeen(seen);
  const shown: readonly TableColumn[] = [...columns, 'room', 'state'];
  const filled = useFilledColumns(list.entries);
  const cellClass = (column: TableColumn) =>
    `guest-table__cell guest-table__cell--${column}${isOptional(column) && !filled.has(column) ? ' guest-table__cell--bare' : ''}`;
  const order = snapshot.choice.sort ?? orderOf(snapshot.choice.view);
  const rows = useListedRows({ list, chosen, wayBack, heights, onShowing });
  const { scroller, items, size, scrollTo, entryAt, first } = rows;
  const { active, walk } = useActiveRow(list.total, scroller, scrollTo);
  const sortBy = (by: SortColumn) =>
    onChoice({ sort: { by, descending: order.by === by ? !order.descending : false } });
  return (
    <div className="guest-table__scroll" ref={scroller}>
      <div
        role="grid"
        tabIndex={-1}
        onKeyDown={walk}
        aria-label={guestFile.table}
        aria-rowcount={list.total + 1}
        className="guest-table__table"
      >
        <div role="row" aria-rowindex={1} className="guest-table__row guest-table__row--head">
          {shown.map((column) => (
            <div
              key={column}
              role="columnheader"
              className={cellClass(column)}
              aria-sort={order.by === column ? (order.descending ? 'descending' : 'ascending') : undefined}
            >
              <button type="button" onClick={() => sortBy(column)}>
                {nameOf(column)}
                {order.by === column && (
                  <span className={order.descending ? 'guest-table__way' : 'guest-table__way guest-table__way--up'}>
                    <Icon name="down" />
                  </span>
                )}
              </button>
            </div>
          ))}
        </div>
        <div role="rowgroup" className="guest-table__body" style={{ blockSize: `${size}px` }}>
          {items.map(({ key, index, start }) => {
            const entry = entryAt(index);
            return (
              <div
                key={key}
                role="row"
                aria-rowindex={index + 2}
                className="guest-table__row"
                data-index={index}
                data-registration={entry?.row.registration}
                ref={(element) => (entry?.row.state === 'received' ? watch(element) : undefined)}
                style={{ transform: `translateY(${start}px)` }}
              >
                {shown.map((column) => (
                  <div key={column} role="gridcell" className={cellClass(column)}>
                    {entry !== undefined &&
                      (column === 'name' ? (
                        <button
                          type="button"
                          tabIndex={index === active || (active < first && index === first) ? 0 : -1}
                          onClick={() => onChoose(entry.row.registration)}
                        >
                          <Cell column={column} entry={entry} shortDate={shortDate} />
                        </button>
                      ) : (
                        <Cell column={column} entry={entry} shortDate={shortDate} />
                      ))}
                  </div>
                ))}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

const optionalColumns = ['room-type', 'amount', 'remarks'] as const;
type OptionalColumn = (typeof optionalColumns)[number];

function isOptional(column: TableColumn): column is OptionalColumn {
  return optionalColumns.some((one) => one === column);
}

/**
 * Which columns a desk may leave open have something in them. What was filled once stays so while the table is open, so columns don't go
 * to and fro as somebody scrolls or types.
 */
function useFilledColumns(entries: readonly DeskEntry[]): ReadonlySet<OptionalColumn> {
  const [filled, setFilled] = useState<ReadonlySet<OptionalColumn>>(new Set());
  const more = optionalColumns.filter(
    (column) => !filled.has(column) && entries.some(({ desk }) => isIn(column, desk)),
  );
  if (more.length > 0) setFilled(new Set([...filled, ...more]));
  return filled;
}

function isIn(column: OptionalColumn, desk: DeskEntry['desk']): boolean {
  if (desk === null) return false;
  if (column === 'amount') return typeof desk.amountSpent === 'number';
  return (column === 'remarks' ? desk.remarks : desk.roomType) !== '';
}

function focusRow(scroller: RefObject<HTMLElement | null>, row: string): boolean {
  const button = scroller.current?.querySelector<HTMLElement>(`${row} button`) ?? null;
  button?.focus({ preventScroll: true });
  return button !== null;
}

/** The row the arrow keys stand on; its button gets the focus as soon as the row is there. */
function useActiveRow(total: number, scroller: RefObject<HTMLElement | null>, scrollTo: (place: number) => void) {
  const [active, setActive] = useState(0);
  const wanted = useRef<number>(null);
  useEffect(() => {
    if (wanted.current !== null && focusRow(scroller, `[data-index="${wanted.current}"]`)) wanted.current = null;
  });
  const go = (place: number) => {
    const next = Math.max(0, Math.min(total - 1, place));
    scrollTo(next);
    setActive(next);
    wanted.current = focusRow(scroller, `[data-index="${next}"]`) ? null : next;
  };
  const walk = (event: KeyboardEvent) => {
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: pageLength,
      PageUp: -pageLength,
      Home: -total,
      End: total,
    };
    const step = steps[event.key];
    const row = event.target instanceof Element ? event.target.closest('[data-index]') : null;
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    go(row === null ? 0 : Number(row.getAttribute('data-index')) + step);
  };
  return { active, walk };
}

interface CellProps extends Pick<GuestRowsProps, 'shortDate'> {
  readonly column: TableColumn;
  readonly entry: DeskEntry;
}

function Cell({ column, entry, shortDate }: CellProps) {
  const { guest } = useMessages('staff');
  const language = useLanguage();
  const { row, card, desk } = entry;
  switch (column) {
    case 'number':
      return <bdi>{desk?.ownNumber === undefined || desk.ownNumber === '' ? row.fileNumber : desk.ownNumber}</bdi>;
    case 'name':
      return <RowName entry={entry} />;
    case 'contact':
      return card === null ? null : <bdi>{card.maskedContact ?? guest.noContact}</bdi>;
    case 'check-in':
      return staysNothing(row) || row.unreadable === true ? null : shortDate(row.checkIn, language);
    case 'room-type':
      return <bdi>{desk?.roomType}</bdi>;
    case 'amount':
      return typeof desk?.amountSpent === 'number' ? <bdi>{formatAmount(desk.amountSpent, language)}</bdi> : null;
    case 'remarks':
      return <bdi>{desk?.remarks}</bdi>;
    case 'room':
      return <bdi>{desk?.room}</bdi>;
    case 'state':
      return <RowState state={row.state} />;
  }
}
