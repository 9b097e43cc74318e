import { decodeBase64Url } from '../../protocol/base64url.ts';
import { Button } from '../../ui/components/button.tsx';
import { StateNote } from '../../ui/components/state-note.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { SealWithWords } from '../../ui/seal/seal-with-words.tsx';
import type { Trust } from '../app/use-trust.ts';
import './trust-note.css';

interface TrustNoteProps {
  readonly trust: Trust;
  readonly onRetry: () => void;
}

/** Whether this is the poster's hotel, what couldn't be checked, and the seal to compare. Keeps its height while it finds out. */
export function TrustNote({ trust, onRetry }: TrustNoteProps) {
  const t = useMessages('guest').trust;
  const common = useMessages('common');
  if (trust.kind === 'unreachable') {
    return (
      <StateNote state="offline" announce="polite" action={<Button onClick={onRetry}>{common.retry}</Button>}>
        {t.failedText}
      </StateNote>
    );
  }
  if (trust.kind !== 'checked') return <p className="trust-note trust-note--checking">{t.checking}</p>;
  const fingerprint = decodeBase64Url(trust.checked.fingerprint) ?? new Uint8Array(16);
  return (
    <>
      {!trust.poster && (
        <StateNote state="warning" word={t.unposted} announce="polite">
          <p>{t.unpostedText}</p>
        </StateNote>
      )}
      <div className={trust.poster ? 'trust-note' : 'trust-note trust-note--bare'} role="status">
        <SealWithWords fingerprint={fingerprint} />
        {trust.poster && (
          <p className="trust-note__text">
            <b>{t.verified}</b> {t.compare}
          </p>
        )}
      </div>
    </>
  );
}
