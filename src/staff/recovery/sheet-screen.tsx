import { useState } from 'react';
import { Button } from '../../ui/components/button.tsx';
import { Screen } from '../../ui/components/screen.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import type { Hotel } from '../session/read-hotel.ts';
import { RecoveryPaper } from './recovery-paper.tsx';

interface SheetScreenProps {
  readonly hotel: Hotel;
  readonly code: string;
  readonly onNext: () => void;
}

/** The sheet as it will look on paper. First printing is the thing to do, then going on. */
export function SheetScreen({ hotel, code, onNext }: SheetScreenProps) {
  const t = useMessages('staff').recovery;
  const [printed, setPrinted] = useState(false);
  return (
    <div className="place">
      <Screen
        actions={
          <>
            <Button
              kind={printed ? 'quiet' : 'primary'}
              icon="print"
              wide
              onClick={() => {
                window.print();
                setPrinted(true);
              }}
            >
              {t.print}
            </Button>
            <Button kind={printed ? 'primary' : 'quiet'} wide onClick={onNext}>
              {t.next}
            </Button>
          </>
        }
      >
        <div className="off-paper">
          <h1>{t.printTitle}</h1>
          <p>{t.printText}</p>
          <p>
            <small>{t.leave}</small>
          </p>
        </div>
        <RecoveryPaper hotel={hotel} code={code} />
      </Screen>
    </div>
  );
}
