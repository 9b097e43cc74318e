import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { Refusal } from '../../protocol/problems.ts';
import { Button } from '../../ui/components/button.tsx';
import { ProgressNote } from '../../ui/components/progress-note.tsx';
import { formatInstant } from '../../ui/messages/format-date.ts';
import { useLanguage, useMessages } from '../../ui/messages/messages-provider.tsx';
import { problemOf } from '../api/call.ts';
import { NewPassphrase } from '../app/new-passphrase.tsx';
import { PassphraseField } from '../app/passphrase-field.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { useTools } from '../app/tools.tsx';
import { changePassphrase, type LastChange, type Session } from '../session/sign-in.ts';

interface PassphraseFormProps {
  readonly session: Session;
  readonly onChanged: () => void;
}

/** A new passphrase for the old one. */
export function PassphraseForm({ session, onChanged }: PassphraseFormProps) {
  const t = useMessages('staff');
  const language = useLanguage();
  const { door, random } = useTools();
  const [problem, setProblem] = useState<Refusal | null>(null);
  const [tried] = useState<LastChange>(() => ({ current: null }));
  const form = useForm({ defaultValues: { before: '', passphrase: '', again: '' } });
  const { register, handleSubmit, formState, resetField, setFocus } = form;
  const { errors, isSubmitting } = formState;

  const since = formatInstant(session.person.passphraseSince, language, 'Asia/Shanghai', 'date');

  const submit = handleSubmit(async ({ before, passphrase }) => {
    setProblem(null);
    try {
      await changePassphrase({ door, random }, session, { before, after: passphrase }, tried);
      onChanged();
    } catch (error) {
      setProblem(error instanceof Refusal ? error : new Refusal(problemOf(error)));
      resetField('before');
      setFocus('before');
    }
  });

  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <h2>{t.account.passphraseTitle}</h2>
      <p>{t.account.passphraseText}</p>
      <p>{t.training.team.passphrase(since)}</p>
      {problem !== null && <ProblemNote problem={problem.code} retryAfter={problem.retryAfter} />}
      <PassphraseField
        label={t.account.before}
        error={errors.before === undefined ? undefined : t.signIn.passphraseMissing}
        autoComplete="current-password"
        {...register('before', { validate: (value) => value !== '' })}
      />
      <NewPassphrase
        form={form}
        passphrase="passphrase"
        again="again"
        label={t.account.after}
        hint={t.account.afterHint}
      />
      {isSubmitting && <ProgressNote>{t.account.changing}</ProgressNote>}
      <Button type="submit" wide busy={isSubmitting}>
        {t.account.change}
      </Button>
    </form>
  );
}
