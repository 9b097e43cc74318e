import { type RefObject, useEffect, useState } from 'react';
import { Button } from '../../ui/components/button.tsx';
import { EmptyState } from '../../ui/components/empty-state.tsx';
import { Icon } from '../../ui/components/icon.tsx';
import { ProgressNote } from '../../ui/components/progress-note.tsx';
import { StateNote } from '../../ui/components/state-note.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { VisuallyHidden } from '../../ui/components/visually-hidden.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { type DeskEntry, type DeskView, deskViews } from './desk-entry.ts';
import type { DeskSnapshot } from './desk-store.ts';
import { GuestRow } from './guest-row.tsx';
import type { SeenBatch } from './seen-batch.ts';
import './guest-list.css';

interface GuestListProps {
  readonly snapshot: DeskSnapshot;
  /** What view and search leave, in order. */
  readonly shown: readonly DeskEntry[];
  readonly counts: Readonly<Record<DeskView, number>>;
  readonly view: DeskView;
  readonly typed: string;
  readonly chosen: string | null;
  readonly seen: SeenBatch;
  readonly searchRef: RefObject<HTMLInputElement | null>;
  readonly onView: (view: DeskView) => void;
  readonly onTyped: (typed: string) => void;
  readonly onChoose: (registration: string) => void;
  readonly onRetry: () => void;
}

const pageLength = 100;

export function GuestList(props: GuestListProps) {
  const { snapshot, shown, counts, view, typed, chosen, seen, searchRef, onView, onTyped, onChoose, onRetry } = props;
  const t = useMessages('staff').list;
  const [length, setLength] = useState(pageLength);
  const watch = useSeen(seen);
  // The chosen guest's name is the page's heading then.
  const Heading = chosen === null ? 'h1' : 'h2';
  const searching = typed.trim() !== '';
  return (
    <section className="guest-list" aria-label={t.title}>
      <Heading>
        <VisuallyHidden>{t.title}</VisuallyHidden>
      </Heading>
      <div className="guest-list__head">
        <label className="guest-list__search">
          <Icon name="search" />
          <input
            ref={searchRef}
            type="search"
            value={typed}
            placeholder={t.search}
            aria-label={t.search}
            autoComplete="off"
            autoCorrect="off"
            spellCheck={false}
            maxLength={60}
            onChange={(event) => onTyped(event.currentTarget.value)}
            onKeyDown={(event) => {
              const first = shown[0];
              if (event.key === 'Escape') onTyped('');
              if (event.key === 'Enter' && first !== undefined) onChoose(first.row.registration);
            }}
          />
        </label>
        <nav className="guest-list__views" aria-label={t.title}>
          {deskViews.map((one) => (
            <button
              key={one}
              type="button"
              className="guest-list__view"
              aria-current={one === view && !searching ? 'true' : undefined}
              onClick={() => {
                setLength(pageLength);
                onView(one);
              }}
            >
              {t.views[one]} <span className="guest-list__count">{counts[one]}</span>
            </button>
          ))}
        </nav>
        <LineNote snapshot={snapshot} onRetry={onRetry} />
      </div>
      <p className="guest-list__found" role="status">
        {searching && shown.length > 0 && t.found(shown.length)}
      </p>
      {shown.length === 0 ? (
        <Nothing line={snapshot.line} view={view} typed={typed} onShowAll={() => onView('all')} />
      ) : (
        <ul className="guest-list__rows">
          {shown.slice(0, length).map((entry) => (
            <li key={entry.row.registration} ref={watch} data-registration={entry.row.registration}>
              <GuestRow
                entry={entry}
                isChosen={entry.row.registration === chosen}
                isNew={entry.row.state === 'received' && snapshot.arrivals.includes(entry.row.registration)}
                onChoose={() => onChoose(entry.row.registration)}
              />
            </li>
          ))}
          {shown.length > length && (
            <li className="guest-list__more">
              <Button wide onClick={() => setLength(length + pageLength)}>
                {t.more(Math.min(pageLength, shown.length - length))}
              </Button>
            </li>
          )}
        </ul>
      )}
    </section>
  );
}

function LineNote({ snapshot, onRetry }: Pick<GuestListProps, 'snapshot' | 'onRetry'>) {
  const t = useMessages('staff').line;
  const common = useMessages('common');
  const action = <Button onClick={onRetry}>{common.retry}</Button>;
  if (snapshot.line === 'live' || snapshot.line === 'loading') return null;
  if (snapshot.problem !== null) return <ProblemNote problem={snapshot.problem} action={action} />;
  return (
    <StateNote state="offline" word={t[snapshot.line]} action={action}>
      {snapshot.line === 'offline' ? t.offlineText : t.reconnectingText}
    </StateNote>
  );
}

interface NothingProps extends Pick<GuestListProps, 'view' | 'typed'> {
  readonly line: DeskSnapshot['line'];
  readonly onShowAll: () => void;
}

function Nothing({ line, view, typed, onShowAll }: NothingProps) {
  const t = useMessages('staff').list;
  if (line === 'loading') {
    return (
      <div className="guest-list__loading">
        <ProgressNote>{t.loading}</ProgressNote>
      </div>
    );
  }
  if (typed.trim() !== '') {
    return (
      <EmptyState icon="search" action={<Button onClick={onShowAll}>{t.noHitAction}</Button>}>
        {t.noHit(typed.trim())}
      </EmptyState>
    );
  }
  const icon = view === 'in-house' ? 'people' : view === 'leaving' ? 'leaving' : 'arriving';
  return <EmptyState icon={icon}>{t.empty[view]}</EmptyState>;
}

/** Rows that come onto the screen are told to the server as seen. Gives what watches a row. */
function useSeen(seen: SeenBatch): (element: HTMLElement | null) => (() => void) | undefined {
  const [observer] = useState(
    () =>
      new IntersectionObserver((changes) => {
        for (const { isIntersecting, target } of changes) {
          const registration = target.getAttribute('data-registration');
          if (isIntersecting && registration !== null) seen.add(registration);
        }
      }),
  );
  useEffect(() => () => observer.disconnect(), [observer]);
  const [watch] = useState(() => (element: HTMLElement | null) => {
    if (element === null) return undefined;
    observer.observe(element);
    return () => observer.unobserve(element);
  });
  return watch;
}
