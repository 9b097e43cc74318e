import { Button } from '../../ui/components/button.tsx';
import { Dialog } from '../../ui/components/dialog.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { useTools } from '../app/tools.tsx';
import { useSecondsLeft } from './use-seconds-left.ts';

interface IdleWarningProps {
  readonly locksAt: number;
  readonly onStay: () => void;
  readonly onLock: () => void;
}

export function IdleWarning({ locksAt, onStay, onLock }: IdleWarningProps) {
  const t = useMessages('staff').shell;
  const { timers } = useTools();
  const left = useSecondsLeft(timers, locksAt);
  return (
    <Dialog
      open
      onClose={onStay}
      title={t.stillHere}
      actions={
        <>
          <Button icon="lock" onClick={onLock}>
            {t.lockNow}
          </Button>
          <Button kind="primary" onClick={onStay}>
            {t.stay}
          </Button>
        </>
      }
    >
      <p role="timer" aria-live="off">
        {t.stillHereText(left)}
      </p>
    </Dialog>
  );
}
