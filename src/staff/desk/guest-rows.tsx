import { useEffect, useRef } from 'react';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { placeOf, type ShownList } from '../list/list-messages.ts';
import type { RowHeights } from '../list/row-heights.ts';
import type { DeskSnapshot } from './desk-snapshot.ts';
import { GuestRow } from './guest-row.tsx';
import type { ShortDate } from './short-dates.ts';
import type { SeenBatch } from './seen-batch.ts';
import { useListedRows } from './use-listed-rows.ts';
import { useSeen } from './use-seen.ts';
import type { WayBack } from './use-way-back.ts';

/** What the rows are drawn from, however they are looked at. */
export interface GuestRowsProps {
  readonly snapshot: DeskSnapshot;
  readonly list: ShownList;
  readonly chosen: string | null;
  readonly wayBack: WayBack;
  readonly seen: SeenBatch;
  readonly shortDate: ShortDate;
  readonly heights: RowHeights;
  readonly onShowing: (first: number, last: number) => void;
  readonly onChoose: (registration: string) => void;
}

/** The guests one below the other, each with what the desk needs at a glance. */
export function GuestRows(props: GuestRowsProps) {
  const { snapshot, list, chosen, wayBack, seen, shortDate, heights, onShowing, onChoose } = props;
  const t = useMessages('staff').list;
  const watch = useSeen(seen);
  const rows = useListedRows({ list, chosen, wayBack, heights, onShowing });
  const { scroller, items, size, measure, scrollTo, entryAt } = rows;
  const chosenAt = placeOf(chosen, list);
  const scrolledTo = useRef<string>(null);
  useEffect(() => {
    if (chosenAt < 0 || scrolledTo.current === chosen) return;
    scrolledTo.current = chosen;
    scrollTo(chosenAt);
  }, [scrollTo, chosen, chosenAt]);
  return (
    <div className="guest-list__rows" ref={scroller}>
      <ul aria-label={t.title} style={{ blockSize: `${size}px` }}>
        {items.map(({ key, index, start }) => {
          const entry = entryAt(index);
          const { registration, state } = entry?.row ?? {};
          return (
            <li
              key={key}
              ref={(element) => {
                measure(element);
                return state === 'received' ? watch(element) : undefined;
              }}
              data-index={index}
              data-registration={registration}
              aria-setsize={list.total}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start}px)` }}
            >
              {entry !== undefined && (
                <GuestRow
                  entry={entry}
                  isChosen={entry.row.registration === chosen}
                  isNew={state === 'received' && snapshot.arrivals.some((guest) => guest.registration === registration)}
                  shortDate={shortDate}
                  onChoose={onChoose}
                />
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
