import type { FieldValues, Path, UseFormReturn } from 'react-hook-form';
import { handleSchema } from '../../protocol/staff.ts';
import { Field } from '../../ui/components/field.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { HandleField } from './handle-field.tsx';
import { handleOf } from './handle-of.ts';

interface NewPersonFieldsProps<Values extends FieldValues> {
  readonly form: UseFormReturn<Values>;
  readonly displayName: Path<Values>;
  /** Its error of type `taken` says that somebody has it. */
  readonly handle: Path<Values>;
  /** Whether people type their own, which a device may know. */
  readonly own: boolean;
}

/** What somebody new is called, and the name they sign in with. */
export function NewPersonFields<Values extends FieldValues>(props: NewPersonFieldsProps<Values>) {
  const { form, displayName, handle, own } = props;
  const t = useMessages('staff').team;
  const { errors } = form.formState;
  const [name, signIn] = [errors[displayName], errors[handle]];
  return (
    <>
      <Field
        label={t.name}
        error={name === undefined ? undefined : name.type === 'maxLength' ? t.nameTooLong : t.nameMissing}
        autoComplete={own ? 'name' : 'off'}
        {...form.register(displayName, { validate: (typed) => String(typed).trim() !== '', maxLength: 60 })}
      />
      <HandleField
        label={t.handle}
        hint={t.handleHint}
        error={signIn === undefined ? undefined : signIn.type === 'taken' ? t.handleTaken : t.handleWrong}
        autoComplete={own ? 'username' : 'off'}
        {...form.register(handle, { validate: (typed) => handleSchema.safeParse(handleOf(String(typed))).success })}
      />
    </>
  );
}
