import { Button } from '../../ui/components/button.tsx';
import { EmptyState } from '../../ui/components/empty-state.tsx';
import { ProgressNote } from '../../ui/components/progress-note.tsx';
import { StateNote } from '../../ui/components/state-note.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { isFiltered, type ListChoice } from '../list/list-choice.ts';
import type { DeskSnapshot } from './desk-snapshot.ts';

interface ListNotesProps {
  readonly snapshot: DeskSnapshot;
  readonly onRetry: () => void;
}

/** What is to be known of the list as a whole: the line, and that older rows are still being read. */
export function ListNotes({ snapshot, onRetry }: ListNotesProps) {
  const { list: t, guestFile, line } = useMessages('staff');
  const common = useMessages('common');
  const { list, problem } = snapshot;
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
        <p className="guest-list__found guest-list__reading">{guestFile.reading(list.held)}</p>
      )}
      <p className="guest-list__found" role="status">
        {list !== null && list.choice.typed.trim() !== '' && list.total > 0 && t.found(list.total)}
      </p>
    </>
  );
}

interface NothingProps {
  readonly snapshot: DeskSnapshot;
  readonly onChoice: (change: Partial<ListChoice>) => void;
}

/** In the place of rows. */
export function Nothing({ snapshot, onChoice }: NothingProps) {
  const { list: t, guestFile } = useMessages('staff');
  const { list, line } = snapshot;
  // Rows that there are haven't been drawn yet.
  if (list === null || list.total > 0) {
    return <div className="guest-list__loading">{line === 'loading' && <ProgressNote>{t.loading}</ProgressNote>}</div>;
  }
  // What was asked for last may not have been answered yet.
  const { choice } = list;
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
