import { useState } from 'react';
import type { AnyProblem } from '../../protocol/problems.ts';
import { purposeIdSchema } from '../../protocol/purposes.ts';
import type { Person } from '../../protocol/staff.ts';
import { Button } from '../../ui/components/button.tsx';
import { Icon } from '../../ui/components/icon.tsx';
import { Screen } from '../../ui/components/screen.tsx';
import { StateNote } from '../../ui/components/state-note.tsx';
import { TwoChoice } from '../../ui/components/two-choice.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { problemOf } from '../api/call.ts';
import { ProblemNote } from '../app/problem-note.tsx';
import { useTools } from '../app/tools.tsx';
import type { Session } from '../session/sign-in.ts';
import { useStepUp } from '../step-up/use-step-up.ts';
import { invitePerson } from './invite-person.ts';
import type { Named } from './parting-dialog.tsx';
import { RenewalConsequences } from './renewal-consequences.tsx';

interface InviteAgainScreenProps {
  readonly session: Session;
  readonly person: Person;
  /** Who else would get no new keys, were the hotel's renewed. */
  readonly withheld: readonly Named[];
  /** Who gets none before they come in anew. */
  readonly shutOut: readonly Pick<Named, 'name' | 'person'>[];
  readonly onCancel: () => void;
  /** Given the invitation's id. */
  readonly onInvited: (invitation: string) => void;
  readonly onEnded: () => void;
}

/** New keys for somebody of the team: what happened decides whether the hotel needs new ones too. */
export function InviteAgainScreen(props: InviteAgainScreenProps) {
  const { session, person, withheld, shutOut, onCancel, onInvited, onEnded } = props;
  const staff = useMessages('staff');
  const t = staff.person.again;
  const common = useMessages('common');
  const { timers, random } = useTools();
  const stepUp = useStepUp();
  const [what, setWhat] = useState<'forgotten' | 'exposed' | null>(null);
  const [unanswered, setUnanswered] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<AnyProblem | null>(null);
  const { id, displayName, handle, role, granted } = person;

  const invite = async () => {
    if (busy) return;
    if (what === null) {
      setUnanswered(true);
      return;
    }
    setBusy(true);
    setProblem(null);
    const purposes = granted.flatMap((one) => purposeIdSchema.safeParse(one).data ?? []);
    const wishes = { displayName, handle, role, purposes, again: { person: id, exposed: what === 'exposed' } };
    try {
      onInvited(await stepUp(() => invitePerson(session, wishes, { now: timers.now(), random })));
    } catch (error) {
      const code = problemOf(error);
      if (code === 'session_ended') onEnded();
      else setProblem(code);
      setBusy(false);
    }
  };

  return (
    <div className="place">
      <Screen
        actions={
          <>
            <Button kind="primary" wide busy={busy} onClick={() => void invite()}>
              {staff.team.submit}
            </Button>
            <Button kind="plain" onClick={onCancel}>
              {common.cancel}
            </Button>
          </>
        }
      >
        <h1>{t.title(displayName)}</h1>
        <p>{t.text}</p>
        {problem === 'conflict' ? (
          <StateNote state="failed" word={t.waitsTitle} announce="now">
            {t.waitsText}
          </StateNote>
        ) : (
          problem !== null && <ProblemNote problem={problem} />
        )}
        <TwoChoice
          name="what"
          question={t.what}
          options={[
            { value: 'forgotten', label: t.forgotten },
            { value: 'exposed', label: t.exposed },
          ]}
          note={
            unanswered && what === null ? (
              <>
                <span className="field__error" role="alert">
                  <Icon name="warning" />
                  <span>{t.unanswered}</span>
                </span>
                {t.whatNote}
              </>
            ) : (
              t.whatNote
            )
          }
          onChoose={setWhat}
        />
        {what === 'forgotten' && <p className="person-screen__part">{t.forgottenText}</p>}
        {what === 'exposed' && (
          <ul className="person-screen__part">
            <li>{t.exposedText}</li>
            {role === 'owner' && <li>{t.exposedOwner}</li>}
            <RenewalConsequences
              without={withheld.filter((one) => one.person !== id)}
              shutOut={shutOut.filter((one) => one.person !== id)}
            />
          </ul>
        )}
      </Screen>
    </div>
  );
}
