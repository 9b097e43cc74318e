import { type RefObject, useDeferredValue, useEffect, useRef, useState } from 'react';
import type { GuestFileColumn } from '../../protocol/hotel-settings.ts';
import { VisuallyHidden } from '../../ui/components/visually-hidden.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { choiceKey, type ListChoice } from '../list/list-choice.ts';
import { RowHeights } from '../list/row-heights.ts';
import { GuestListHead } from './guest-list-head.tsx';
import { GuestRows, type GuestRowsProps } from './guest-rows.tsx';
import { GuestTable } from './guest-table.tsx';
import { ListNotes, Nothing } from './list-notes.tsx';
import { shortDates } from './short-dates.ts';
import './guest-list.css';

interface GuestListProps extends Omit<GuestRowsProps, 'list' | 'shortDate' | 'heights'> {
  /** Whether it is looked at as a table over the whole width. */
  readonly asTable: boolean;
  /** Of the table: the hotel's choice, in its order. */
  readonly columns: readonly GuestFileColumn[];
  readonly searchRef: RefObject<HTMLInputElement | null>;
  /** Purposes the list can be filtered by. */
  readonly purposes: readonly Exclude<ListChoice['purpose'], null>[];
  readonly onChoice: (change: Partial<ListChoice>) => void;
  /** Enter in the search: the first row of what was searched for. */
  readonly onFirst: () => void;
  /** The other way to look at the same rows. */
  readonly onOther: () => void;
  readonly onRetry: () => void;
}

/** The guest file, as a list or as a table, with what it is searched, sorted and filtered by. */
export function GuestList(props: GuestListProps) {
  const { snapshot, chosen, wayBack, asTable, searchRef, purposes, onChoice, onFirst, onOther, onRetry } = props;
  const { list: t, guestFile } = useMessages('staff');
  const section = useRef<HTMLElement>(null);
  const [shortDate] = useState(shortDates);
  const [heights] = useState(() => ({ row: new RowHeights(72), tableRow: new RowHeights(52) }));
  const { list, choice } = snapshot;
  const drawn = { ...props, shortDate };
  // Also where no row is drawn.
  useEffect(() => {
    if (chosen === null) wayBack.focus(section.current);
  });
  // The first rows of all are drawn piece by piece: whatever else the screen has to do goes on in between.
  const [begun, setBegun] = useState(false);
  if (!begun && list !== null && list.total > 0) setBegun(true);
  const isBegun = useDeferredValue(begun);
  const title = asTable ? guestFile.table : t.title;
  // The chosen guest's name is the page's heading then.
  const Heading = chosen === null ? 'h1' : 'h2';
  return (
    <section
      className={asTable ? 'guest-list guest-table' : 'guest-list'}
      aria-label={title}
      aria-busy={list !== null && choiceKey(list.choice) !== choiceKey(choice)}
      ref={section}
      tabIndex={-1}
    >
      <Heading>
        <VisuallyHidden>{title}</VisuallyHidden>
      </Heading>
      <GuestListHead
        choice={choice}
        list={list}
        purposes={purposes}
        searchRef={searchRef}
        other={asTable ? 'list' : 'table'}
        onChoice={onChoice}
        onFirst={onFirst}
        onOther={onOther}
      />
      <ListNotes snapshot={snapshot} onRetry={onRetry} />
      {list === null || list.total === 0 || !isBegun ? (
        <Nothing snapshot={snapshot} onChoice={onChoice} />
      ) : asTable ? (
        <GuestTable key={choiceKey({ ...list.choice, sort: null })} {...drawn} list={list} heights={heights.tableRow} />
      ) : (
        <GuestRows key={choiceKey(list.choice)} {...drawn} list={list} heights={heights.row} />
      )}
    </section>
  );
}
