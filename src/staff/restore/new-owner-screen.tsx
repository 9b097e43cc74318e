import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { decodeBase64Url } from '../../protocol/base64url.ts';
import { Refusal } from '../../protocol/problems.ts';
import { Button } from '../../ui/components/button.tsx';
import { ProgressNote } from '../../ui/components/progress-note.tsx';
import { Screen } from '../../ui/components/screen.tsx';
import { StateNote } from '../../ui/components/state-note.tsx';
import { formatCalendarDate } from '../../ui/messages/format-date.ts';
import { useLanguage, useMessages } from '../../ui/messages/messages-provider.tsx';
import { SealWithWords } from '../../ui/seal/seal-with-words.tsx';
import { problemOf } from '../api/call.ts';
import { NewPassphrase } from '../app/new-passphrase.tsx';
import { handleOf } from '../app/handle-of.ts';
import { NewPersonFields } from '../app/new-person-fields.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { StaffTop } from '../app/staff-top.tsx';
import { useTools } from '../app/tools.tsx';
import { type Session, signIn } from '../session/sign-in.ts';
import type { OpenedSheet } from './open-with-sheet.ts';
import { type LastTried, restoreOwner } from './restore-owner.ts';
import './new-owner-screen.css';

interface NewOwnerScreenProps {
  readonly opened: OpenedSheet;
  readonly onBack: () => void;
  readonly onSignedIn: (session: Session) => void;
}

/** What the sheet opened, and who its holder is. */
export function NewOwnerScreen({ opened, onBack, onSignedIn }: NewOwnerScreenProps) {
  const t = useMessages('staff');
  const common = useMessages('common');
  const language = useLanguage();
  const { door, timers, random, memory } = useTools();
  const [step, setStep] = useState<'creating' | 'signingIn' | null>(null);
  const [problem, setProblem] = useState<Refusal | null>(null);
  const [tried] = useState<LastTried>(() => ({ current: null }));
  const form = useForm({ defaultValues: { displayName: '', handle: '', passphrase: '', again: '' } });
  const { handleSubmit, setError } = form;
  const { property } = opened;

  const submit = handleSubmit(async (typed) => {
    setProblem(null);
    setStep('creating');
    const { passphrase } = typed;
    const handle = handleOf(typed.handle);
    const wishes = { handle, displayName: typed.displayName.trim(), passphrase };
    try {
      await restoreOwner(door, opened, wishes, { now: timers.now(), random }, tried);
      setStep('signingIn');
      const session = await signIn(door, { property, handle, passphrase });
      memory.change({ property });
      onSignedIn(session);
    } catch (error) {
      setStep(null);
      if (problemOf(error) === 'conflict') setError('handle', { type: 'taken' }, { shouldFocus: true });
      else setProblem(error instanceof Refusal ? error : new Refusal(problemOf(error)));
    }
  });

  return (
    <form noValidate className="place" onSubmit={(event) => void submit(event)}>
      <Screen
        top={<StaffTop />}
        actions={
          <>
            <Button kind="primary" type="submit" wide busy={step !== null}>
              {t.restore.create}
            </Button>
            <Button kind="plain" onClick={onBack}>
              {common.cancel}
            </Button>
          </>
        }
      >
        <h1>{t.restore.opened}</h1>
        <p>{t.restore.madeOn(formatCalendarDate(opened.madeOn, language))}</p>
        <div className="new-owner-screen__seal">
          <SealWithWords fingerprint={decodeBase64Url(opened.fingerprint) ?? new Uint8Array()} />
        </div>
        {opened.missing.length > 0 && (
          <StateNote state="warning" word={t.restore.missing}>
            {t.restore.missingText(
              opened.missing
                .map((purpose) => (purpose === 'card' ? t.restore.card : t.purposes[purpose]))
                .join(common.listSeparator),
            )}
          </StateNote>
        )}
        <h2>{t.restore.who}</h2>
        <p>{t.restore.whoText}</p>
        {problem !== null && <ProblemNote problem={problem.code} retryAfter={problem.retryAfter} />}
        <NewPersonFields form={form} displayName="displayName" handle="handle" own={true} />
        <NewPassphrase
          form={form}
          passphrase="passphrase"
          again="again"
          label={t.restore.passphrase}
          hint={t.restore.passphraseHint}
        />
        {step !== null && <ProgressNote>{t.restore[step]}</ProgressNote>}
      </Screen>
    </form>
  );
}
