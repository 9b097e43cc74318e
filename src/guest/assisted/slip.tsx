import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { formatRecoveryCode } from '../../crypto/recovery-code.ts';
import { decodeBase64Url } from '../../protocol/base64url.ts';
import { pages } from '../../protocol/pages.ts';
import { toDate } from '../../protocol/time.ts';
import { formatCalendarDate, formatStay } from '../../ui/messages/format-date.ts';
import { useLanguage, useMessages } from '../../ui/messages/messages-provider.tsx';
import { QrCode } from '../../ui/qr/qr-code.tsx';
import { SealMark } from '../../ui/seal/seal-mark.tsx';
import { parseSecretFragment } from '../registration/take-secret.ts';
import type { HandOverProps } from './assisted-context.ts';
import { useAssistedSession, useAssistedWords } from './session-context.ts';

/** What is printed for a guest without a phone. Beside the page and not in it, so that paper shows it alone. */
export function Slip({ hotel, code, link, fingerprint, stay }: HandOverProps) {
  const t = useAssistedWords().slip;
  const arrival = useMessages('guest').receipt;
  const language = useLanguage();
  const { device } = useAssistedSession();
  const groups = useCodeGroups(link);
  return createPortal(
    <section className="slip" aria-hidden="true">
      <header className="slip__head">
        <div>
          <p className="slip__hotel">{hotel}</p>
          <h1>{t.title}</h1>
        </div>
        <SealMark fingerprint={fingerprint} size="small" />
      </header>
      <dl className="slip__facts">
        <dt>{arrival.code}</dt>
        <dd className="slip__arrival">
          {code.slice(0, 3)} {code.slice(3)}
        </dd>
        {stay !== null && (
          <>
            <dt>{t.stay}</dt>
            <dd>{formatStay(stay.checkIn, stay.checkOut, language)}</dd>
          </>
        )}
        <dt>{t.printed}</dt>
        <dd>{formatCalendarDate(toDate(device.clock()), language)}</dd>
      </dl>
      <p>{t.what}</p>
      <div className="slip__ways">
        <div className="slip__scan">
          <QrCode text={link} label={t.scan} />
          <p>{t.scan}</p>
        </div>
        <div>
          <p>{t.typed}</p>
          <p className="slip__code">
            {groups.map((group, at) => (
              <span key={`${at} ${group}`}>{group}</span>
            ))}
          </p>
          <p>
            {t.address}
            <br />
            <span className="slip__address">{`${device.origin}${pages.registration}`}</span>
          </p>
        </div>
      </div>
      <p className="slip__keep">{t.keep}</p>
    </section>,
    device.window.document.body,
  );
}

/** The secret for people's eyes: letters that can't be mistaken for each other, and a checksum that finds a slip of the finger. */
function useCodeGroups(link: string): readonly string[] {
  const [groups, setGroups] = useState<readonly string[]>([]);
  useEffect(() => {
    let current = true;
    const secret = decodeBase64Url(parseSecretFragment(link.slice(link.indexOf('#'))) ?? '');
    if (secret === null) return undefined;
    async function write(bytes: Uint8Array<ArrayBuffer>) {
      const code = await formatRecoveryCode(bytes);
      if (current) setGroups(code.split('-'));
    }
    void write(secret);
    return () => {
      current = false;
    };
  }, [link]);
  return groups;
}
