import { useFormContext } from 'react-hook-form';
import { Field } from '../../../ui/components/field.tsx';
import { useMessages } from '../../../ui/messages/messages-provider.tsx';
import type { SetupForm } from '../setup-form.ts';
import { Question } from './question.tsx';

export function OfficerStep() {
  const setup = useMessages('setup');
  const team = useMessages('staff').team;
  const t = setup.officer;
  const { register, formState } = useFormContext<SetupForm>();
  const { officerName, officerContact } = formState.errors;
  return (
    <Question title={t.title} text={t.text}>
      <Field
        label={t.name}
        error={
          officerName === undefined ? undefined : officerName.type === 'maxLength' ? team.nameTooLong : t.nameMissing
        }
        autoComplete="off"
        {...register('officerName', { validate: (typed) => typed.trim() !== '', maxLength: 60 })}
      />
      <Field
        label={t.contact}
        error={
          officerContact === undefined
            ? undefined
            : officerContact.type === 'maxLength'
              ? setup.contact.tooLong
              : t.contactMissing
        }
        autoComplete="off"
        {...register('officerContact', { validate: (typed) => typed.trim() !== '', maxLength: 120 })}
      />
    </Question>
  );
}
