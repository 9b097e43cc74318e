import { type RefObject, useEffect, useRef } from 'react';
import { Button } from '../../ui/components/button.tsx';
import { EmptyState } from '../../ui/components/empty-state.tsx';
import { ProgressNote } from '../../ui/components/progress-note.tsx';
import { StateNote } from '../../ui/components/state-note.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { VisuallyHidden } from '../../ui/components/visually-hidden.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { choiceKey, isFiltered, type ListChoice } from '../list/list-choice.ts';
import type { ShownList } from '../list/list-messages.ts';
import { useVirtualRows } from '../list/use-virtual-rows.ts';
import type { DeskSnapshot } from './desk-snapshot.ts';
import { GuestListHead } from './guest-list-head.tsx';
import { GuestRow } from './guest-row.tsx';
import type { SeenBatch } from './seen-batch.ts';
import { useSeen } from './use-seen.ts';
import './guest-list.css';

export interface GuestListProps {
  readonly snapshot: DeskSnapshot;
  readonly chosen: string | null;
  readonly seen: SeenBatch;
  readonly searchRef: RefObject<HTMLInputElement | null>;
  /** Purposes the list can be filtered by. */
  readonly purposes: readonly Exclude<ListChoice['purpose'], null>[];
  readonly onChoice: (change: Partial<ListChoice>) => void;
  readonly onShowing: (first: number, last: number) => void;
  readonly onChoose: (registration: string) => void;
  /** Enter in the search: the first row of what was searched for. */
  readonly onFirst: () => void;
  /** The other way to look at the same rows. */
  readonly onTable: () => void;
  readonly onRetry: () => void;
}

/** Pixels a row is taken for until it has been measured. */
const usualHeight = 72;

export function GuestList(props: GuestListProps) {
  const { snapshot, chosen, searchRef, purposes, onChoice, onFirst, onTable, onRetry } = props;
  const t = useMessages('staff').list;
  const { list, choice } = snapshot;
  // The chosen guest's name is the page's heading then.
  const Heading = chosen === null ? 'h1' : 'h2';
  return (
    <section className="guest-list" aria-label={t.title}>
      <Heading>
        <VisuallyHidden>{t.title}</VisuallyHidden>
      </Heading>
      <GuestListHead
        choice={choice}
        list={list}
        purposes={purposes}
        searchRef={searchRef}
        other="table"
        onChoice={onChoice}
        onFirst={onFirst}
        onOther={onTable}
      />
      <ListNotes snapshot={snapshot} onRetry={onRetry} />
      {list === null || list.total === 0 ? (
        <Nothing snapshot={snapshot} onChoice={onChoice} />
      ) : (
        <Rows key={choiceKey(choice)} {...props} list={list} />
      )}
    </section>
  );
}

function Rows({ snapshot, chosen, seen, onShowing, onChoose, list }: GuestListProps & { readonly list: ShownList }) {
  const t = useMessages('staff').list;
  const watch = useSeen(seen);
  const scroller = useRef<HTMLDivElement>(null);
  const entryAt = (place: number) => list.entries[place - list.from];
  const { items, size, measure, scrollTo } = useVirtualRows({
    count: list.total,
    scroller,
    height: usualHeight,
    keyOf: (place) => entryAt(place)?.row.registration ?? place,
  });
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0];
  useEffect(() => onShowing(first, last), [onShowing, first, last]);
  const scrolledTo = useRef<string>(null);
  useEffect(() => {
    if (chosen === null || list.chosenAt < 0 || scrolledTo.current === chosen) return;
    scrolledTo.current = chosen;
    scrollTo(list.chosenAt);
  }, [scrollTo, chosen, list.chosenAt]);
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
                  onChoose={() => onChoose(entry.row.registration)}
                />
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** What is to be known of the list as a whole: the line, and that older rows are still being read. */
export function ListNotes({ snapshot, onRetry }: Pick<GuestListProps, 'snapshot' | 'onRetry'>) {
  const { list: t, guestFile, line } = useMessages('staff');
  const common = useMessages('common');
  const { list, choice, problem } = snapshot;
  const action = <Button onClick={onRetry}>{common.retry}</Button>;
  const down = snapshot.line === 'live' || snapshot.line === 'loading' ? null : snapshot.line;
  return (
    <>
      {down !== null && (
        <div className="guest-list__line">
          {problem !== null ? (
            <ProblemNote problem={problem} action={action} />
          ) : (
            <StateNote state="offline" word={line[down]} action={action}>
              {down === 'offline' ? line.offlineText : line.reconnectingText}
            </StateNote>
          )}
        </div>
      )}
      {list !== null && !list.complete && down === null && (
        <p className="guest-list__found">{guestFile.reading(list.held)}</p>
      )}
      <p className="guest-list__found" role="status">
        {choice.typed.trim() !== '' && list !== null && list.total > 0 && t.found(list.total)}
      </p>
    </>
  );
}

/** In the place of rows. */
export function Nothing({ snapshot, onChoice }: Pick<GuestListProps, 'snapshot' | 'onChoice'>) {
  const { list: t, guestFile } = useMessages('staff');
  const { list, choice, line } = snapshot;
  if (list === null) {
    return <div className="guest-list__loading">{line === 'loading' && <ProgressNote>{t.loading}</ProgressNote>}</div>;
  }
  const { view, typed } = choice;
  if (typed.trim() === '' && isFiltered(choice)) {
    return (
      <EmptyState
        icon="search"
        action={<Button onClick={() => onChoice({ purpose: null, standing: null })}>{guestFile.everything}</Button>}
      >
        {guestFile.noneFits}
      </EmptyState>
    );
  }
  if (typed.trim() !== '') {
    const everyone = { view: 'all', typed: '', purpose: null, standing: null } as const;
    return (
      <EmptyState icon="search" action={<Button onClick={() => onChoice(everyone)}>{t.noHitAction}</Button>}>
        {t.noHit(typed.trim())}
      </EmptyState>
    );
  }
  const icon = view === 'in-house' ? 'people' : view === 'leaving' ? 'leaving' : 'arriving';
  return <EmptyState icon={icon}>{t.empty[view]}</EmptyState>;
}
