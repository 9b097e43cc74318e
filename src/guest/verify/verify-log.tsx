import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import type { LogCheck } from '../../crypto/log/log-check.ts';
import { idSchema } from '../../protocol/ids.ts';
import { Button } from '../../ui/components/button.tsx';
import { Field } from '../../ui/components/field.tsx';
import { ProgressNote } from '../../ui/components/progress-note.tsx';
import { Screen } from '../../ui/components/screen.tsx';
import { loadLogCheckWords } from '../../ui/messages/load-log-check-words.ts';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { MoreMessages } from '../../ui/messages/more-messages.tsx';
import { inTurns } from './in-turns.ts';
import { verifyLogFiles } from './log-files.ts';
import { LogOutcome } from './log-outcome.tsx';
import '../../ui/components/visually-hidden.css';
import './verify-receipt.css';

interface VerifyLogProps {
  readonly top: ReactNode;
  /** The log's file, where one was chosen already. */
  readonly log: File | null;
  readonly onBack: () => void;
}

/** A hotel's whole log, checked on this device like the command does it. */
export function VerifyLog(props: VerifyLogProps) {
  return (
    <MoreMessages load={loadLogCheckWords}>
      <LogForm {...props} />
    </MoreMessages>
  );
}

function LogForm({ top, log: given, onBack }: VerifyLogProps) {
  const t = useMessages('logCheck');
  const [log, setLog] = useState(given);
  const [witnesses, setWitnesses] = useState<readonly File[]>([]);
  const [progress, setProgress] = useState<{ readonly done: number; readonly total: number } | null>(null);
  const [check, setCheck] = useState<LogCheck | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const fingerprint = useRef<HTMLInputElement>(null);

  async function verify(file: Blob) {
    const typed = fingerprint.current?.value.trim() ?? '';
    setFault(null);
    if (typed !== '' && !idSchema.safeParse(typed).success) {
      setFault(t.fingerprintWrong);
      return;
    }
    setProgress({ done: 0, total: 0 });
    try {
      const files = { log: file, witnesses, fingerprint: typed === '' ? null : typed };
      const told = inTurns(
        (done: number, total: number) => setProgress({ done, total }),
        () => performance.now(),
        () => new Promise((resolve) => setTimeout(resolve)),
      );
      const outcome = await verifyLogFiles(files, told);
      if (outcome.ok) setCheck(outcome.check);
      else setFault(t.notWitness(outcome.stranger));
    } catch {
      // Whatever it is, it can't be read as a log.
      setFault(t.notLog);
    }
    setProgress(null);
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    if (log !== null && progress === null) void verify(log);
  }

  if (check !== null) return <LogOutcome top={top} check={check} onAnother={() => setCheck(null)} />;
  return (
    <Screen top={top}>
      <h1 tabIndex={-1}>{t.title}</h1>
      <p>{t.intro}</p>
      <form onSubmit={submit}>
        <Chooser label={t.chooseLog} chosen={log === null ? [] : [log]} onChosen={([file]) => setLog(file ?? null)} />
        <h2>{t.witnesses}</h2>
        <p>{t.witnessesText}</p>
        <Chooser label={t.chooseWitnesses} multiple chosen={witnesses} onChosen={setWitnesses} />
        <Field
          ref={fingerprint}
          label={t.fingerprint}
          hint={t.fingerprintText}
          autoComplete="off"
          spellCheck={false}
          autoCapitalize="off"
        />
        {fault !== null && <p role="alert">{fault}</p>}
        {progress !== null && <ProgressNote {...(progress.total > 0 ? progress : {})}>{t.checking}</ProgressNote>}
        <Button kind="primary" type="submit" wide busy={progress !== null} disabled={log === null}>
          {t.check}
        </Button>
        <Button kind="plain" wide onClick={onBack}>
          {t.back}
        </Button>
      </form>
    </Screen>
  );
}

interface ChooserProps {
  readonly label: string;
  readonly multiple?: boolean;
  readonly chosen: readonly File[];
  readonly onChosen: (files: readonly File[]) => void;
}

/** Files by the system's own dialog, or dropped. */
function Chooser({ label, multiple = false, chosen, onChosen }: ChooserProps) {
  const [over, setOver] = useState(false);
  const t = useMessages('guest').verify;
  return (
    <div
      className={over ? 'verify-receipt__file verify-receipt__file--over' : 'verify-receipt__file'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onChosen([...event.dataTransfer.files]);
      }}
    >
      <label className="button button--quiet verify-receipt__label">
        {label}
        <input
          type="file"
          className="visually-hidden"
          multiple={multiple}
          onChange={(event) => onChosen([...(event.currentTarget.files ?? [])])}
        />
      </label>
      <p className="verify-receipt__drop">
        {chosen.length === 0 ? t.drop : chosen.map(({ name }) => name).join(' · ')}
      </p>
    </div>
  );
}
