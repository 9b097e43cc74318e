import { useState } from 'react';
import { useForm } from 'react-hook-form';
import type { AnyProblem } from '../../protocol/problems.ts';
import { toDate } from '../../protocol/time.ts';
import { Button } from '../../ui/components/button.tsx';
import { ButtonRow } from '../../ui/components/button-row.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { problemOf } from '../api/call.ts';
import { ProblemNote } from '../app/problem-note.tsx';
import { TickField } from '../app/tick-field.tsx';
import type { Hotel } from '../session/read-hotel.ts';
import type { Session } from '../session/sign-in.ts';
import { correctStay } from './correct-stay.ts';
import type { DeskEntry } from './desk-entry.ts';
import { type NoteAnswers, noteAnswers, notedIn } from './note-answers.ts';
import { AccountFields, RemarksField, StayFields } from './note-fields.tsx';
import { NoteClash } from './note-clash.tsx';

interface CorrectStayFormProps {
  readonly session: Session;
  readonly hotel: Hotel;
  /** As the list has it now. */
  readonly entry: DeskEntry;
  readonly onSaved: () => void;
  readonly onClose: () => void;
  readonly onEnded: () => void;
}

/** Whether two states of a registration hold the same note and the same day. */
const isSame = (a: DeskEntry, b: DeskEntry) => a.noteDigest === b.noteDigest && a.row.checkOut === b.row.checkOut;

/** Corrects what the hotel noted itself. Should a colleague have changed it meanwhile, both are shown and nothing is lost. */
export function CorrectStayForm({ session, hotel, entry, onSaved, onClose, onEnded }: CorrectStayFormProps) {
  const { record: t, arrival } = useMessages('staff');
  const common = useMessages('common');
  /** What is being corrected. */
  const [base] = useState(entry);
  const [problem, setProblem] = useState<AnyProblem | null>(null);
  const { register, handleSubmit, formState, getValues } = useForm<NoteAnswers>({
    defaultValues: noteAnswers(base.desk, base.row.checkOut),
  });
  const { errors, isSubmitting } = formState;
  const { row } = entry;
  const arrived = toDate(Date.parse(row.arrivedAt ?? row.receivedAt));
  const earliest = row.checkIn < arrived ? row.checkIn : arrived;
  const clash = !isSame(base, entry);
  const registers = hotel.profile.purposes.some(({ id }) => id === 'identity');

  /** `over` is what is replaced: what was corrected, or what a colleague put in its place. */
  const save = (over: DeskEntry) =>
    handleSubmit(async (answers) => {
      setProblem(null);
      try {
        const before = over.desk?.abroad;
        // Where nobody has said, an empty box says nothing either.
        const abroad = registers && (answers.abroad || before !== undefined) ? answers.abroad : before;
        const noted = { ...notedIn(answers), ...(abroad === undefined ? {} : { abroad }) };
        await correctStay(session, hotel.manifest.manifest.card, over, noted);
        onSaved();
      } catch (error) {
        const code = problemOf(error);
        if (code === 'session_ended') onEnded();
        else setProblem(code);
      }
    });

  return (
    <form className="arrival-form" noValidate onSubmit={(event) => void save(base)(event)}>
      <h2>{t.correctTitle}</h2>
      <p>{t.correctText}</p>
      {problem !== null && !(problem === 'conflict' && clash) && <ProblemNote problem={problem} />}
      {registers && <TickField label={arrival.abroad} hint={arrival.abroadHint} {...register('abroad')} />}
      <StayFields
        register={register}
        errors={errors}
        roomTypes={hotel.settings.roomTypes}
        roomType={base.desk?.roomType ?? ''}
        earliest={row.state === 'departed' ? null : earliest}
      />
      <AccountFields register={register} errors={errors} />
      <RemarksField register={register} errors={errors} />
      {clash ? (
        <NoteClash
          theirs={noteAnswers(entry.desk, row.checkOut)}
          mine={getValues}
          onTheirs={onClose}
          onMine={(event) => void save(entry)(event)}
        />
      ) : (
        <ButtonRow>
          <Button kind="primary" type="submit" busy={isSubmitting}>
            {common.save}
          </Button>
          <Button kind="plain" onClick={onClose}>
            {common.cancel}
          </Button>
        </ButtonRow>
      )}
    </form>
  );
}
