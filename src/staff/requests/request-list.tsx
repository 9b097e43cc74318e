import type { DeskRequest } from '../../protocol/request.ts';
import { Button } from '../../ui/components/button.tsx';
import { ProgressNote } from '../../ui/components/progress-note.tsx';
import { StateNote, StateWord } from '../../ui/components/state-note.tsx';
import { formatInstant } from '../../ui/messages/format-date.ts';
import { useLanguage, useMessages } from '../../ui/messages/messages-provider.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import type { DeskEntry } from '../desk/desk-entry.ts';
import type { Line } from '../desk/desk-snapshot.ts';
import { RequestClock } from './request-clock.tsx';
import { whatIsAsked, whoIsMeant } from './request-words.ts';
import type { Queue } from './use-requests.ts';
import './request-list.css';

interface RequestListProps {
  readonly queue: Queue;
  readonly entries: ReadonlyMap<string, DeskEntry>;
  readonly line: Line;
  readonly chosen: string | null;
  readonly today: string;
  readonly onChoose: (request: string) => void;
  readonly onOpenOne: () => void;
}

/** What waits, the most urgent first; below, what is done. */
export function RequestList(props: RequestListProps) {
  const { queue, entries, line, chosen, today, onChoose, onOpenOne } = props;
  const t = useMessages('requests');
  const staff = useMessages('staff');
  const common = useMessages('common');
  const language = useLanguage();
  const day = (instant: string) => formatInstant(instant, language, 'Asia/Shanghai');
  const { requests, unreadable, problem, reload } = queue;
  const open = requests?.filter(({ outcome }) => outcome === 'open') ?? [];
  const closed = requests?.filter(({ outcome }) => outcome !== 'open') ?? [];
  // The chosen request's kind is the page's heading then.
  const [Heading, Part] = chosen === null ? (['h1', 'h2'] as const) : (['h2', 'h3'] as const);
  const row = (request: DeskRequest) => (
    <li key={request.id}>
      <RequestRow
        request={request}
        entry={request.registration === null ? undefined : entries.get(request.registration)}
        today={today}
        isChosen={request.id === chosen}
        onChoose={() => onChoose(request.id)}
      />
    </li>
  );
  return (
    <section className="request-list off-paper" aria-label={t.title}>
      <div className="request-list__head">
        <Heading>{t.title}</Heading>
        <Button icon="add" data-key="new" onClick={onOpenOne}>
          {t.openOne}
        </Button>
      </div>
      <div className="request-list__rows">
        {problem !== null && problem !== 'offline' && (
          <ProblemNote problem={problem} action={<Button onClick={reload}>{common.retry}</Button>} />
        )}
        {(problem === 'offline' || line === 'offline' || line === 'reconnecting') && (
          <StateNote
            state="offline"
            word={staff.line[line === 'live' || line === 'loading' ? 'offline' : line]}
            announce="polite"
            action={<Button onClick={reload}>{common.retry}</Button>}
          >
            <p>{t.stale}</p>
          </StateNote>
        )}
        {requests === null && problem === null && <ProgressNote>{t.loading}</ProgressNote>}
        {unreadable.length > 0 && (
          <StateNote state="failed" word={t.unreadable(unreadable.length)}>
            <p>{t.unreadableText(unreadable.map(day).join(common.listSeparator))}</p>
          </StateNote>
        )}
        {requests !== null && (
          <>
            <Part>
              {t.waiting} <span className="request-list__count">{open.length}</span>
            </Part>
            {open.length === 0 ? <p className="request-list__empty">{t.emptyOpen}</p> : <ul>{open.map(row)}</ul>}
            <Part>{t.closed}</Part>
            {closed.length === 0 ? <p className="request-list__empty">{t.emptyClosed}</p> : <ul>{closed.map(row)}</ul>}
          </>
        )}
      </div>
    </section>
  );
}

interface RequestRowProps {
  readonly request: DeskRequest;
  readonly entry: DeskEntry | undefined;
  readonly today: string;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function RequestRow({ request, entry, today, isChosen, onChoose }: RequestRowProps) {
  const t = useMessages('requests');
  const staff = useMessages('staff');
  const language = useLanguage();
  const { id, outcome, origin, openedAt } = request;
  return (
    <button
      type="button"
      className="request-row"
      data-request={id}
      aria-current={isChosen ? 'true' : undefined}
      onClick={onChoose}
    >
      <span className="request-row__what">{whatIsAsked(request, t, staff)}</span>
      <span className="request-row__who">
        <bdi>{whoIsMeant(entry, request, t)}</bdi>
      </span>
      <span className="request-row__origin">
        {t.origins[origin]} · {formatInstant(openedAt, language, 'Asia/Shanghai')}
      </span>
      {outcome === 'open' ? (
        <RequestClock request={request} today={today} />
      ) : (
        <StateWord state={outcome === 'done' ? 'done' : 'warning'} word={t.outcomes[outcome]} />
      )}
    </button>
  );
}
