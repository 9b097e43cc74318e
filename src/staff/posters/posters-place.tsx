import { useState } from 'react';
import { Button } from '../../ui/components/button.tsx';
import { EmptyState } from '../../ui/components/empty-state.tsx';
import { ProgressNote } from '../../ui/components/progress-note.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import type { Hotel } from '../session/read-hotel.ts';
import type { Session } from '../session/sign-in.ts';
import { PosterDesk } from './poster-desk.tsx';
import { type Scanned, ScanPosters } from './scan-posters.tsx';
import { usePosterWords } from './use-poster-words.ts';
import { usePosters } from './use-posters.ts';
import './posters-place.css';

interface PostersPlaceProps {
  readonly session: Session;
  readonly hotel: Hotel;
  readonly onRecovery: () => void;
  readonly onPaper: () => void;
  readonly onSay: (words: string) => void;
}

export function PostersPlace(props: PostersPlaceProps) {
  const t = useMessages('staff').posters;
  if (props.hotel.recoveryProven) return <OpenPlace {...props} />;
  return (
    <main className="place posters-place">
      <h1>{t.title}</h1>
      <EmptyState
        icon="lock"
        action={
          <Button kind="primary" onClick={props.onRecovery}>
            {t.toRecovery}
          </Button>
        }
      >
        <b>{t.locked}</b>
        <br />
        {t.lockedText}
      </EmptyState>
    </main>
  );
}

function OpenPlace({ session, hotel, onPaper, onSay }: PostersPlaceProps) {
  const t = useMessages('staff').posters;
  const common = useMessages('common');
  const { words, failed } = usePosterWords(hotel.profile.languages);
  const { known, problem, retry, change } = usePosters(session.api);
  const [scanning, setScanning] = useState(false);
  const [scanned, setScanned] = useState<readonly Scanned[]>([]);
  const wrong = failed ? 'offline' : problem;
  if (words === null || known === null) {
    return (
      <main className="place posters-place">
        <h1>{t.title}</h1>
        {wrong === null ? (
          <ProgressNote>{t.title}</ProgressNote>
        ) : (
          <ProblemNote problem={wrong} action={<Button onClick={retry}>{common.retry}</Button>} />
        )}
      </main>
    );
  }
  if (scanning) {
    return (
      <ScanPosters
        hotel={hotel}
        posters={known}
        scanned={scanned}
        onScanned={setScanned}
        onBack={() => setScanning(false)}
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
      onScan={() => setScanning(true)}
      onPaper={onPaper}
      onSay={onSay}
    />
  );
}
