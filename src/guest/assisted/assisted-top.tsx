import { useEffect, useState } from 'react';
import { Button } from '../../ui/components/button.tsx';
import { Dialog } from '../../ui/components/dialog.tsx';
import type { Device } from '../phone/device.ts';
import { type Question, useAssistedSession, useAssistedWords } from './session-context.ts';

/** The way out, on every screen, and whatever is asked on the way. */
export function AssistedTop() {
  const t = useAssistedWords();
  const { question, giveBack } = useAssistedSession();
  return (
    <>
      <Button kind="plain" icon="leaving" onClick={giveBack}>
        {t.giveBack}
      </Button>
      {question !== null && <QuestionDialog question={question} />}
    </>
  );
}

export function DoneButton() {
  const t = useAssistedWords();
  const { giveBack } = useAssistedSession();
  return (
    <Button kind="primary" wide icon="check" onClick={giveBack}>
      {t.done}
    </Button>
  );
}

export function WaitingWords() {
  return useAssistedWords().waiting.state;
}

function QuestionDialog({ question }: { readonly question: Question }) {
  const t = useAssistedWords();
  const { device, stay, wipe } = useAssistedSession();
  if (question.kind === 'idle') {
    return (
      <Dialog
        open
        onClose={stay}
        title={t.idle.title}
        actions={
          <>
            <Button onClick={wipe}>{t.idle.wipe}</Button>
            <Button kind="primary" onClick={stay}>
              {t.idle.here}
            </Button>
          </>
        }
      >
        <p role="timer" aria-live="off">
          <SecondsLeft device={device} until={question.wipesAt} />
        </p>
      </Dialog>
    );
  }
  const waiting = question.kind === 'stranded' || question.standing === 'waiting';
  if (waiting) {
    return (
      <Dialog
        open
        onClose={stay}
        title={t.waiting.title}
        actions={
          <>
            <Button onClick={wipe}>{t.waiting.paper}</Button>
            <Button onClick={stay}>{t.waiting.wait}</Button>
          </>
        }
      >
        <p>{t.waiting.text}</p>
      </Dialog>
    );
  }
  return (
    <Dialog
      open
      onClose={stay}
      title={t.ending.title}
      actions={
        <>
          <Button onClick={stay}>{t.ending.stay}</Button>
          <Button kind="primary" onClick={wipe}>
            {t.ending.wipe}
          </Button>
        </>
      }
    >
      <p>{t.ending[question.standing]}</p>
    </Dialog>
  );
}

function SecondsLeft({ device, until }: { readonly device: Device; readonly until: number }) {
  const t = useAssistedWords().idle;
  const [now, setNow] = useState(device.clock);
  useEffect(() => {
    let callOff = () => {};
    const tick = () => {
      setNow(device.clock());
      callOff = device.later(1000, tick);
    };
    callOff = device.later(1000, tick);
    return () => callOff();
  }, [device]);
  return t.text(Math.max(0, Math.ceil((until - now) / 1000)));
}
