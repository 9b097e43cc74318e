import { useState } from 'react';
import { useForm } from 'react-hook-form';
import type { DeskRow } from '../../protocol/api.ts';
import type { AnyProblem } from '../../protocol/problems.ts';
import { dateSchema, toDate } from '../../protocol/time.ts';
import { limits } from '../../pii/details.ts';
import { Button } from '../../ui/components/button.tsx';
import { DateField } from '../../ui/components/date-field.tsx';
import { Field } from '../../ui/components/field.tsx';
import { TextArea } from '../../ui/components/text-area.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { problemOf } from '../api/call.ts';
import { ProblemNote } from '../app/problem-note.tsx';
import { TickField } from '../app/tick-field.tsx';
import { useTools } from '../app/tools.tsx';
import type { Hotel } from '../session/read-hotel.ts';
import type { Session } from '../session/sign-in.ts';
import { WordsButton } from '../words/words-button.tsx';
import { confirmArrival } from './confirm-arrival.ts';
import './arrival-form.css';

interface ArrivalFormProps {
  readonly session: Session;
  readonly hotel: Hotel;
  readonly row: DeskRow;
  readonly onArrived: (room: string) => void;
  readonly onEnded: () => void;
}

export function ArrivalForm({ session, hotel, row, onArrived, onEnded }: ArrivalFormProps) {
  const t = useMessages('staff').arrival;
  const common = useMessages('common');
  const { timers } = useTools();
  const [problem, setProblem] = useState<AnyProblem | null>(null);
  const { register, handleSubmit, formState } = useForm({
    defaultValues: { checked: false, abroad: false, room: '', remarks: '', checkOut: row.checkOut },
  });
  const { errors, isSubmitting } = formState;
  // Whoever hands guests over later needs to know for whom the 24 hours run.
  const registers = hotel.profile.purposes.some(({ id }) => id === 'identity');
  const today = toDate(timers.now());
  const earliest = row.checkIn < today ? row.checkIn : today;

  const submit = handleSubmit(async ({ room, remarks, checkOut, abroad }) => {
    setProblem(null);
    try {
      const noted = { room, remarks, checkOut, ...(registers ? { abroad } : {}) };
      await confirmArrival(session, hotel.manifest.manifest.card, row.registration, noted);
      onArrived(room.trim());
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
      <p>
        <WordsButton hotel={hotel} guestLanguage={row.language} topic="whyIdentity" />
      </p>
      <TickField
        label={t.checked}
        error={errors.checked === undefined ? undefined : t.checkedMissing}
        {...register('checked', { validate: (ticked) => ticked })}
      />
      {registers && <TickField label={t.abroad} hint={t.abroadHint} {...register('abroad')} />}
      <div className="arrival-form__pair">
        <Field
          label={t.room}
          error={
            errors.room === undefined ? undefined : errors.room.type === 'maxLength' ? t.roomTooLong : t.roomMissing
          }
          autoComplete="off"
          data-key="arrive"
          {...register('room', { validate: (room) => room.trim() !== '', maxLength: limits.room })}
        />
        <DateField
          label={t.checkOut}
          error={
            errors.checkOut === undefined
              ? undefined
              : errors.checkOut.type === 'early'
                ? t.checkOutEarly
                : t.checkOutMissing
          }
          {...register('checkOut', {
            validate: {
              real: (date) => dateSchema.safeParse(date).success,
              early: (date) => date >= earliest,
            },
          })}
        />
      </div>
      <TextArea
        label={t.remarks}
        need="optional"
        hint={t.remarksHint}
        rows={2}
        error={errors.remarks === undefined ? undefined : t.remarksTooLong}
        autoComplete="off"
        {...register('remarks', { maxLength: limits.remarks })}
      />
      <Button kind="primary" type="submit" busy={isSubmitting}>
        {isSubmitting ? common.loading : t.submit}
      </Button>
    </form>
  );
}
