import { useEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
import type { Recovery } from '../../protocol/api.ts';
import type { AnyProblem } from '../../protocol/problems.ts';
import { toInstant } from '../../protocol/time.ts';
import { Button } from '../../ui/components/button.tsx';
import { ProgressNote } from '../../ui/components/progress-note.tsx';
import { Screen } from '../../ui/components/screen.tsx';
import { StateNote } from '../../ui/components/state-note.tsx';
import { formatInstant } from '../../ui/messages/format-date.ts';
import { useLanguage, useMessages } from '../../ui/messages/messages-provider.tsx';
import { problemOf } from '../api/call.ts';
import { PassphraseField } from '../app/passphrase-field.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { useTools } from '../app/tools.tsx';
import type { Hotel } from '../session/read-hotel.ts';
import { openOwnKeys, type Session } from '../session/sign-in.ts';
import { useStepUp } from '../step-up/use-step-up.ts';
import { keyName } from '../words/key-name.ts';
import { isRehearsalDue } from './rehearsal-due.ts';
import { keysForSheet, makeSheet } from './recovery-sheet.ts';

interface MakeSheetScreenProps {
  readonly session: Session;
  readonly hotel: Hotel;
  readonly onMade: (code: string) => void;
  readonly onRehearse: () => void;
}

export function MakeSheetScreen({ session, hotel, onMade, onRehearse }: MakeSheetScreenProps) {
  const staff = useMessages('staff');
  const { recovery: t, signIn } = staff;
  const common = useMessages('common');
  const language = useLanguage();
  const { door, timers, random } = useTools();
  const stepUp = useStepUp();
  const [problem, setProblem] = useState<AnyProblem | null>(null);
  const [recovery, setRecovery] = useState<Recovery | null>(null);
  const { register, handleSubmit, formState, resetField } = useForm({ defaultValues: { passphrase: '' } });
  const { errors, isSubmitting } = formState;
  const { api } = session;
  const { recoveryMade, recoveryProven, recoveryLapsed, recoveryProvenAt, recoveryUsed } = hotel;
  const [now] = useState(() => timers.now());

  useEffect(() => {
    if (!recoveryMade) return;
    api.recovery().then(
      setRecovery,
      // Only the list of dates is missing then.
      () => undefined,
    );
  }, [api, recoveryMade]);

  const lacks = session.keyring.unopened.map((purpose) => keyName(staff, purpose));
  const due = isRehearsalDue(recoveryProvenAt, now);
  const date = (instant: string) => formatInstant(instant, language, 'Asia/Shanghai');
  const submit = handleSubmit(async ({ passphrase }) => {
    setProblem(null);
    try {
      const { manifest } = hotel.manifest;
      const purposes = await keysForSheet(session, manifest);
      const { root } = await openOwnKeys(door, session, passphrase);
      const { card } = manifest;
      onMade(await stepUp(() => makeSheet(session, card, { root, purposes }, { now: timers.now(), random })));
    } catch (error) {
      setProblem(problemOf(error));
      resetField('passphrase');
    }
  });

  return (
    <form noValidate className="place" onSubmit={(event) => void submit(event)}>
      <Screen
        actions={
          <>
            {recoveryProven && (
              <Button kind={due ? 'primary' : 'quiet'} wide onClick={onRehearse}>
                {t.rehearse}
              </Button>
            )}
            <Button kind={recoveryProven ? 'quiet' : 'primary'} type="submit" wide busy={isSubmitting}>
              {recoveryProven || recoveryLapsed || recoveryUsed ? t.makeNew : t.make}
            </Button>
          </>
        }
      >
        <h1>{t.title}</h1>
        {recoveryProvenAt !== null && (
          <StateNote state={due ? 'waiting' : 'done'}>
            {t.provenOn(date(recoveryProvenAt))} {due && t.rehearsal.due}
          </StateNote>
        )}
        {recoveryUsed && (
          <StateNote state="warning" word={t.used}>
            {t.usedText(date(hotel.restored?.at ?? toInstant(now)))}
          </StateNote>
        )}
        {recoveryLapsed && !recoveryUsed && (
          <StateNote state="warning" word={t.lapsed}>
            {t.lapsedText}
          </StateNote>
        )}
        <p>{t.why}</p>
        {hotel.recoveryMade && <p>{t.replaces}</p>}
        {lacks.length > 0 && (
          <StateNote state="warning" word={t.lacks(lacks.join(common.listSeparator))}>
            {t.lacksText}
          </StateNote>
        )}
        {problem !== null && <ProblemNote problem={problem} />}
        <PassphraseField
          label={t.confirm}
          hint={t.confirmHint}
          error={errors.passphrase === undefined ? undefined : signIn.passphraseMissing}
          autoComplete="current-password"
          {...register('passphrase', { validate: (value) => value !== '' })}
        />
        {recovery !== null && recovery.proofs.length > 0 && (
          <section>
            <h2>{t.rehearsal.list}</h2>
            <ul>
              {recovery.proofs.map(({ at, rehearsal }) => (
                <li key={at}>
                  {date(at)}
                  {' · '}
                  {rehearsal ? t.rehearsal.again : t.rehearsal.proof}
                </li>
              ))}
            </ul>
          </section>
        )}
        {isSubmitting && <ProgressNote>{t.making}</ProgressNote>}
      </Screen>
    </form>
  );
}
