import { useState } from 'react';
import {
  type PaperDestruction,
  paperEnds,
  type PaperPart,
  paperPartState,
  type PaperRecord,
  paperState,
} from '../../protocol/paper-record.ts';
import { permissionsOf } from '../../protocol/roles.ts';
import { Button } from '../../ui/components/button.tsx';
import { ButtonRow } from '../../ui/components/button-row.tsx';
import { StateWord } from '../../ui/components/state-note.tsx';
import { formatCalendarDate, formatInstant } from '../../ui/messages/format-date.ts';
import { useLanguage, useMessages } from '../../ui/messages/messages-provider.tsx';
import type { AnyProblem } from '../../protocol/problems.ts';
import { problemOf } from '../api/call.ts';
import { ProblemNote } from '../app/problem-note.tsx';
import type { Session } from '../session/sign-in.ts';
import { DestroyPaperDialog } from './destroy-paper-dialog.tsx';

interface PaperLineProps {
  readonly session: Session;
  readonly record: PaperRecord;
  readonly today: string;
  readonly nameOf: (by: string) => string;
  readonly onChanged: (record: PaperRecord, words: string) => void;
  readonly onEnded: () => void;
}

const looks = { kept: 'waiting', due: 'warning', overdue: 'failed', destroyed: 'done' } as const;

/** One sheet: its number, what is on it, when each use goes, and what happened to it. */
export function PaperLine({ session, record, today, nameOf, onChanged, onEnded }: PaperLineProps) {
  const staff = useMessages('staff');
  const t = staff.paperRegister;
  const language = useLanguage();
  const [asking, setAsking] = useState<PaperDestruction | null>(null);
  const [problem, setProblem] = useState<AnyProblem | null>(null);
  const state = paperState(record, today);
  const mayDestroy = permissionsOf[session.person.role].includes('paper.destroy');
  const kept = record.parts.filter(({ destroyed }) => destroyed === null);
  const day = formatCalendarDate(record.checkOut, language);
  const when = (at: string) => formatInstant(at, language, 'Asia/Shanghai');

  const leave = async () => {
    setProblem(null);
    try {
      onChanged(await session.api.movePaper(record.record, { checkOut: today, departed: true }), t.stayDone);
    } catch (error) {
      const code = problemOf(error);
      if (code === 'session_ended') onEnded();
      else setProblem(code);
    }
  };

  return (
    <li className="paper-register__line" data-paper={record.number}>
      <h2>
        {t.number(record.number)} <StateWord state={looks[state]} word={t.states[state]} />
      </h2>
      <p>
        {t.places[record.place]} · {record.departed ? t.left(day) : t.leaves(day)}
      </p>
      <ul>
        {record.parts.map((part) => (
          <li key={part.purpose}>{t.part(staff.purposes[part.purpose], partWords(part))}</li>
        ))}
      </ul>
      <p className="paper-register__taken">{t.taken(when(record.recordedAt), nameOf(record.recordedBy))}</p>
      {problem !== null && <ProblemNote problem={problem} />}
      {kept.length > 0 && (
        <ButtonRow>
          {!record.departed && (
            <Button kind="plain" onClick={() => void leave()}>
              {t.stay}
            </Button>
          )}
          {mayDestroy &&
            kept.length > 1 &&
            kept.map(({ purpose }) => (
              <Button key={purpose} onClick={() => setAsking({ how: 'struck-out', purpose })}>
                {t.strikeOut(staff.purposes[purpose])}
              </Button>
            ))}
          {mayDestroy &&
            paperEnds.map((how) => (
              <Button key={how} onClick={() => setAsking({ how })}>
                {t.whole[how]}
              </Button>
            ))}
        </ButtonRow>
      )}
      {!mayDestroy && (state === 'due' || state === 'overdue') && <p>{t.supervisor}</p>}
      {asking !== null && (
        <DestroyPaperDialog
          session={session}
          record={record}
          destruction={asking}
          today={today}
          onDone={(changed) => {
            setAsking(null);
            onChanged(changed, t.noted);
          }}
          onClose={() => setAsking(null)}
          onEnded={onEnded}
        />
      )}
    </li>
  );

  function partWords(part: PaperPart): string {
    const { destroyed, due, calendarKnown } = part;
    if (destroyed !== null) return t.gone(t.ways[destroyed.how], when(destroyed.at), nameOf(destroyed.by));
    if (due === null) return t.goesUnknown;
    const goes = t.goes(formatCalendarDate(due, language));
    const counted = calendarKnown ? goes : `${goes} · ${t.calendarUnknown}`;
    const standing = paperPartState(part, today);
    return standing === 'kept' ? counted : `${counted} · ${t.states[standing]}`;
  }
}
