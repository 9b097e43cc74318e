import { useState } from 'react';
import { useForm } from 'react-hook-form';
import type { ListedRow } from '../../protocol/api.ts';
import type { AnyProblem } from '../../protocol/problems.ts';
import { farthestStay } from '../../protocol/submission.ts';
import { addDays, dateSchema, toDate } from '../../protocol/time.ts';
import { Button } from '../../ui/components/button.tsx';
import { ButtonRow } from '../../ui/components/button-row.tsx';
import { DateField } from '../../ui/components/date-field.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { problemOf } from '../api/call.ts';
import { ProblemNote } from '../app/problem-note.tsx';
import { useTools } from '../app/tools.tsx';
import type { Session } from '../session/sign-in.ts';

interface StayFormProps {
  readonly session: Session;
  readonly row: ListedRow;
  readonly onSay: (words: string) => void;
  readonly onEnded: () => void;
}

/** When a guest leaves, or that they have left: terms count from it, so a departure can be corrected and taken back. */
export function StayForm({ session, row, onSay, onEnded }: StayFormProps) {
  const t = useMessages('staff').stay;
  const { timers } = useTools();
  const today = toDate(timers.now());
  const departed = row.state === 'departed';
  const [problem, setProblem] = useState<AnyProblem | null>(null);
  const { register, handleSubmit, formState, getValues, setError } = useForm({
    defaultValues: { checkOut: departed || row.checkOut > today ? row.checkOut : today },
  });
  const send = (leaves: boolean) =>
    handleSubmit(async ({ checkOut }) => {
      setProblem(null);
      if (leaves && departed && checkOut > today) {
        setError('checkOut', { type: 'max' }, { shouldFocus: true });
        return;
      }
      try {
        // Whoever leaves before the planned day leaves today.
        const day = leaves && checkOut > today ? today : checkOut;
        await session.api.markStay(row.registration, { checkOut: day, departed: leaves });
        onSay(leaves ? t.left : t.moved);
      } catch (error) {
        const code = problemOf(error);
        if (code === 'session_ended') onEnded();
        else setProblem(code);
      }
    });
  return (
    <form className="stay-form" noValidate onSubmit={(event) => void send(getValues('checkOut') <= today)(event)}>
      <h2>{departed ? t.departed : t.title}</h2>
      <p>{t.text}</p>
      {problem !== null && <ProblemNote problem={problem} />}
      <DateField
        label={departed ? t.leftOn : t.leaves}
        error={formState.errors.checkOut === undefined ? undefined : t.wrong}
        {...register('checkOut', {
          validate: (date) =>
            dateSchema.safeParse(date).success && date >= row.checkIn && date <= addDays(today, farthestStay),
        })}
      />
      <ButtonRow>
        <Button onClick={(event) => void send(true)(event)} busy={formState.isSubmitting}>
          {departed ? t.correct : t.hasLeft}
        </Button>
        <Button kind="plain" onClick={(event) => void send(false)(event)}>
          {departed ? t.stillHere : t.move}
        </Button>
      </ButtonRow>
    </form>
  );
}
