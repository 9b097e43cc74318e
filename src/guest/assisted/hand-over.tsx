import { useState } from 'react';
import { Button } from '../../ui/components/button.tsx';
import { useProblemWords } from '../../ui/messages/use-problem-words.ts';
import { QrCode } from '../../ui/qr/qr-code.tsx';
import type { HandOverProps } from './assisted-context.ts';
import { printSlip } from './print-slip.ts';
import { useAssistedSession, useAssistedWords } from './session-context.ts';
import { Slip } from './slip.tsx';
import './hand-over.css';

/** The two ways for a receipt to leave a tablet that keeps nothing: by a phone's camera, or on paper. */
export function HandOver(props: HandOverProps) {
  const t = useAssistedWords().handOver;
  const { device, atMine, openMine } = useAssistedSession();
  const problemWords = useProblemWords();
  const [shown, setShown] = useState(false);
  const [offline, setOffline] = useState(false);
  async function open() {
    try {
      await openMine(props.link.slice(props.link.indexOf('#') + 1));
    } catch {
      setOffline(true);
    }
  }
  return (
    <section className="hand-over">
      <h2>{t.title}</h2>
      <p>{t.text}</p>
      <div className="hand-over__ways">
        <Button icon="phone" aria-expanded={shown} onClick={() => setShown(!shown)}>
          {shown ? t.hide : t.show}
        </Button>
        <Button icon="print" onClick={() => printSlip(device.window)}>
          {t.print}
        </Button>
        {!atMine && (
          <Button icon="person" onClick={() => void open()}>
            {t.mine}
          </Button>
        )}
      </div>
      {offline && <p role="alert">{problemWords('offline').text}</p>}
      {/* Only when asked for: on the screen it is a key for everybody behind the guest. */}
      {shown && (
        <div className="hand-over__code">
          <QrCode text={props.link} label={t.scan} />
          <p>{t.scan}</p>
        </div>
      )}
      <Slip {...props} />
    </section>
  );
}
