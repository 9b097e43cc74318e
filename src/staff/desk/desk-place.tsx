import { useMemo, useRef, useState } from 'react';
import { toDate } from '../../protocol/time.ts';
import { EmptyState } from '../../ui/components/empty-state.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { useTools } from '../app/tools.tsx';
import type { Hotel } from '../session/read-hotel.ts';
import type { Session } from '../session/sign-in.ts';
import { belongsTo, compareIn, type DeskView, deskViews, matcher } from './desk-entry.ts';
import type { DeskSnapshot } from './desk-store.ts';
import { GuestDetail } from './guest-detail.tsx';
import { GuestList } from './guest-list.tsx';
import type { SeenBatch } from './seen-batch.ts';
import { togetherWith } from './together-with.ts';
import { useShortcuts } from './use-shortcuts.ts';
import './desk-place.css';

interface DeskPlaceProps {
  readonly session: Session;
  readonly hotel: Hotel;
  readonly snapshot: DeskSnapshot;
  readonly seen: SeenBatch;
  readonly chosen: string | null;
  readonly singleKeys: boolean;
  readonly onChoose: (registration: string | null) => void;
  readonly onRetry: () => void;
  readonly onOpenRequest: (registration: string) => void;
  readonly onSay: (words: string) => void;
  readonly onEnded: () => void;
}

/** People on the left, the chosen one on the right; where there is little room, the list and then the chosen one. */
export function DeskPlace(props: DeskPlaceProps) {
  const { session, hotel, snapshot, seen, chosen, singleKeys, onChoose, onRetry, onOpenRequest, onSay, onEnded } =
    props;
  const t = useMessages('staff');
  const { timers } = useTools();
  const [view, setView] = useState<DeskView>('arriving');
  const [typed, setTyped] = useState('');
  const search = useRef<HTMLInputElement>(null);
  const detail = useRef<HTMLElement>(null);
  const today = toDate(timers.now());

  const everyone = useMemo(() => [...snapshot.entries.values()], [snapshot.entries]);
  const counts = useMemo(() => {
    const count = (one: DeskView) => everyone.filter((entry) => belongsTo(one, entry, today)).length;
    return { arriving: count('arriving'), 'in-house': count('in-house'), leaving: count('leaving'), all: count('all') };
  }, [everyone, today]);
  const shown = useMemo(() => {
    // A search looks everywhere: whoever stands at the desk need not be in the view that happens to be open.
    const found =
      typed.trim() === '' ? everyone.filter((entry) => belongsTo(view, entry, today)) : everyone.filter(matcher(typed));
    return found.sort(compareIn(typed.trim() === '' ? view : 'all'));
  }, [everyone, view, typed, today]);

  const entry = chosen === null ? undefined : snapshot.entries.get(chosen);
  const move = (by: 1 | -1) => {
    const at = shown.findIndex(({ row }) => row.registration === chosen);
    const next = shown[at < 0 ? 0 : Math.min(shown.length - 1, Math.max(0, at + by))];
    if (next !== undefined) onChoose(next.row.registration);
  };
  const press = (selector: string) => detail.current?.querySelector<HTMLElement>(selector);
  const show = (index: number) => {
    const wanted = deskViews[index];
    if (wanted === undefined) return;
    setTyped('');
    setView(wanted);
  };
  useShortcuts(singleKeys, {
    '/': () => search.current?.focus(),
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Escape: () => onChoose(null),
    '1': () => show(0),
    '2': () => show(1),
    '3': () => show(2),
    '4': () => show(3),
    o: () => press('[data-key="open"]')?.click(),
    a: () => press('[data-key="arrive"]')?.focus(),
  });

  return (
    <main className={entry === undefined ? 'desk-place' : 'desk-place desk-place--chosen'}>
      <GuestList
        snapshot={snapshot}
        shown={shown}
        counts={counts}
        view={view}
        typed={typed}
        chosen={chosen}
        seen={seen}
        searchRef={search}
        onView={(next) => {
          setTyped('');
          setView(next);
        }}
        onTyped={setTyped}
        onChoose={onChoose}
        onRetry={onRetry}
      />
      <section className="desk-place__detail" ref={detail}>
        {entry === undefined ? (
          <EmptyState icon="person">{t.guest.choose}</EmptyState>
        ) : (
          <GuestDetail
            key={entry.row.registration}
            session={session}
            hotel={hotel}
            entry={entry}
            together={togetherWith(everyone, entry)}
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
