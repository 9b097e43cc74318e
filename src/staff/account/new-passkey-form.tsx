import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { localized } from '../../protocol/languages.ts';
import { passkeyNameSchema } from '../../protocol/passkey.ts';
import { Refusal } from '../../protocol/problems.ts';
import { Button } from '../../ui/components/button.tsx';
import { Field } from '../../ui/components/field.tsx';
import { ProgressNote } from '../../ui/components/progress-note.tsx';
import { useLanguage, useMessages } from '../../ui/messages/messages-provider.tsx';
import { problemOf } from '../api/call.ts';
import { PassphraseField } from '../app/passphrase-field.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { useTools } from '../app/tools.tsx';
import type { PasskeyDevice } from '../passkeys/passkey-device.ts';
import { makePasskey } from '../passkeys/use-passkey.ts';
import type { Hotel } from '../session/read-hotel.ts';
import { openOwnKeys, type Session } from '../session/sign-in.ts';

interface NewPasskeyFormProps {
  readonly session: Session;
  readonly hotel: Hotel;
  readonly device: PasskeyDevice;
  readonly onMade: (name: string) => void;
}

/** The passphrase opens the keys once, and the passkey wraps them where it can. */
export function NewPasskeyForm({ session, hotel, device, onMade }: NewPasskeyFormProps) {
  const t = useMessages('staff');
  const language = useLanguage();
  const { door, random } = useTools();
  const [problem, setProblem] = useState<Refusal | null>(null);
  const { register, handleSubmit, formState, reset } = useForm({ defaultValues: { name: '', own: '' } });
  const { errors, isSubmitting } = formState;

  const submit = handleSubmit(async ({ name, own }) => {
    setProblem(null);
    try {
      const bundle = await openOwnKeys(door, session, own);
      const hotelName = localized(hotel.profile.name, language);
      await makePasskey({ device, door, random }, session, { name: name.trim(), hotel: hotelName, bundle });
      reset();
      onMade(name.trim());
    } catch (error) {
      setProblem(error instanceof Refusal ? error : new Refusal(problemOf(error)));
    }
  });

  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <Field
        label={t.account.name}
        hint={t.account.nameHint}
        error={errors.name === undefined ? undefined : t.account.nameMissing}
        autoComplete="off"
        {...register('name', { validate: (name) => passkeyNameSchema.safeParse(name).success })}
      />
      <PassphraseField
        label={t.account.own}
        hint={t.account.ownHint}
        error={errors.own === undefined ? undefined : t.signIn.passphraseMissing}
        autoComplete="current-password"
        {...register('own', { validate: (own) => own !== '' })}
      />
      {problem !== null && <ProblemNote problem={problem.code} retryAfter={problem.retryAfter} />}
      {isSubmitting && <ProgressNote>{t.account.adding}</ProgressNote>}
      <Button type="submit" wide busy={isSubmitting}>
        {t.account.add}
      </Button>
    </form>
  );
}
