import { useId, useState } from 'react';
import { useForm } from 'react-hook-form';
import { Refusal } from '../../protocol/problems.ts';
import { Button } from '../../ui/components/button.tsx';
import { ProgressNote } from '../../ui/components/progress-note.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { problemOf } from '../api/call.ts';
import { PassphraseField } from '../app/passphrase-field.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { QuestionDialog } from '../app/question-dialog.tsx';
import { useTools } from '../app/tools.tsx';
import type { PasskeyDevice } from '../passkeys/passkey-device.ts';
import { provePasskey } from '../passkeys/use-passkey.ts';
import type { Session } from '../session/sign-in.ts';
import { proveAgain } from './prove-again.ts';

interface StepUpDialogProps {
  readonly session: Session;
  readonly onProven: () => void;
  readonly onClose: () => void;
}

/** Asks the person at the tablet to prove that it is still them. */
export function StepUpDialog({ session, onProven, onClose }: StepUpDialogProps) {
  const { stepUp: t, signIn } = useMessages('staff');
  const { door, passkeys } = useTools();
  const form = useId();
  const [problem, setProblem] = useState<Refusal | null>(null);
  const { register, handleSubmit, formState, resetField, setFocus } = useForm({ defaultValues: { passphrase: '' } });
  const { errors, isSubmitting } = formState;

  const submit = handleSubmit(async ({ passphrase }) => {
    setProblem(null);
    try {
      await proveAgain(door, session, passphrase);
      onProven();
    } catch (error) {
      setProblem(error instanceof Refusal ? error : new Refusal(problemOf(error)));
      resetField('passphrase');
      setFocus('passphrase');
    }
  });

  const byPasskey = async (device: PasskeyDevice) => {
    setProblem(null);
    try {
      const { assertion } = await provePasskey(device, door, session.property);
      await session.api.stepUp({ way: 'passkey', assertion });
      onProven();
    } catch (error) {
      const refusal = error instanceof Refusal ? error : new Refusal(problemOf(error));
      setProblem(refusal.code === 'sign_in_failed' ? new Refusal('passkey_invalid') : refusal);
    }
  };

  return (
    <QuestionDialog
      onClose={onClose}
      title={t.title}
      action={
        <Button kind="primary" type="submit" form={form} busy={isSubmitting}>
          {t.submit}
        </Button>
      }
    >
      <form id={form} noValidate onSubmit={(event) => void submit(event)}>
        <p>{t.text}</p>
        {problem !== null && <ProblemNote problem={problem.code} retryAfter={problem.retryAfter} />}
        <PassphraseField
          label={t.passphrase}
          error={errors.passphrase === undefined ? undefined : signIn.passphraseMissing}
          autoComplete="current-password"
          {...register('passphrase', { validate: (value) => value !== '' })}
        />
        {passkeys !== null && (
          <Button icon="lock" wide onClick={() => void byPasskey(passkeys)}>
            {t.byPasskey}
          </Button>
        )}
        {isSubmitting && <ProgressNote>{t.working}</ProgressNote>}
      </form>
    </QuestionDialog>
  );
}
