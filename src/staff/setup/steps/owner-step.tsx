import { useFormContext } from 'react-hook-form';
import { handleSchema } from '../../../protocol/staff.ts';
import { Field } from '../../../ui/components/field.tsx';
import { useMessages } from '../../../ui/messages/messages-provider.tsx';
import type { SetupForm } from '../setup-form.ts';
import { Question } from './question.tsx';

export function OwnerStep() {
  const t = useMessages('setup').owner;
  const team = useMessages('staff').team;
  const { register, formState } = useFormContext<SetupForm>();
  const { ownerName, handle } = formState.errors;
  return (
    <Question title={t.title} text={t.text}>
      <Field
        label={t.name}
        error={
          ownerName === undefined ? undefined : ownerName.type === 'maxLength' ? team.nameTooLong : team.nameMissing
        }
        autoComplete="name"
        {...register('ownerName', { validate: (typed) => typed.trim() !== '', maxLength: 60 })}
      />
      <Field
        label={t.handle}
        hint={team.handleHint}
        error={handle === undefined ? undefined : team.handleWrong}
        autoComplete="username"
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        {...register('handle', { validate: (typed) => handleSchema.safeParse(typed.trim().toLowerCase()).success })}
      />
    </Question>
  );
}
