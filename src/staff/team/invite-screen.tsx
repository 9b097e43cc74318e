import { useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import type { AnyProblem } from '../../protocol/problems.ts';
import { purposeIdSchema } from '../../protocol/purposes.ts';
import { roleSchema, roles } from '../../protocol/roles.ts';
import { Button } from '../../ui/components/button.tsx';
import { Screen } from '../../ui/components/screen.tsx';
import { SelectField } from '../../ui/components/select-field.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { problemOf } from '../api/call.ts';
import { handleOf } from '../app/handle-of.ts';
import { NewPersonFields } from '../app/new-person-fields.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { TickField } from '../app/tick-field.tsx';
import { useTools } from '../app/tools.tsx';
import type { Hotel } from '../session/read-hotel.ts';
import type { Session } from '../session/sign-in.ts';
import { useStepUp } from '../step-up/use-step-up.ts';
import { invitePerson } from './invite-person.ts';

interface InviteScreenProps {
  readonly session: Session;
  readonly hotel: Hotel;
  readonly onCancel: () => void;
  /** Given the invitation's id. */
  readonly onInvited: (invitation: string) => void;
}

const nothingOpen: string[] = [];
const empty = { displayName: '', handle: '', role: 'front-desk', purposes: nothingOpen };

/** Who is invited, and to what. */
export function InviteScreen({ session, hotel, onCancel, onInvited }: InviteScreenProps) {
  const t = useMessages('staff');
  const common = useMessages('common');
  const { timers, random } = useTools();
  const stepUp = useStepUp();
  const [problem, setProblem] = useState<AnyProblem | null>(null);
  const form = useForm({ defaultValues: empty });
  const { register, handleSubmit, formState, setError, control } = form;
  const { isSubmitting } = formState;
  const role = roleSchema.safeParse(useWatch({ control, name: 'role' })).data ?? 'front-desk';
  const offered = hotel.manifest.manifest.purposes
    .map(({ id }) => id)
    .filter((id) => session.person.granted.includes(id));

  const submit = handleSubmit(async (typed) => {
    setProblem(null);
    try {
      const purposes = typed.purposes.flatMap((id) => purposeIdSchema.safeParse(id).data ?? []);
      const wishes = {
        displayName: typed.displayName.trim(),
        handle: handleOf(typed.handle),
        role,
        purposes: role === 'owner' ? offered : purposes,
      };
      onInvited(await stepUp(() => invitePerson(session, wishes, { now: timers.now(), random })));
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
        <p>{t.team.addText}</p>
        {problem !== null && <ProblemNote problem={problem} />}
        <NewPersonFields form={form} displayName="displayName" handle="handle" own={false} />
        <SelectField
          label={t.team.role}
          hint={t.team.roleHints[role]}
          options={roles.map((value) => ({ value, label: t.team.roles[value] }))}
          {...register('role')}
        />
        {role !== 'owner' && (
          <fieldset className="invite-screen__purposes">
            <legend>{t.team.opens}</legend>
            {offered.map((id) => (
              <TickField key={id} label={t.purposes[id]} value={id} {...register('purposes')} />
            ))}
          </fieldset>
        )}
      </Screen>
    </form>
  );
}
