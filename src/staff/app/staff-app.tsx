import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { pages } from '../../protocol/pages.ts';
import { SignedIn } from '../desk/signed-in.tsx';
import { type Ending, SignInScreen } from '../session/sign-in-screen.tsx';
import { endSession, type Session } from '../session/sign-in.ts';
import { WhichHotelScreen } from '../session/which-hotel-screen.tsx';
import { Screen } from '../../ui/components/screen.tsx';
import type { Made } from '../join/answer-invitation.ts';
import { DraftBook } from './draft-book.ts';
import { DraftsProvider } from './drafts.tsx';
import { FailureBoundary } from './failure-screen.tsx';
import { Fetching } from './fetching.tsx';
import { ProblemNote } from './problem-note.tsx';
import type { StaffAddress } from './staff-address.ts';
import { StaffTop } from './staff-top.tsx';
import { useTools } from './tools.tsx';

// Needed once in a hotel's life, or never.
const RestorePlace = lazy(async () => ({
  default: (await import('../restore/restore-place.tsx')).RestorePlace,
}));
const SetupApp = lazy(async () => ({ default: (await import('../setup/setup-app.tsx')).SetupApp }));

// Needed once by each colleague.
const JoinApp = lazy(async () => ({ default: (await import('../join/join-app.tsx')).JoinApp }));

interface StaffAppProps {
  readonly address: StaffAddress;
  readonly showAddress: (path: string) => void;
  /** Keeps what was made for an invitation, for when the page is loaded again. */
  readonly onMade: (made: Made) => void;
}

/** From the address to a signed-in desk and back. A session lives in this state and nowhere else. */
export function StaffApp({ address, showAddress, onMade }: StaffAppProps) {
  const { isSecure } = useTools();
  const [place, setPlace] = useState(address);
  const [recoveryCode, setRecoveryCode] = useState<string | null>(null);
  const [session, setSession] = useState<Session | null>(null);
  const [restoring, setRestoring] = useState(false);
  const [ending, setEnding] = useState<Ending | null>(null);
  const [moved, setMoved] = useState(address.kind !== 'desk');

  // What somebody typed and has not saved outlives their session, for them alone.
  const [drafts] = useState(() => new DraftBook());

  const goToDesk = useCallback(
    (property: string) => {
      showAddress(pages.staff(property));
      setPlace({ kind: 'desk', property });
    },
    [showAddress],
  );

  // Ended once: what was under way when it ended has no say any more.
  const over = useRef<Session>(null);
  const end = useCallback(
    (why: Ending) => {
      if (session === null || over.current === session) return;
      over.current = session;
      void endSession(session, { keepalive: true });
      setSession(null);
      setRecoveryCode(null);
      setMoved(true);
      setEnding(why);
    },
    [session],
  );

  useEffect(() => {
    if (session === null) return undefined;
    const leave = () => end('locked');
    window.addEventListener('pagehide', leave);
    return () => window.removeEventListener('pagehide', leave);
  }, [session, end]);

  if (!isSecure) {
    return (
      <Screen top={<StaffTop />}>
        <ProblemNote problem="insecure_page" />
      </Screen>
    );
  }
  if (session !== null) {
    return (
      <FailureBoundary onFailure={() => void endSession(session, { keepalive: true })}>
        <DraftsProvider book={drafts} drafter={session}>
          <SignedIn session={session} recoveryCode={recoveryCode} onEnd={end} />
        </DraftsProvider>
      </FailureBoundary>
    );
  }
  if (place.kind === 'setup') {
    return (
      <FailureBoundary onFailure={() => undefined}>
        <Suspense fallback={<Fetching />}>
          <SetupApp
            token={place.token}
            onBegun={(made) => {
              goToDesk(made.session.property);
              setRecoveryCode(made.recoveryCode);
              setSession(made.session);
            }}
          />
        </Suspense>
      </FailureBoundary>
    );
  }
  if (place.kind === 'join') {
    return (
      <FailureBoundary onFailure={() => undefined}>
        <Suspense fallback={<Fetching />}>
          <JoinApp link={place.link} made={place.made} onMade={onMade} onSignIn={goToDesk} />
        </Suspense>
      </FailureBoundary>
    );
  }
  if (place.kind === 'unknown') return <WhichHotelScreen onChosen={goToDesk} />;
  if (restoring) {
    return (
      <FailureBoundary onFailure={() => undefined}>
        <Suspense fallback={<Fetching />}>
          <RestorePlace
            property={place.property}
            onBack={() => setRestoring(false)}
            onSignedIn={(signedIn) => {
              setRestoring(false);
              setEnding(null);
              setSession(signedIn);
            }}
          />
        </Suspense>
      </FailureBoundary>
    );
  }
  return (
    <SignInScreen
      key={place.property}
      property={place.property}
      ending={ending}
      afterAnother={moved}
      onSheet={() => {
        setMoved(true);
        setRestoring(true);
      }}
      onSignedIn={(signedIn) => {
        setEnding(null);
        setSession(signedIn);
      }}
    />
  );
}
