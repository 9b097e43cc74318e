import { useCallback, useState } from 'react';
import type { Invitation } from '../../protocol/invitation.ts';
import type { AnyProblem } from '../../protocol/problems.ts';
import { invitationUrl } from '../../protocol/invitation.ts';
import { formatInstant } from '../../ui/messages/format-date.ts';
import { Button } from '../../ui/components/button.tsx';
import { CopyButton } from '../../ui/components/copy-button.tsx';
import { ProgressNote } from '../../ui/components/progress-note.tsx';
import { Screen } from '../../ui/components/screen.tsx';
import { StateNote } from '../../ui/components/state-note.tsx';
import { useLanguage, useMessages } from '../../ui/messages/messages-provider.tsx';
import { QrCode } from '../../ui/qr/qr-code.tsx';
import { problemOf } from '../api/call.ts';
import { ProblemNote } from '../app/problem-note.tsx';
import { useTools } from '../app/tools.tsx';
import { usePolling } from '../app/use-polling.ts';
import type { Hotel } from '../session/read-hotel.ts';
import type { Session } from '../session/sign-in.ts';
import { useStepUp } from '../step-up/use-step-up.ts';
import { CompareWords } from './compare-words.tsx';
import { secretOf } from './invite-person.ts';

interface InvitationScreenProps {
  readonly session: Session;
  readonly hotel: Hotel;
  readonly id: string;
  readonly onBack: () => void;
  /** `before`: another tab had confirmed it already. */
  readonly onAdded: (name: string, before: boolean) => void;
  readonly onRenewed: () => void;
}

interface Shown {
  readonly invitation: Invitation;
  readonly url: string;
}

/** An invitation that waits: its code, and once it is answered the words. */
export function InvitationScreen({ session, hotel, id, onBack, onAdded, onRenewed }: InvitationScreenProps) {
  const t = useMessages('staff').invitation;
  const common = useMessages('common');
  const language = useLanguage();
  const { timers } = useTools();
  const stepUp = useStepUp();
  const [shown, setShown] = useState<Shown | null>(null);
  const [problem, setProblem] = useState<AnyProblem | null>(null);
  /** Why it was not called off. */
  const [refused, setRefused] = useState<AnyProblem | null>(null);
  const [over, setOver] = useState<'expired' | 'called-off' | null>(null);
  /** Whether it has run out, and keeps somebody out all the same. */
  const [shutsOut, setShutsOut] = useState(false);
  const { api } = session;
  const { publicUrl, fingerprint } = hotel;

  const look = useCallback(async () => {
    try {
      const invitation = (await api.invitations()).find((one) => one.id === id);
      if (invitation === undefined) {
        setOver((known) => known ?? 'expired');
        return;
      }
      if (invitation.state === 'expired') {
        setShutsOut(true);
        setOver('expired');
        return;
      }
      const url = invitationUrl(publicUrl, fingerprint, await secretOf(session, invitation));
      setShown({ invitation, url });
      setProblem(null);
    } catch (error) {
      setProblem(problemOf(error));
    }
  }, [api, session, id, publicUrl, fingerprint]);
  const answered = shown?.invitation.state === 'answered';
  usePolling(timers, over === null && !answered ? look : null);

  const endIt = async () => {
    await stepUp(() => api.callOffInvitation(id));
    setOver('called-off');
  };
  const callOff = async () => {
    setRefused(null);
    try {
      await endIt();
    } catch (error) {
      setRefused(problemOf(error));
    }
  };

  if (over !== null) {
    return (
      <div className="place">
        <Screen
          actions={
            <Button kind="primary" wide onClick={onBack}>
              {t.toTeam}
            </Button>
          }
        >
          <h1>{t.over[over].title}</h1>
          <p>{t.over[over].text}</p>
          {shutsOut ? <p>{t.overShutOut}</p> : shown?.invitation.again !== undefined && <p>{t.overAgain}</p>}
        </Screen>
      </div>
    );
  }
  if (shown === null || problem === 'cannot_open') {
    const altered = problem === 'cannot_open';
    return (
      <div className="place">
        <Screen
          actions={
            <>
              {altered && (
                <Button kind="primary" wide onClick={() => void callOff()}>
                  {t.callOff}
                </Button>
              )}
              <Button kind="plain" onClick={onBack}>
                {common.back}
              </Button>
            </>
          }
        >
          {problem === null && <ProgressNote>{t.loading}</ProgressNote>}
          {altered && (
            <>
              <h1>{t.altered}</h1>
              <p role="alert">{t.alteredText}</p>
              {refused !== null && <ProblemNote problem={refused} />}
            </>
          )}
          {problem !== null && !altered && <ProblemNote problem={problem} unasked />}
        </Screen>
      </div>
    );
  }
  const { invitation, url } = shown;
  if (answered) {
    return (
      <CompareWords
        session={session}
        manifest={hotel.manifest.manifest}
        invitation={invitation}
        onBack={onBack}
        onCallOff={endIt}
        onConfirmed={(before) => onAdded(invitation.displayName, before)}
        onRenewed={onRenewed}
        onOver={() => {
          setOver('expired');
          void look();
        }}
      />
    );
  }
  return (
    <div className="place">
      <Screen
        actions={
          <>
            <Button wide onClick={onBack}>
              {t.toTeam}
            </Button>
            <Button kind="plain" onClick={() => void callOff()}>
              {t.callOff}
            </Button>
          </>
        }
      >
        <h1>{t.title(invitation.displayName)}</h1>
        <p>{t.text}</p>
        <QrCode text={url} label={t.codeLabel} />
        <div className="invitation-screen__copy">
          <CopyButton text={url} label={t.copyLink} />
        </div>
        <StateNote state={problem === 'offline' ? 'offline' : 'waiting'} word={t.waiting} announce="polite">
          {t.until(formatInstant(invitation.expiresAt, language, 'Asia/Shanghai', 'time'))}
        </StateNote>
        {refused !== null && <ProblemNote problem={refused} />}
        {problem !== null && refused === null && <ProblemNote problem={problem} unasked />}
        <p>{t.secret}</p>
      </Screen>
    </div>
  );
}
