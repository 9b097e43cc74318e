import type { GuestStatus } from '../../protocol/api.ts';
import { useAssisted } from '../assisted/assisted-context.ts';
import { Button } from '../../ui/components/button.tsx';
import { type NotedState, StateNote } from '../../ui/components/state-note.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { useProblemWords } from '../../ui/messages/use-problem-words.ts';
import type { DeliveryState } from '../outbox/delivery.ts';
import type { KeptWhere } from '../outbox/outbox.ts';

interface DeliveryNoteProps {
  readonly state: Exclude<DeliveryState, { readonly kind: 'asking' | 'dropped' }>;
  /** The latest the hotel said; null before it said anything. */
  readonly status: GuestStatus | null;
  /** Where the phone keeps it; null while that isn't known. */
  readonly kept: KeptWhere | null;
  /** Whether the page opens again without a connection. */
  readonly opensOffline: boolean;
  readonly onRetry: () => void;
}

/** Waiting, received, seen, and what can't be kept: never more than is known. "Received" stands on a verified receipt. */
export function DeliveryNote({ state, status, kept, opensOffline, onRetry }: DeliveryNoteProps) {
  const t = useMessages('guest').receipt;
  const common = useMessages('common');
  const problemWords = useProblemWords();
  const assisted = useAssisted();
  if (state.kind === 'received') {
    return (
      <>
        <StatusNote status={status} />
        {kept === 'page' && assisted === null && (
          <StateNote state="warning" announce="polite">
            <p>{t.saveNow}</p>
          </StateNote>
        )}
      </>
    );
  }
  if (state.kind === 'sending') {
    return (
      <StateNote state="waiting" announce="polite">
        <p>{t.sending}</p>
      </StateNote>
    );
  }
  if (state.kind === 'refused') {
    return (
      <StateNote
        state="failed"
        word={t.refused}
        announce="now"
        action={<Button onClick={onRetry}>{common.retry}</Button>}
      >
        <p>{problemWords(state.problem).text}</p>
      </StateNote>
    );
  }
  return (
    <StateNote state="waiting" announce="polite" action={<Button onClick={onRetry}>{t.tryNow}</Button>}>
      <p>{assisted === null ? waitingWords() : <assisted.WaitingWords />}</p>
      {state.problem !== 'offline' && <p>{problemWords(state.problem).text}</p>}
    </StateNote>
  );

  function waitingWords(): string {
    if (kept === 'page') return t.waitingHere;
    if (kept === null) return t.sending;
    return opensOffline ? t.waiting : t.waitingOnline;
  }
}

/** How a received registration stands at the hotel. */
export function StatusNote({ status }: { readonly status: GuestStatus | null }) {
  const t = useMessages('guest').receipt;
  const known = status?.state ?? 'received';
  const looks: Readonly<Record<GuestStatus['state'], NotedState>> = {
    received: 'received',
    seen: 'seen',
    arrived: 'done',
    departed: 'done',
    expired: 'warning',
    erased: 'done',
  };
  return (
    <StateNote state={looks[known]} announce="polite">
      <p>{t[known]}</p>
    </StateNote>
  );
}
