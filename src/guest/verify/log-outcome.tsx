import type { ReactNode } from 'react';
import type { LogCheck, LogFinding } from '../../crypto/log/log-check.ts';
import { decodeBase64Url } from '../../protocol/base64url.ts';
import { Button } from '../../ui/components/button.tsx';
import { Icon, type IconName } from '../../ui/components/icon.tsx';
import { Screen } from '../../ui/components/screen.tsx';
import { StateNote } from '../../ui/components/state-note.tsx';
import { formatInstant } from '../../ui/messages/format-date.ts';
import { useLanguage, useMessages } from '../../ui/messages/messages-provider.tsx';
import { SealWithWords } from '../../ui/seal/seal-with-words.tsx';

interface LogOutcomeProps {
  readonly top: ReactNode;
  readonly check: LogCheck;
  readonly onAnother: () => void;
}

const looks = {
  agrees: { icon: 'check', result: 'passed' },
  contradicts: { icon: 'failed', result: 'failed' },
  'not-reached': { icon: 'clock', result: 'notReached' },
  unreadable: { icon: 'warning', result: 'notReached' },
} as const satisfies Record<string, { icon: IconName; result: string }>;

/** Whether a whole log holds; where it doesn't, the first bad entry or checkpoint by its number. */
export function LogOutcome({ top, check, onAnother }: LogOutcomeProps) {
  const t = useMessages('logCheck');
  const language = useLanguage();
  const when = (instant: string) => formatInstant(instant, language, 'Asia/Shanghai');
  const { holds, findings, witnesses, first, last } = check;
  const read = witnesses.filter(({ outcome }) => outcome !== 'unreadable');
  const [state, word] = !holds
    ? (['failed', t.broken] as const)
    : read.length < witnesses.length
      ? (['warning', t.holdsUnread] as const)
      : (['done', t.holds] as const);
  return (
    <Screen
      top={top}
      actions={
        <Button kind="quiet" wide onClick={onAnother}>
          {t.another}
        </Button>
      }
    >
      <h1 tabIndex={-1}>{t.title}</h1>
      <StateNote state={state} word={word} announce="now">
        {holds ? <p>{t.holdsText}</p> : findings.map((found) => <p key={keyOf(found)}>{sentence(found)}</p>)}
        {read.length < witnesses.length && <p>{t.unreadText}</p>}
      </StateNote>
      <p>{t.read(check.entries, check.checkpoints)}</p>
      {first !== null && last !== null && <p>{t.span(when(first), when(last))}</p>}
      {holds && read.length === 0 && <p>{t.alone}</p>}
      <ul className="verify-receipt__steps">
        {witnesses.map(({ name, size, outcome }, at) => (
          <li key={`${at + 1}`} className={`verify-receipt__step verify-receipt__step--${looks[outcome].result}`}>
            <Icon name={looks[outcome].icon} />
            <span>
              <bdi>{name}</bdi>
              {size !== null && ` (${size})`}
            </span>
            <span className="verify-receipt__result">{t.outcomes[outcome]}</span>
          </li>
        ))}
      </ul>
      <SealWithWords fingerprint={decodeBase64Url(check.fingerprint) ?? new Uint8Array(16)} />
      {!check.fingerprintGiven && <p>{t.rootTaken}</p>}
    </Screen>
  );

  function sentence({ fault, index, through, found, size, witness }: LogFinding): string {
    const from = index ?? 0;
    return t.faults[fault]({ from, to: through ?? from, found: found ?? 0, size: size ?? 0, name: witness ?? '' });
  }
}

function keyOf({ fault, index, witness }: LogFinding): string {
  return `${fault} ${index} ${witness}`;
}
