import { type DragEvent, type FormEvent, type ReactNode, useRef, useState } from 'react';
import { Button } from '../../ui/components/button.tsx';
import { Screen } from '../../ui/components/screen.tsx';
import { TextArea } from '../../ui/components/text-area.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { checkReceiptText, type ReceiptCheck } from '../registration/receipt-steps.ts';
import { isLogFile } from './is-log-file.ts';
import { VerifyOutcome } from './verify-outcome.tsx';
import '../../ui/components/visually-hidden.css';
import './verify-receipt.css';

/** Bytes; a receipt is some tens of kilobytes. */
const largest = 1024 * 1024;

interface VerifyReceiptProps {
  readonly top: ReactNode;
  /** It is a whole log, or one is to be chosen. */
  readonly onLog: (file: File | null) => void;
}

export function VerifyReceipt({ top, onLog }: VerifyReceiptProps) {
  const t = useMessages('guest').verify;
  const { wholeLog } = useMessages('myRegistration').handed;
  const [checked, setChecked] = useState<ReceiptCheck | null>(null);
  const [tooLarge, setTooLarge] = useState(false);
  const [over, setOver] = useState(false);
  const text = useRef<HTMLTextAreaElement>(null);

  function verify(pasted: string) {
    checkReceiptText(pasted).then(setChecked, () => setChecked({ ok: false, failed: 'shape' }));
  }

  function take(file: File | undefined) {
    if (file === undefined) return;
    const look = async () => {
      if (await isLogFile(file)) {
        onLog(file);
        return;
      }
      setTooLarge(file.size > largest);
      if (file.size <= largest) verify(await file.text());
    };
    look().catch(() => verify(''));
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    verify(text.current?.value ?? '');
  }

  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  }

  if (checked !== null) {
    return <VerifyOutcome top={top} check={checked} onAnother={() => setChecked(null)} />;
  }
  return (
    <Screen top={top}>
      <h1 tabIndex={-1}>{t.title}</h1>
      <p>{t.intro}</p>
      <form onSubmit={submit}>
        <div
          className={over ? 'verify-receipt__file verify-receipt__file--over' : 'verify-receipt__file'}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={drop}
        >
          <label className="button button--quiet verify-receipt__label">
            {t.choose}
            <input
              type="file"
              className="visually-hidden"
              accept=".json,.jsonl,application/json,text/plain"
              onChange={(event) => take(event.currentTarget.files?.[0])}
            />
          </label>
          <p className="verify-receipt__drop">{t.drop}</p>
          {tooLarge && <p role="alert">{t.tooLarge}</p>}
        </div>
        <TextArea ref={text} label={t.paste} rows={5} autoComplete="off" spellCheck={false} />
        <Button kind="primary" type="submit" wide>
          {t.check}
        </Button>
        <Button kind="plain" wide onClick={() => onLog(null)}>
          {wholeLog}
        </Button>
      </form>
    </Screen>
  );
}
