import { useCallback, useEffect, useState } from 'react';
import type { Passkey } from '../../protocol/passkey.ts';
import type { AnyProblem } from '../../protocol/problems.ts';
import { Button } from '../../ui/components/button.tsx';
import { ProgressNote } from '../../ui/components/progress-note.tsx';
import { formatInstant } from '../../ui/messages/format-date.ts';
import { useLanguage, useMessages } from '../../ui/messages/messages-provider.tsx';
import { problemOf } from '../api/call.ts';
import { UnreadNote } from '../app/unread-note.tsx';
import { useTools } from '../app/tools.tsx';
import type { Hotel } from '../session/read-hotel.ts';
import type { Session } from '../session/sign-in.ts';
import { useStepUp } from '../step-up/use-step-up.ts';
import { NewPasskeyForm } from './new-passkey-form.tsx';
import './own-passkeys.css';

interface OwnPasskeysProps {
  readonly session: Session;
  readonly hotel: Hotel;
  readonly onSay: (words: string) => void;
}

/** A person's passkeys by name, and a new one where this browser has them. */
export function OwnPasskeys({ session, hotel, onSay }: OwnPasskeysProps) {
  const t = useMessages('staff').account;
  const language = useLanguage();
  const { passkeys: device } = useTools();
  const stepUp = useStepUp();
  const [passkeys, setPasskeys] = useState<readonly Passkey[] | null>(null);
  const [problem, setProblem] = useState<AnyProblem | null>(null);
  const { api } = session;
  const load = useCallback(() => {
    api.passkeys().then(setPasskeys, (error: unknown) => setProblem(problemOf(error)));
  }, [api]);
  useEffect(load, [load]);
  const retry = useCallback(() => {
    setProblem(null);
    load();
  }, [load]);
  const when = (instant: string) => formatInstant(instant, language, 'Asia/Shanghai');

  const remove = async ({ id, name }: Passkey) => {
    setProblem(null);
    try {
      await stepUp(() => api.removePasskey(id));
      onSay(t.removed(name));
      load();
    } catch (error) {
      setProblem(problemOf(error));
    }
  };

  return (
    <section className="own-passkeys">
      <h2>{t.passkeysTitle}</h2>
      <p>{t.passkeysText}</p>
      {problem !== null && <UnreadNote problem={problem} known={passkeys !== null} onRetry={retry} />}
      {passkeys === null && problem === null && <ProgressNote>{t.loading}</ProgressNote>}
      {passkeys?.length === 0 && <p>{t.none}</p>}
      <ul className="own-passkeys__list">
        {passkeys?.map((passkey) => (
          <li key={passkey.id}>
            <p className="own-passkeys__name">
              <bdi>{passkey.name}</bdi>
            </p>
            <p className="own-passkeys__facts">{passkey.opensKeys ? t.opensKeys : t.proofOnly}</p>
            <p className="own-passkeys__facts">
              {t.added(when(passkey.addedAt))}
              {' · '}
              {passkey.usedAt === null ? t.unused : t.used(when(passkey.usedAt))}
            </p>
            <Button onClick={() => void remove(passkey)}>{t.remove(passkey.name)}</Button>
          </li>
        ))}
      </ul>
      {device === null ? (
        <p>{t.unsupported}</p>
      ) : (
        <NewPasskeyForm
          session={session}
          hotel={hotel}
          device={device}
          onMade={(name) => {
            onSay(t.saved(name));
            load();
          }}
        />
      )}
    </section>
  );
}
