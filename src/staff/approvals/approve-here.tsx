import { useEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
import { derivePassphraseKeys } from '../../crypto/passphrase.ts';
import type { AnyProblem } from '../../protocol/problems.ts';
import { Refusal } from '../../protocol/problems.ts';
import { handleSchema } from '../../protocol/staff.ts';
import { Button } from '../../ui/components/button.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { problemOf } from '../api/call.ts';
import { HandleField } from '../app/handle-field.tsx';
import { handleOf } from '../app/handle-of.ts';
import { PassphraseField } from '../app/passphrase-field.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { useTools } from '../app/tools.tsx';
import type { Session } from '../session/sign-in.ts';
import type { KnownApproval } from './known-approval.ts';

interface ApproveHereProps {
  readonly session: Session;
  readonly approval: KnownApproval;
  readonly onApproved: () => void;
  readonly onEnded: () => void;
}

interface Typed {
  handle: string;
  passphrase: string;
}

/** Somebody who may approve, at the asker's tablet: their passphrase proves them for this one question and signs nobody in. */
export function ApproveHere({ session, approval, onApproved, onEnded }: ApproveHereProps) {
  const t = useMessages('approvals');
  const { door } = useTools();
  const { register, handleSubmit, formState, resetField, setFocus } = useForm<Typed>({
    defaultValues: { handle: '', passphrase: '' },
  });
  useEffect(() => setFocus('handle'), [setFocus]);
  const [working, setWorking] = useState(false);
  const [problem, setProblem] = useState<{
    readonly code: AnyProblem;
    readonly retryAfter?: number | undefined;
  } | null>(null);

  const approve = handleSubmit(async ({ handle: typed, passphrase }) => {
    setWorking(true);
    setProblem(null);
    try {
      const handle = handleSchema.safeParse(handleOf(typed));
      if (!handle.success) throw new Refusal('sign_in_failed');
      const challenge = await door.startSignIn(session.property, handle.data);
      const { proof } = await derivePassphraseKeys(passphrase, challenge.salt, challenge.parameters, door.stretch);
      await session.api.proveApproval(approval.id, { handle: handle.data, proof });
      onApproved();
    } catch (error) {
      const code = problemOf(error);
      if (code === 'session_ended') onEnded();
      else setProblem({ code, retryAfter: error instanceof Refusal ? error.retryAfter : undefined });
      resetField('passphrase');
      setWorking(false);
    }
  });

  return (
    <form onSubmit={(event) => void approve(event)} autoComplete="off">
      <p>{t.hereText}</p>
      {problem !== null && <ProblemNote problem={problem.code} retryAfter={problem.retryAfter} />}
      <HandleField
        label={t.handle}
        error={formState.errors.handle === undefined ? undefined : t.missing}
        autoComplete="off"
        maxLength={64}
        {...register('handle', { validate: (value) => value.trim() !== '' })}
      />
      <PassphraseField
        label={t.passphrase}
        error={formState.errors.passphrase === undefined ? undefined : t.missing}
        autoComplete="off"
        {...register('passphrase', { validate: (value) => value !== '' })}
      />
      <Button type="submit" busy={working}>
        {t.hereSubmit}
      </Button>
    </form>
  );
}
