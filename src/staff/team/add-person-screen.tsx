import { useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import type { AnyProblem } from '../../protocol/problems.ts';
import { purposeIdSchema } from '../../protocol/purposes.ts';
import { roleSchema, roles } from '../../protocol/roles.ts';
import { handleSchema } from '../../protocol/staff.ts';
import { Button } from '../../ui/components/button.tsx';
import { Field } from '../../ui/components/field.tsx';
import { ProgressNote } from '../../ui/components/progress-note.tsx';
import { Screen } from '../../ui/components/screen.tsx';
import { SelectField } from '../../ui/components/select-field.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { problemOf } from '../api/call.ts';
import { NewPassphrase } from '../app/new-passphrase.tsx';
import { PassphraseField } from '../app/passphrase-field.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { TickField } from '../app/tick-field.tsx';
import { useTools } from '../app/tools.tsx';
import type { Hotel } from '../session/read-hotel.ts';
import { openOwnKeys, type Session } from '../session/sign-in.ts';
import { useStepUp } from '../step-up/use-step-up.ts';
import { addPerson } from './add-person.ts';

interface AddPersonScreenProps {
  readonly session: Session;
  readonly hotel: Hotel;
  readonly onCancel: () => void;
  readonly onAdded: (name: string) => void;
}

const nothingOpen: string[] = [];
const empty = {
  displayName: '',
  handle: '',
  role: 'front-desk',
  purposes: nothingOpen,
  passphrase: '',
  again: '',
  own: '',
};

export function AddPersonScreen({ session, hotel, onCancel, onAdded }: AddPersonScreenProps) {
  const t = useMessages('staff');
  const common = useMessages('common');
  const { door, timers, random } = useTools();
  const stepUp = useStepUp();
  const [problem, setProblem] = useState<AnyProblem | null>(null);
  const form = useForm({ defaultValues: empty });
  const { register, handleSubmit, formState, setError, control } = form;
  const { errors, isSubmitting } = formState;
  const role = roleSchema.safeParse(useWatch({ control, name: 'role' })).data ?? 'front-desk';
  const offered = hotel.manifest.manifest.purposes
    .map(({ id }) => id)
    .filter((id) => session.person.granted.includes(id));

  const submit = handleSubmit(async (typed) => {
    setProblem(null);
    const displayName = typed.displayName.trim();
    try {
      const root = role === 'owner' ? (await openOwnKeys(door, session, typed.own)).root : null;
      const purposes = typed.purposes.flatMap((id) => purposeIdSchema.safeParse(id).data ?? []);
      const wishes = { displayName, handle: handleOf(typed.handle), role, purposes, passphrase: typed.passphrase };
      const { epoch } = hotel.manifest.manifest;
      await stepUp(() => addPerson(session, wishes, { epoch, root, now: timers.now(), random }));
      onAdded(displayName);
    } catch (error) {
      const code = problemOf(error);
      if (code === 'conflict') setError('handle', { type: 'taken' }, { shouldFocus: true });
      else setProblem(code);
    }
  });

  return (
    <form noValidate className="place" onSubmit={(event) => void submit(event)}>
      <Screen
        actions={
          <>
            <Button kind="primary" type="submit" wide busy={isSubmitting}>
              {t.team.submit}
            </Button>
            <Button kind="plain" onClick={onCancel}>
              {common.cancel}
            </Button>
          </>
        }
      >
        <h1>{t.team.addTitle}</h1>
        {problem !== null && <ProblemNote problem={problem} />}
        <Field
          label={t.team.name}
          error={
            errors.displayName === undefined
              ? undefined
              : errors.displayName.type === 'maxLength'
                ? t.team.nameTooLong
                : t.team.nameMissing
          }
          autoComplete="off"
          {...register('displayName', { validate: (name) => name.trim() !== '', maxLength: 60 })}
        />
        <Field
          label={t.team.handle}
          hint={t.team.handleHint}
          error={
            errors.handle === undefined
              ? undefined
              : errors.handle.type === 'taken'
                ? t.team.handleTaken
                : t.team.handleWrong
          }
          autoComplete="off"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          {...register('handle', { validate: (handle) => handleSchema.safeParse(handleOf(handle)).success })}
        />
        <SelectField
          label={t.team.role}
          hint={t.team.roleHints[role]}
          options={roles.map((value) => ({ value, label: t.team.roles[value] }))}
          {...register('role')}
        />
        {role === 'owner' ? (
          <PassphraseField
            label={t.team.ownPassphrase}
            hint={t.team.ownPassphraseHint}
            error={errors.own === undefined ? undefined : t.signIn.passphraseMissing}
            autoComplete="current-password"
            {...register('own', { validate: (own) => own !== '' })}
          />
        ) : (
          <fieldset className="add-person-screen__purposes">
            <legend>{t.team.opens}</legend>
            {offered.map((id) => (
              <TickField key={id} label={t.purposes[id]} value={id} {...register('purposes')} />
            ))}
          </fieldset>
        )}
        <NewPassphrase
          form={form}
          passphrase="passphrase"
          again="again"
          label={t.team.passphrase}
          hint={t.team.passphraseHint}
        />
        {isSubmitting && <ProgressNote>{t.team.working}</ProgressNote>}
      </Screen>
    </form>
  );
}

function handleOf(typed: string): string {
  return typed.trim().toLowerCase();
}
