import { useEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
import type { Invitation } from '../../protocol/invitation.ts';
import type { Manifest } from '../../protocol/manifest.ts';
import type { AnyProblem } from '../../protocol/problems.ts';
import { Button } from '../../ui/components/button.tsx';
import { ProgressNote } from '../../ui/components/progress-note.tsx';
import { Screen } from '../../ui/components/screen.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { problemOf } from '../api/call.ts';
import { FourWords } from '../app/four-words.tsx';
import { PassphraseField } from '../app/passphrase-field.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { UnreadNote } from '../app/unread-note.tsx';
import { useTools } from '../app/tools.tsx';
import { openOwnKeys, type Session } from '../session/sign-in.ts';
import { useStepUp } from '../step-up/use-step-up.ts';
import { confirmInvitation, isConfirmed } from './confirm-invitation.ts';
import { wordsOf } from './invite-person.ts';
import { namedAs } from './parting-dialog.tsx';
import { RenewalConsequences } from './renewal-consequences.tsx';
import { useTeam } from './use-team.ts';

interface CompareWordsProps {
  readonly session: Session;
  readonly manifest: Manifest;
  readonly invitation: Invitation;
  readonly onBack: () => void;
  readonly onCallOff: () => Promise<void>;
  /** `before`: it had been already, in another tab. */
  readonly onConfirmed: (before: boolean) => void;
  /** Confirmed with new keys for the hotel: every session is over. */
  readonly onRenewed: () => void;
  /** It ended while it was looked at. */
  readonly onOver: () => void;
}

/** The owner's side of the comparison. Nothing is sealed to the new key before it is confirmed here. */
export function CompareWords(props: CompareWordsProps) {
  const { session, manifest, invitation, onBack, onCallOff, onConfirmed, onRenewed, onOver } = props;
  const exposed = invitation.again?.exposed === true;
  const t = useMessages('staff');
  const common = useMessages('common');
  const { door, timers } = useTools();
  const stepUp = useStepUp();
  // Read when the words are compared: who is named here as getting no keys gets none.
  const { team, problem: teamProblem, load } = useTeam(session, manifest);
  const without = [...(team?.unconfirmed.map(namedAs) ?? []), ...(team?.unnamed ?? [])].filter(
    ({ person }) => person !== invitation.person,
  );
  const [words, setWords] = useState<Uint8Array | null>(null);
  const isReady = words !== null && (!exposed || team !== null);
  const [problem, setProblem] = useState<AnyProblem | null>(null);
  const { register, handleSubmit, formState } = useForm({ defaultValues: { own: '' } });
  const { errors, isSubmitting } = formState;
  const [isEnding, setEnding] = useState(false);
  useEffect(() => {
    wordsOf(session, invitation).then(setWords, (error: unknown) => setProblem(problemOf(error)));
  }, [session, invitation]);

  const names = invitation.purposes.map((id) => t.purposes[id]);
  const opened = names.length === 0 ? t.team.onlyList : t.team.opensThese(names.join(common.listSeparator));

  const attempt = async (work: () => Promise<void>) => {
    setProblem(null);
    try {
      await work();
    } catch (error) {
      const code = problemOf(error);
      const ended = code === 'gone' || code === 'conflict';
      if (ended && (await isConfirmed(session, invitation).catch(() => false))) onConfirmed(true);
      else if (code === 'gone') onOver();
      else setProblem(code);
    }
  };
  const callOff = async () => {
    setEnding(true);
    await attempt(onCallOff);
    setEnding(false);
  };
  const confirm = handleSubmit(({ own }) =>
    attempt(async () => {
      const root = invitation.role === 'owner' ? (await openOwnKeys(door, session, own)).root : null;
      await stepUp(() =>
        confirmInvitation(door, session, invitation, {
          root,
          now: timers.now(),
          withheld: without.map(({ person }) => person),
        }),
      );
      if (exposed) onRenewed();
      else onConfirmed(false);
    }),
  );

  return (
    <form noValidate className="place" onSubmit={(event) => void confirm(event)}>
      <Screen
        actions={
          <>
            {isReady && (
              <Button kind="primary" type="submit" wide busy={isSubmitting}>
                {t.invitation.same}
              </Button>
            )}
            {words !== null && (
              <Button wide busy={isEnding} onClick={() => void callOff()}>
                {t.invitation.different}
              </Button>
            )}
            <Button kind="plain" onClick={onBack}>
              {common.back}
            </Button>
          </>
        }
      >
        <h1>{t.invitation.compareTitle}</h1>
        <p>{t.invitation.compareText(invitation.displayName)}</p>
        {words === null && problem === null && <ProgressNote>{t.invitation.loading}</ProgressNote>}
        {words !== null && <FourWords bytes={words} />}
        <p>{t.invitation.compareWhy}</p>
        {invitation.again === undefined && (
          <p>
            {t.team.roles[invitation.role]} · {invitation.role === 'owner' ? t.person.ownerOpens : opened}
          </p>
        )}
        {exposed && team === null && teamProblem !== null && <UnreadNote problem={teamProblem} onRetry={load} />}
        {exposed && team !== null && (
          <ul>
            <RenewalConsequences
              without={without}
              shutOut={team.shutOut.filter(({ person }) => person !== invitation.person)}
            />
          </ul>
        )}
        {invitation.role === 'owner' && (
          <PassphraseField
            label={t.team.ownPassphrase}
            hint={t.team.ownPassphraseHint}
            error={errors.own === undefined ? undefined : t.signIn.passphraseMissing}
            autoComplete="current-password"
            {...register('own', { validate: (own) => own !== '' })}
          />
        )}
        {problem !== null && <ProblemNote problem={problem} />}
        {isSubmitting && <ProgressNote>{t.invitation.sealing}</ProgressNote>}
      </Screen>
    </form>
  );
}
