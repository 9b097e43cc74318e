import { useEffect, useRef, useState } from 'react';
import { useForm } from 'react-hook-form';
import { handleSchema } from '../../protocol/staff.ts';
import { Refusal } from '../../protocol/problems.ts';
import { Button } from '../../ui/components/button.tsx';
import { ProgressNote } from '../../ui/components/progress-note.tsx';
import { Screen } from '../../ui/components/screen.tsx';
import { StateNote } from '../../ui/components/state-note.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { problemOf } from '../api/call.ts';
import { HandleField } from '../app/handle-field.tsx';
import { handleOf } from '../app/handle-of.ts';
import { PassphraseField } from '../app/passphrase-field.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { StaffTop } from '../app/staff-top.tsx';
import { TickField } from '../app/tick-field.tsx';
import { useTools } from '../app/tools.tsx';
import type { PasskeyDevice } from '../passkeys/passkey-device.ts';
import { type Session, signIn, signInByPasskey, type SignInStep } from './sign-in.ts';

/** Why the desk closed. */
export type Ending = 'locked' | 'idle' | 'signed-out' | 'ended' | 'new-keys' | 'passphrase-changed';

interface SignInScreenProps {
  readonly property: string;
  /** Set after a session. */
  readonly ending: Ending | null;
  /** Another screen stood here before: what had the focus in it is gone. */
  readonly afterAnother: boolean;
  readonly onSignedIn: (session: Session) => void;
  /** No owner can sign in any more, and the recovery sheet is at hand. */
  readonly onSheet: () => void;
}

export function SignInScreen({ property, ending, afterAnother, onSignedIn, onSheet }: SignInScreenProps) {
  const { signIn: t, restore } = useMessages('staff');
  const tools = useTools();
  const [step, setStep] = useState<SignInStep | null>(null);
  const [problem, setProblem] = useState<Refusal | null>(null);
  const { handle: remembered } = tools.memory.read();
  const { register, handleSubmit, formState, setFocus, resetField } = useForm({
    defaultValues: { handle: remembered ?? '', passphrase: '', remember: remembered !== undefined },
  });

  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (afterAnother && document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, [afterAnother]);

  // Making ready for sound takes the device as long as everything else a tap does: it has a turn of its own, with the first touch.
  const allowSound = () => void tools.timers.after(0, tools.allowSound);
  const touched = useRef(false);
  const firstTouch = () => {
    if (!touched.current) allowSound();
    touched.current = true;
  };
  const submit = handleSubmit(async (typed) => {
    if (step !== null) return;
    allowSound();
    setProblem(null);
    setStep('asking');
    const handle = handleOf(typed.handle);
    try {
      if (!handleSchema.safeParse(handle).success) throw new Refusal('sign_in_failed');
      const session = await signIn(tools.door, { property, handle, passphrase: typed.passphrase }, setStep);
      tools.memory.change({ property, handle: typed.remember ? handle : undefined });
      onSignedIn(session);
    } catch (error) {
      setProblem(error instanceof Refusal ? error : new Refusal(problemOf(error)));
      setStep(null);
      resetField('passphrase');
      setFocus('passphrase');
    }
  });

  const byPasskey = async (device: PasskeyDevice | null) => {
    if (step !== null || device === null) return;
    allowSound();
    setProblem(null);
    try {
      const session = await signInByPasskey(tools.door, device, property, setStep);
      tools.memory.change({ property });
      onSignedIn(session);
    } catch (error) {
      setProblem(error instanceof Refusal ? error : new Refusal(problemOf(error)));
      setStep(null);
    }
  };

  return (
    <form
      noValidate
      onSubmit={(event) => void submit(event)}
      onPointerDownCapture={firstTouch}
      onKeyDownCapture={firstTouch}
    >
      <Screen
        top={<StaffTop />}
        actions={
          <>
            <Button kind="primary" type="submit" wide busy={step !== null}>
              {t.submit}
            </Button>
            <Button kind="plain" onClick={onSheet}>
              {restore.open}
            </Button>
          </>
        }
      >
        <h1 ref={heading} tabIndex={-1}>
          {t.title}
        </h1>
        {problem === null && ending !== null && <EndingNote ending={ending} />}
        {problem !== null && <ProblemNote problem={problem.code} retryAfter={problem.retryAfter} />}
        <HandleField
          label={t.handle}
          error={formState.errors.handle === undefined ? undefined : t.handleMissing}
          autoComplete="username"
          maxLength={64}
          {...register('handle', { validate: (value) => value.trim() !== '' })}
        />
        <PassphraseField
          label={t.passphrase}
          error={formState.errors.passphrase === undefined ? undefined : t.passphraseMissing}
          autoComplete="current-password"
          {...register('passphrase', { validate: (value) => value !== '' })}
        />
        {tools.passkeys !== null && (
          <Button icon="lock" wide onClick={() => void byPasskey(tools.passkeys)}>
            {t.byPasskey}
          </Button>
        )}
        <TickField label={t.remember} {...register('remember')} />
        {step !== null && (
          <>
            <ProgressNote>{t.steps[step]}</ProgressNote>
            {step !== 'passkey' && (
              <p>
                <small>{t.slow}</small>
              </p>
            )}
          </>
        )}
      </Screen>
    </form>
  );
}

function EndingNote({ ending }: { readonly ending: Ending }) {
  const t = useMessages('staff').signIn;
  const problems = useMessages('problems');
  switch (ending) {
    case 'locked':
      return (
        <StateNote state="done" word={t.locked} announce="polite">
          {t.lockedText}
        </StateNote>
      );
    case 'idle':
      return (
        <StateNote state="waiting" word={t.idle} announce="polite">
          {t.idleText}
        </StateNote>
      );
    case 'new-keys':
      return (
        <StateNote state="warning" word={t.newKeys} announce="polite">
          {t.newKeysText}
        </StateNote>
      );
    case 'signed-out':
      return (
        <StateNote state="done" word={t.signedOut} announce="polite">
          {t.signedOutText}
        </StateNote>
      );
    case 'passphrase-changed':
      return (
        <StateNote state="done" word={t.passphraseChanged} announce="polite">
          {t.passphraseChangedText}
        </StateNote>
      );
    case 'ended':
      return (
        <StateNote state="waiting" word={problems.session_ended.title} announce="polite">
          {problems.session_ended.text}
        </StateNote>
      );
  }
}
