import { useState } from 'react';
import { useForm } from 'react-hook-form';
import type { ListedRow } from '../../protocol/api.ts';
import { isAsked } from '../../protocol/asked-now.ts';
import type { AnyProblem } from '../../protocol/problems.ts';
import { toDate } from '../../protocol/time.ts';
import { Button } from '../../ui/components/button.tsx';
import { ButtonRow } from '../../ui/components/button-row.tsx';
import { StateNote } from '../../ui/components/state-note.tsx';
import type { StaffTopic } from '../../ui/messages/closed-lists.ts';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { problemOf } from '../api/call.ts';
import { ProblemNote } from '../app/problem-note.tsx';
import { TickField } from '../app/tick-field.tsx';
import { useTools } from '../app/tools.tsx';
import type { Hotel } from '../session/read-hotel.ts';
import type { Session } from '../session/sign-in.ts';
import { WordsButton } from '../words/words-button.tsx';
import { confirmArrival } from './confirm-arrival.ts';
import { type NoteAnswers, noteAnswers, notedIn } from './note-answers.ts';
import { AccountFields, RemarksField, StayFields } from './note-fields.tsx';
import './arrival-form.css';

interface ArrivalFormProps {
  readonly session: Session;
  readonly hotel: Hotel;
  readonly row: ListedRow;
  readonly onArrived: (room: string) => void;
  readonly onEnded: () => void;
}

export function ArrivalForm({ session, hotel, row, onArrived, onEnded }: ArrivalFormProps) {
  const t = useMessages('staff').arrival;
  const common = useMessages('common');
  const { timers } = useTools();
  const [problem, setProblem] = useState<AnyProblem | null>(null);
  const { register, handleSubmit, formState } = useForm<NoteAnswers>({
    defaultValues: noteAnswers(null, row.checkOut),
  });
  const { errors, isSubmitting } = formState;
  // Whoever hands guests over later needs to know for whom the 24 hours run.
  const registers = hotel.profile.purposes.some(({ id }) => id === 'identity');
  const asksTemporarily = hotel.profile.purposes.some((one) => one.id === 'temporary' && isAsked(one, timers.now()));
  const leftToDesk = asksTemporarily && !row.purposes.includes('temporary');
  const topics: readonly StaffTopic[] = [
    'whyIdentity',
    ...(row.minors ? (['minor'] as const) : []),
    ...(asksTemporarily ? (['temporary'] as const) : []),
  ];
  const today = toDate(timers.now());
  const earliest = row.checkIn < today ? row.checkIn : today;

  const submit = handleSubmit(async (answers) => {
    setProblem(null);
    try {
      const noted = { ...notedIn(answers), ...(registers ? { abroad: answers.abroad } : {}) };
      await confirmArrival(session, hotel.manifest.manifest.card, row.registration, noted);
      onArrived(answers.room.trim());
    } catch (error) {
      const code = problemOf(error);
      if (code === 'session_ended') onEnded();
      else setProblem(code);
    }
  });

  return (
    <form className="arrival-form" noValidate onSubmit={(event) => void submit(event)}>
      <h2>{t.title}</h2>
      {problem !== null && <ProblemNote problem={problem} />}
      {leftToDesk && (
        <StateNote state="warning" word={t.temporary}>
          <p>{t.temporaryText}</p>
        </StateNote>
      )}
      <ButtonRow>
        {topics.map((topic) => (
          <WordsButton key={topic} hotel={hotel} guestLanguage={row.language} topic={topic} />
        ))}
      </ButtonRow>
      <TickField
        label={t.checked}
        error={errors.checked === undefined ? undefined : t.checkedMissing}
        {...register('checked', { validate: (ticked) => ticked })}
      />
      {registers && <TickField label={t.abroad} hint={t.abroadHint} {...register('abroad')} />}
      <StayFields
        register={register}
        errors={errors}
        roomTypes={hotel.settings.roomTypes}
        roomType=""
        earliest={earliest}
      />
      <AccountFields register={register} errors={errors} />
      <RemarksField register={register} errors={errors} />
      <Button kind="primary" type="submit" busy={isSubmitting}>
        {isSubmitting ? common.loading : t.submit}
      </Button>
    </form>
  );
}
