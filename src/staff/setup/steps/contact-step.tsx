import { useFormContext } from 'react-hook-form';
import { Field } from '../../../ui/components/field.tsx';
import { useMessages } from '../../../ui/messages/messages-provider.tsx';
import type { SetupForm } from '../setup-form.ts';
import { Question } from './question.tsx';

export function ContactStep() {
  const t = useMessages('setup').contact;
  const { register, formState } = useFormContext<SetupForm>();
  const error = formState.errors.contact;
  return (
    <Question title={t.title} text={t.text}>
      <Field
        label={t.label}
        error={error === undefined ? undefined : error.type === 'maxLength' ? t.tooLong : t.missing}
        autoComplete="off"
        {...register('contact', { validate: (typed) => typed.trim() !== '', maxLength: 120 })}
      />
    </Question>
  );
}
