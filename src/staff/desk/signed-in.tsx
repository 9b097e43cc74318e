import { useCallback, useEffect, useState } from 'react';
import type { HotelSettings } from '../../protocol/hotel-settings.ts';
import type { AnyProblem } from '../../protocol/problems.ts';
import { Button } from '../../ui/components/button.tsx';
import { ProgressNote } from '../../ui/components/progress-note.tsx';
import { Screen } from '../../ui/components/screen.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { problemOf } from '../api/call.ts';
import { ProblemNote } from '../app/problem-note.tsx';
import { StaffTop } from '../app/staff-top.tsx';
import { useTools } from '../app/tools.tsx';
import { ExportProvider } from '../exports/export-context.tsx';
import { IdleWarning } from '../session/idle-warning.tsx';
import { OlderHotel } from '../session/older-hotel.tsx';
import type { Hotel } from '../session/read-hotel.ts';
import { currentHotel, type Renewal } from '../session/renew-manifest.ts';
import type { Ending } from '../session/sign-in-screen.tsx';
import type { Session } from '../session/sign-in.ts';
import { StepUpProvider } from '../step-up/step-up-provider.tsx';
import { joinTeamList, teamRefusal } from '../team/read-team.ts';
import { useIdleLock } from '../session/use-idle-lock.ts';
import type { UpkeepNote } from './desk-notes.tsx';
import { DeskShell } from './desk-shell.tsx';

interface SignedInProps {
  readonly session: Session;
  /** Right after set-up: a sheet made a moment ago, not on paper yet. */
  readonly recoveryCode: string | null;
  readonly onEnd: (why: Ending) => void;
}

/** Fetches the hotel, renews its rules where they run out, keeps watch over the keys. */
export function SignedIn({ session, recoveryCode, onEnd }: SignedInProps) {
  const { door, timers } = useTools();
  const [hotel, setHotel] = useState<Hotel | null>(null);
  const [problem, setProblem] = useState<AnyProblem | null>(null);
  const [upkeep, setUpkeep] = useState<UpkeepNote | null>(null);
  const idle = useCallback(() => onEnd('idle'), [onEnd]);
  const lock = useCallback(() => onEnd('locked'), [onEnd]);
  const ended = useCallback(() => onEnd('ended'), [onEnd]);
  const { locksAt, stay } = useIdleLock(timers, idle);

  const load = useCallback(() => {
    const show = (current: { readonly hotel: Hotel; readonly renewal: Renewal }) => {
      setHotel(current.hotel);
      setProblem(null);
      if (current.renewal !== 'not-due') setUpkeep(current.renewal);
    };
    const fail = (error: unknown) => {
      const code = problemOf(error);
      if (code === 'session_ended') onEnd('ended');
      else setProblem(code);
    };
    currentHotel(door, session, timers.now()).then(show, fail);
  }, [session, door, timers, onEnd]);

  useEffect(load, [load]);
  const settle = useCallback((settings: HotelSettings) => {
    setHotel((known) => known && { ...known, settings });
  }, []);

  // An owner's own key they know first-hand; what stands against the list or came between is said, and the page of the team has the way on.
  // Not again with every setting that changes: the second would be refused while the first is under way.
  const manifest = hotel?.manifest.manifest;
  useEffect(() => {
    if (manifest === undefined || session.keyring.root === null) return;
    joinTeamList(session, manifest, timers.now()).catch((error: unknown) => {
      if (problemOf(error) !== 'session_ended')
        setUpkeep(teamRefusal(error) === null ? 'team-unjoined' : 'team-refused');
    });
  }, [session, manifest, timers]);

  // Reading a long list asks nothing of the server; this tells it that somebody is still there.
  useEffect(() => {
    let callOff = () => {};
    const again = () => {
      callOff = timers.after(session.idleLimit / 3, () => {
        session.api.property().catch((error: unknown) => {
          if (problemOf(error) === 'session_ended') onEnd('ended');
        });
        again();
      });
    };
    again();
    return () => callOff();
  }, [session, timers, onEnd]);

  return (
    <>
      {hotel === null || problem === 'manifest_older' ? (
        <Opening session={session} problem={problem} onRetry={load} onLeave={() => onEnd('signed-out')} />
      ) : (
        <StepUpProvider session={session}>
          <ExportProvider session={session} onEnded={ended}>
            <DeskShell
              session={session}
              hotel={hotel}
              recoveryCode={recoveryCode}
              upkeep={upkeep}
              onUpkeepRead={() => setUpkeep(null)}
              onTeamAnew={() => setUpkeep((said) => (said?.startsWith('team-') === true ? null : said))}
              onHotelChanged={load}
              onSettings={settle}
              onEnd={onEnd}
            />
          </ExportProvider>
        </StepUpProvider>
      )}
      {locksAt !== null && <IdleWarning locksAt={locksAt} onStay={stay} onLock={lock} />}
    </>
  );
}

interface OpeningProps {
  readonly session: Session;
  readonly problem: AnyProblem | null;
  readonly onRetry: () => void;
  readonly onLeave: () => void;
}

function Opening({ session, problem, onRetry, onLeave }: OpeningProps) {
  const common = useMessages('common');
  const t = useMessages('staff');
  return (
    <Screen top={<StaffTop />}>
      {problem === null ? (
        <ProgressNote>{t.list.loading}</ProgressNote>
      ) : problem === 'manifest_older' ? (
        <OlderHotel session={session} onRetry={onRetry} onLeave={onLeave} />
      ) : (
        <ProblemNote
          problem={problem}
          action={
            <>
              <Button onClick={onRetry}>{common.retry}</Button>
              <Button kind="plain" onClick={onLeave}>
                {t.shell.signOut}
              </Button>
            </>
          }
        />
      )}
    </Screen>
  );
}
