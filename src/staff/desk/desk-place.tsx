import { useEffect, useRef, useState } from 'react';
import { EmptyState } from '../../ui/components/empty-state.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import type { Hotel } from '../session/read-hotel.ts';
import { placeOf } from '../list/list-messages.ts';
import type { Session } from '../session/sign-in.ts';
import { deskViews } from './desk-entry.ts';
import type { DeskSnapshot } from './desk-snapshot.ts';
import type { DeskStore } from './desk-store.ts';
import { GuestDetail } from './guest-detail.tsx';
import { UnreadableDetail } from './unreadable-detail.tsx';
import { GuestList } from './guest-list.tsx';
import type { SeenBatch } from './seen-batch.ts';
import { useListWalk } from './use-list-walk.ts';
import { useShortcuts } from './use-shortcuts.ts';
import { useWayBack } from './use-way-back.ts';
import './desk-place.css';

interface DeskPlaceProps {
  readonly session: Session;
  readonly hotel: Hotel;
  readonly snapshot: DeskSnapshot;
  readonly store: DeskStore;
  readonly seen: SeenBatch;
  readonly chosen: string | null;
  readonly singleKeys: boolean;
  /** Whether the list is looked at as a table. */
  readonly asTable: boolean;
  readonly onTable: (asTable: boolean) => void;
  readonly onChoose: (registration: string | null) => void;
  readonly onOpenRequest: (registration: string) => void;
  readonly onSay: (words: string) => void;
  readonly onEnded: () => void;
}

/**
 * People on the left, the chosen one on the right; where there is little room, the list and then the chosen one. On a wide screen the
 * guest file can be looked at as a table instead, with the chosen one in its place.
 */
export function DeskPlace(props: DeskPlaceProps) {
  const { session, hotel, snapshot, store, seen, chosen, singleKeys, asTable, onTable } = props;
  const { onChoose, onOpenRequest, onSay, onEnded } = props;
  const t = useMessages('staff');
  const search = useRef<HTMLInputElement>(null);
  const detail = useRef<HTMLElement>(null);
  const place = useRef<HTMLElement>(null);
  const isWide = useIsWide();
  const table = asTable && isWide;
  const { list } = snapshot;
  const entry =
    chosen === null
      ? undefined
      : (snapshot.entries.get(chosen) ?? list?.entries.find(({ row }) => row.registration === chosen));

  const wayBack = useWayBack(chosen, placeOf(chosen, list));
  const walk = useListWalk(store, chosen, onChoose);
  const press = (selector: string) => detail.current?.querySelector<HTMLElement>(selector);
  const tool = (key: string) => place.current?.querySelector<HTMLElement>(`[data-key="${key}"]`);
  const show = (index: number) => {
    const view = deskViews[index];
    if (view !== undefined) store.choose({ view, typed: '' });
  };
  const step = (by: 1 | -1) => {
    if (!table || chosen !== null) walk(by);
    // The table's own keys take it from there.
    else place.current?.querySelector<HTMLElement>('[data-index] button[tabindex="0"]')?.focus();
  };
  useShortcuts(singleKeys, {
    '/': () => search.current?.focus(),
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    Escape: () => onChoose(null),
    '1': () => show(0),
    '2': () => show(1),
    '3': () => show(2),
    '4': () => show(3),
    f: () => {
      tool('options')?.focus();
      tool('options')?.click();
    },
    t: () => {
      const inList = document.activeElement?.closest('.guest-list') !== null;
      onTable(!asTable);
      // What had the focus may go with the old way of looking at the rows.
      if (chosen === null) tool('other')?.focus();
      else if (inList) press('h1')?.focus();
    },
    o: () => {
      press('[data-key="open"]')?.focus();
      press('[data-key="open"]')?.click();
    },
    a: () => press('[data-key="arrive"]')?.focus(),
  });

  /** Asked of the list's own thread, which has the search by then: the rows on the screen may still be those before it. */
  const chooseFirst = async () => {
    const first = await store.beside(0, 0);
    if (first !== undefined) onChoose(first.row.registration);
  };
  const classes = ['desk-place', entry !== undefined && 'desk-place--chosen', table && 'desk-place--table'];
  return (
    <main className={classes.filter((one) => one !== false).join(' ')} ref={place}>
      {(!table || entry === undefined) && (
        <GuestList
          snapshot={snapshot}
          chosen={chosen}
          wayBack={wayBack}
          seen={seen}
          asTable={table}
          columns={hotel.settings.columns}
          searchRef={search}
          purposes={hotel.manifest.manifest.purposes.map(({ id }) => id)}
          onChoice={store.choose}
          onShowing={store.showing}
          onFirst={() => void chooseFirst()}
          onChoose={onChoose}
          onOther={() => onTable(!table)}
          onRetry={store.retryNow}
        />
      )}
      <section className="desk-place__detail" ref={detail}>
        {entry === undefined ? (
          <EmptyState icon="person">{t.guest.choose}</EmptyState>
        ) : entry.row.unreadable === true ? (
          <UnreadableDetail key={entry.row.registration} entry={entry} onBack={() => onChoose(null)} />
        ) : (
          <GuestDetail
            key={entry.row.registration}
            session={session}
            hotel={hotel}
            entry={entry}
            together={snapshot.together}
            onChoose={onChoose}
            onBack={() => onChoose(null)}
            onOpenRequest={onOpenRequest}
            onSay={onSay}
            onEnded={onEnded}
          />
        )}
      </section>
    </main>
  );
}

const wide = '(min-width: 55rem)';

function useIsWide(): boolean {
  const [isWide, setIsWide] = useState(() => matchMedia(wide).matches);
  useEffect(() => {
    const query = matchMedia(wide);
    const changed = () => setIsWide(query.matches);
    query.addEventListener('change', changed);
    return () => query.removeEventListener('change', changed);
  }, []);
  return isWide;
}
