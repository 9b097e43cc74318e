import { useState } from 'react';
import { Screen } from '../../ui/components/screen.tsx';
import { StateNote } from '../../ui/components/state-note.tsx';
import { Button } from '../../ui/components/button.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import type { Hotel } from '../session/read-hotel.ts';
import type { Session } from '../session/sign-in.ts';
import { MakeSheetScreen } from './make-sheet-screen.tsx';
import { ProveSheetScreen } from './prove-sheet-screen.tsx';
import { SheetScreen } from './sheet-screen.tsx';

interface RecoveryPlaceProps {
  readonly session: Session;
  readonly hotel: Hotel;
  /** The code of a sheet that has been made and not tried yet. */
  readonly code: string | null;
  readonly onCode: (code: string | null) => void;
  readonly onProven: () => void;
  readonly onPosters: () => void;
}

/** Made, printed, tried: in this order, and only what was tried counts. The code is in this memory alone. */
export function RecoveryPlace({ session, hotel, code, onCode, onProven, onPosters }: RecoveryPlaceProps) {
  const t = useMessages('staff').recovery;
  const common = useMessages('common');
  const [step, setStep] = useState<'make' | 'print' | 'prove' | 'proven' | 'rehearse' | 'rehearsed'>(
    code === null ? 'make' : 'print',
  );
  if (step === 'print' && code !== null) {
    return <SheetScreen hotel={hotel} code={code} onNext={() => setStep('prove')} />;
  }
  if (step === 'prove') {
    return (
      <ProveSheetScreen
        session={session}
        rehearsal={false}
        onBack={code === null ? undefined : () => setStep('print')}
        onProven={() => {
          onCode(null);
          setStep('proven');
          onProven();
        }}
      />
    );
  }
  if (step === 'rehearse') {
    return (
      <ProveSheetScreen
        session={session}
        rehearsal
        onBack={() => setStep('make')}
        onProven={() => {
          setStep('rehearsed');
          onProven();
        }}
      />
    );
  }
  if (step === 'rehearsed') {
    return (
      <Screen
        actions={
          <Button kind="primary" wide onClick={() => setStep('make')}>
            {common.done}
          </Button>
        }
      >
        <h1>{t.title}</h1>
        <StateNote state="done" word={t.rehearsal.done} announce="polite">
          {t.rehearsal.doneText}
        </StateNote>
      </Screen>
    );
  }
  if (step === 'proven') {
    return (
      <Screen
        actions={
          <Button kind="primary" wide onClick={onPosters}>
            {t.toPosters}
          </Button>
        }
      >
        <h1>{t.title}</h1>
        <StateNote state="done" word={t.proven} announce="polite">
          {t.provenText}
        </StateNote>
      </Screen>
    );
  }
  return (
    <MakeSheetScreen
      session={session}
      hotel={hotel}
      onRehearse={() => setStep('rehearse')}
      onMade={(made) => {
        onCode(made);
        setStep('print');
      }}
    />
  );
}
