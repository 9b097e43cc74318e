import { useMemo, useState } from 'react';
import { permissionsOf } from '../../protocol/roles.ts';
import { Button } from '../../ui/components/button.tsx';
import { EmptyState } from '../../ui/components/empty-state.tsx';
import { ProgressNote } from '../../ui/components/progress-note.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { UnreadNote } from '../app/unread-note.tsx';
import { useCatalogues } from '../app/use-catalogues.ts';
import type { Hotel } from '../session/read-hotel.ts';
import type { Session } from '../session/sign-in.ts';
import { PosterDesk } from './poster-desk.tsx';
import { type Found, ScanPosters } from './scan-posters.tsx';
import { usePosters } from './use-posters.ts';
import './posters-place.css';

interface PostersPlaceProps {
  readonly session: Session;
  readonly hotel: Hotel;
  readonly onRecovery: () => void;
  readonly onPaper: () => void;
  readonly onSay: (words: string) => void;
}

/** For owners all of it; whoever may only read it looks at what hangs on the walls. */
export function PostersPlace(props: PostersPlaceProps) {
  const t = useMessages('staff').posters;
  const manages = permissionsOf[props.session.person.role].includes('posters.manage');
  // A hotel whose sheet has lapsed has posters on its walls, which have to be looked after.
  if (props.hotel.recoveryProven || props.hotel.recoveryLapsed) return <OpenPlace {...props} manages={manages} />;
  const toRecovery = (
    <Button kind="primary" onClick={props.onRecovery}>
      {t.toRecovery}
    </Button>
  );
  return (
    <main className="place posters-place">
      <h1>{t.title}</h1>
      {manages ? (
        <EmptyState icon="lock" action={toRecovery}>
          <b>{t.locked}</b>
          <br />
          {t.lockedText}
        </EmptyState>
      ) : (
        <EmptyState icon="lock">{t.noneYet}</EmptyState>
      )}
    </main>
  );
}

function OpenPlace(props: PostersPlaceProps & { readonly manages: boolean }) {
  const { session, hotel, manages, onRecovery, onPaper, onSay } = props;
  const t = useMessages('staff').posters;
  const { catalogues, failed } = useCatalogues(hotel.profile.languages);
  const words = useMemo(
    () => catalogues && new Map([...catalogues].map(([language, { staff }]) => [language, staff])),
    [catalogues],
  );
  const { known, problem, retry, change } = usePosters(session.api, manages);
  const [scanning, setScanning] = useState(!manages);
  const [found, setFound] = useState<readonly Found[]>([]);
  const wrong = failed ? 'offline' : problem;
  if (words === null || known === null) {
    return (
      <main className="place posters-place">
        <h1>{t.title}</h1>
        {wrong === null ? <ProgressNote>{t.title}</ProgressNote> : <UnreadNote problem={wrong} onRetry={retry} />}
      </main>
    );
  }
  if (scanning) {
    return (
      <ScanPosters
        hotel={hotel}
        posters={known}
        found={found}
        onFound={(one) => setFound((before) => [...before, one])}
        onBack={manages ? () => setScanning(false) : undefined}
      />
    );
  }
  return (
    <PosterDesk
      session={session}
      hotel={hotel}
      words={words}
      known={known}
      problem={problem}
      change={change}
      onRecovery={onRecovery}
      onScan={() => setScanning(true)}
      onPaper={onPaper}
      onSay={onSay}
    />
  );
}
