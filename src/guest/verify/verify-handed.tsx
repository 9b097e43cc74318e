import { type ReactNode, useCallback, useEffect, useState } from 'react';
import type { HandedProof } from '../../protocol/api.ts';
import { type AnyProblem, Refusal } from '../../protocol/problems.ts';
import { Button } from '../../ui/components/button.tsx';
import { ProgressNote } from '../../ui/components/progress-note.tsx';
import { Screen } from '../../ui/components/screen.tsx';
import { StateNote } from '../../ui/components/state-note.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import type { Device } from '../phone/device.ts';
import { checkReceiptText, type ReceiptCheck } from '../registration/receipt-steps.ts';
import { KeepChecked } from './keep-checked.tsx';
import { VerifyOutcome } from './verify-outcome.tsx';

interface VerifyHandedProps {
  readonly top: ReactNode;
  readonly device: Device;
  readonly handed: HandedProof;
  readonly onAnother: () => void;
}

/** Fetches the certificate a printed link names, and checks it on this phone like any other. */
export function VerifyHanded({ top, device, handed, onAnother }: VerifyHandedProps) {
  const t = useMessages('myRegistration').handed;
  const guest = useMessages('guest').verify;
  const common = useMessages('common');
  const [checked, setChecked] = useState<{ readonly text: string; readonly check: ReceiptCheck } | null>(null);
  const [problem, setProblem] = useState<AnyProblem | null>(null);
  const { api } = device;
  const load = useCallback(() => {
    const read = async () => {
      const text = JSON.stringify(await api.handedProof(handed));
      return { text, check: await checkReceiptText(text) };
    };
    read().then(setChecked, (error: unknown) => setProblem(error instanceof Refusal ? error.code : 'internal'));
  }, [api, handed]);
  useEffect(load, [load]);

  if (checked !== null) {
    return (
      <VerifyOutcome top={top} check={checked.check} onAnother={onAnother}>
        {checked.check.ok && <KeepChecked device={device} text={checked.text} />}
      </VerifyOutcome>
    );
  }
  const retry = () => {
    setProblem(null);
    load();
  };
  return (
    <Screen top={top}>
      <h1 tabIndex={-1}>{guest.title}</h1>
      {problem === null ? (
        <ProgressNote>{t.fetching}</ProgressNote>
      ) : (
        <StateNote
          state={problem === 'offline' ? 'offline' : 'failed'}
          word={problem === 'offline' ? t.offline : t.notThere}
          announce="now"
          action={
            problem === 'offline' ? (
              <Button onClick={retry}>{common.retry}</Button>
            ) : (
              <Button onClick={onAnother}>{guest.another}</Button>
            )
          }
        >
          <p>{problem === 'offline' ? t.offlineText : t.notThereText}</p>
        </StateNote>
      )}
    </Screen>
  );
}
