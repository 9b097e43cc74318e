import { useCallback, useEffect, useState } from 'react';
import type { AnyProblem } from '../../protocol/problems.ts';
import type { SessionEnding, StaffSession } from '../../protocol/team.ts';
import { Button } from '../../ui/components/button.tsx';
import { ProgressNote } from '../../ui/components/progress-note.tsx';
import { formatInstant } from '../../ui/messages/format-date.ts';
import { useLanguage, useMessages } from '../../ui/messages/messages-provider.tsx';
import { problemOf } from '../api/call.ts';
import { UnreadNote } from '../app/unread-note.tsx';
import type { Session } from '../session/sign-in.ts';
import './sessions-list.css';

interface SessionsListProps {
  readonly session: Session;
  /** Whose: one's own, or for an owner anybody's. */
  readonly person: string;
  readonly onSay: (words: string) => void;
  readonly onEnded: () => void;
}

/** Where somebody is signed in, and the ways to end it. */
export function SessionsList({ session, person, onSay, onEnded }: SessionsListProps) {
  const t = useMessages('staff').person;
  const language = useLanguage();
  const [sessions, setSessions] = useState<readonly StaffSession[] | null>(null);
  const [problem, setProblem] = useState<AnyProblem | null>(null);
  const { api } = session;

  const fail = useCallback(
    (error: unknown) => {
      const code = problemOf(error);
      if (code === 'session_ended') onEnded();
      else setProblem(code);
    },
    [onEnded],
  );
  const load = useCallback(() => {
    const show = (all: readonly StaffSession[]) => {
      setSessions(all.filter((one) => one.person === person));
      setProblem(null);
    };
    api.sessions().then(show, fail);
  }, [api, person, fail]);
  useEffect(load, [load]);

  const end = async (ending: SessionEnding) => {
    try {
      await api.endSessions(ending);
      onSay(t.endedOne);
      load();
    } catch (error) {
      fail(error);
    }
  };
  const others = sessions?.filter(({ current }) => !current) ?? [];
  const day = (instant: string) => formatInstant(instant, language, 'Asia/Shanghai');

  return (
    <>
      {problem !== null && <UnreadNote problem={problem} known={sessions !== null} onRetry={load} />}
      {sessions === null && problem === null && <ProgressNote>{t.loading}</ProgressNote>}
      {sessions?.length === 0 && <p>{t.none}</p>}
      <ul className="sessions-list">
        {sessions?.map(({ id, device, current, startedAt, usedAt }) => (
          <li key={id}>
            <p>
              <b>{t.devices[device]}</b>
              {current && t.here}
              <small>
                {t.since(day(startedAt))} · {t.used(day(usedAt))}
              </small>
            </p>
            {!current && <Button onClick={() => void end({ session: id })}>{t.end(t.devices[device])}</Button>}
          </li>
        ))}
      </ul>
      {others.length > 1 && (
        <Button onClick={() => void end({ person })}>{person === session.person.id ? t.endOthers : t.endAll}</Button>
      )}
    </>
  );
}
