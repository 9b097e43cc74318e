import { useRef } from 'react';
import { toDate } from '../../protocol/time.ts';
import { EmptyState } from '../../ui/components/empty-state.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { useTools } from '../app/tools.tsx';
import type { DeskSnapshot } from '../desk/desk-snapshot.ts';
import { useShortcuts } from '../desk/use-shortcuts.ts';
import type { Hotel } from '../session/read-hotel.ts';
import type { Session } from '../session/sign-in.ts';
import type { FindRows } from './find-guest.tsx';
import { OpenRequestForm } from './open-request-form.tsx';
import { RequestDetail } from './request-detail.tsx';
import { RequestList } from './request-list.tsx';
import { useNames } from './use-names.ts';
import type { Queue } from './use-requests.ts';
import './requests-place.css';

interface RequestsPlaceProps {
  readonly session: Session;
  readonly hotel: Hotel;
  readonly snapshot: DeskSnapshot;
  readonly find: FindRows;
  readonly queue: Queue;
  /** A request's id, or `new` for the form that opens one. */
  readonly chosen: string | null;
  /** For whom a new one is. */
  readonly registration: string | null;
  readonly singleKeys: boolean;
  readonly onGo: (chosen: string | null, registration?: string | null) => void;
  readonly onSay: (words: string) => void;
  readonly onEnded: () => void;
}

/** What guests ask of the hotel, on the left by urgency; the chosen one, or the form that opens one, on the right. */
export function RequestsPlace(props: RequestsPlaceProps) {
  const { session, hotel, snapshot, find, queue, chosen, registration, singleKeys, onGo, onSay, onEnded } = props;
  const t = useMessages('requests');
  const { timers } = useTools();
  const nameOf = useNames(session);
  const detail = useRef<HTMLElement>(null);
  const today = toDate(timers.now());
  const shown = queue.requests ?? [];
  const request = shown.find(({ id }) => id === chosen);
  const move = (by: 1 | -1) => {
    const at = shown.findIndex(({ id }) => id === chosen);
    const next = shown[at < 0 ? 0 : Math.min(shown.length - 1, Math.max(0, at + by))];
    if (next !== undefined) onGo(next.id);
  };
  useShortcuts(singleKeys, {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Escape: () => onGo(null),
    n: () => onGo('new'),
    a: () => detail.current?.querySelector<HTMLElement>('[data-key="next"]')?.focus(),
  });
  const something = chosen === 'new' || request !== undefined;
  return (
    <main className={something ? 'requests-place requests-place--chosen' : 'requests-place'}>
      <RequestList
        queue={queue}
        entries={snapshot.entries}
        line={snapshot.line}
        chosen={something ? chosen : null}
        today={today}
        onChoose={(id) => onGo(id)}
        onOpenOne={() => onGo('new')}
      />
      <section className="requests-place__detail" ref={detail}>
        {chosen === 'new' && (
          <OpenRequestForm
            days={hotel.settings.requestDays}
            key={registration}
            session={session}
            snapshot={snapshot}
            find={find}
            registration={registration}
            onOpened={(id) => {
              onSay(t.form.done);
              queue.reload();
              onGo(id);
            }}
            onBack={() => onGo(null)}
            onEnded={onEnded}
          />
        )}
        {request !== undefined && (
          <RequestDetail
            key={request.id}
            session={session}
            hotel={hotel}
            snapshot={snapshot}
            find={find}
            request={request}
            today={today}
            nameOf={nameOf}
            onChanged={queue.reload}
            onOpenAnother={(guest) => onGo('new', guest)}
            onBack={() => onGo(null)}
            onSay={onSay}
            onEnded={onEnded}
          />
        )}
        {!something && <EmptyState icon="list">{t.choose}</EmptyState>}
      </section>
    </main>
  );
}
