import { type FormEvent, useState } from 'react';
import { newId } from '../../protocol/ids.ts';
import { type PaperPlace, paperPlaces, type PaperRecord } from '../../protocol/paper-record.ts';
import type { AnyProblem } from '../../protocol/problems.ts';
import type { PurposeId } from '../../protocol/purposes.ts';
import { farthestStay } from '../../protocol/submission.ts';
import { addDays, dateSchema, toDate } from '../../protocol/time.ts';
import { Button } from '../../ui/components/button.tsx';
import { DateField } from '../../ui/components/date-field.tsx';
import { SelectField } from '../../ui/components/select-field.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { problemOf } from '../api/call.ts';
import { ProblemNote } from '../app/problem-note.tsx';
import { TickField } from '../app/tick-field.tsx';
import { useTools } from '../app/tools.tsx';
import type { Hotel } from '../session/read-hotel.ts';
import type { Session } from '../session/sign-in.ts';

interface RecordPaperFormProps {
  readonly session: Session;
  readonly hotel: Hotel;
  readonly onRecorded: (record: PaperRecord) => void;
  readonly onEnded: () => void;
}

const sheets = ['consent', 'law'] as const;

/** Enters one sheet: which uses are on it, until when the guest stays, where it lies. */
export function RecordPaperForm({ session, hotel, onRecorded, onEnded }: RecordPaperFormProps) {
  const staff = useMessages('staff');
  const t = staff.paperRegister;
  const common = useMessages('common');
  const { timers, random } = useTools();
  const today = toDate(timers.now());
  // Kept until the answer is there: sent twice, it is still one sheet.
  const [record] = useState(() => newId(timers.now(), random));
  const [sheet, setSheet] = useState<(typeof sheets)[number]>('consent');
  const [ticked, setTicked] = useState<ReadonlySet<PurposeId>>(new Set());
  const [checkOut, setCheckOut] = useState(() => addDays(today, 1));
  const [place, setPlace] = useState<PaperPlace>('desk');
  const [tried, setTried] = useState(false);
  const [working, setWorking] = useState(false);
  const [problem, setProblem] = useState<AnyProblem | null>(null);
  // A sheet of a temporary rule's last days may be entered later, until it has to be gone.
  const offered = hotel.manifest.manifest.purposes.filter(
    ({ basis, retention }) => basis === sheet && (retention.kind !== 'until-date' || retention.erased > today),
  );
  const purposes = offered.map(({ id }) => id).filter((id) => ticked.has(id));
  const dateIsRight = dateSchema.safeParse(checkOut).success && checkOut <= addDays(today, farthestStay);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (working || purposes.length === 0 || !dateIsRight) return;
    setWorking(true);
    setProblem(null);
    try {
      onRecorded(await session.api.recordPaper({ record, purposes, checkOut, departed: false, place }));
    } catch (error) {
      const code = problemOf(error);
      if (code === 'session_ended') onEnded();
      else setProblem(code);
      setWorking(false);
    }
  };

  return (
    <form className="paper-register__form" noValidate onSubmit={(event) => void submit(event)}>
      <h2>{t.adding.title}</h2>
      <SelectField
        label={t.adding.sheet}
        value={sheet}
        options={sheets.map((value) => ({ value, label: t.adding.sheets[value] }))}
        onChange={({ currentTarget }) => setSheet(currentTarget.value === 'law' ? 'law' : 'consent')}
      />
      <fieldset className="paper-register__uses">
        <legend>{t.adding.uses[sheet]}</legend>
        {offered.map(({ id }) => (
          <TickField
            key={id}
            label={staff.purposes[id]}
            checked={ticked.has(id)}
            onChange={({ currentTarget }) => {
              const next = new Set(ticked);
              if (currentTarget.checked) next.add(id);
              else next.delete(id);
              setTicked(next);
            }}
          />
        ))}
        {tried && purposes.length === 0 && (
          <p className="field__error" role="alert">
            {t.adding.usesMissing}
          </p>
        )}
      </fieldset>
      <DateField
        label={t.adding.checkOut}
        value={checkOut}
        error={tried && !dateIsRight ? t.adding.checkOutMissing : undefined}
        onChange={({ currentTarget }) => setCheckOut(currentTarget.value)}
      />
      <SelectField
        label={t.adding.place}
        value={place}
        options={paperPlaces.map((value) => ({ value, label: t.places[value] }))}
        onChange={({ currentTarget }) => setPlace(paperPlaces.find((one) => one === currentTarget.value) ?? 'desk')}
      />
      {problem !== null && <ProblemNote problem={problem} />}
      <Button kind="primary" type="submit" busy={working}>
        {working ? common.loading : t.adding.submit}
      </Button>
    </form>
  );
}
