import { localized } from '../../protocol/languages.ts';
import type { KeptAnchor } from '../../protocol/log-anchor.ts';
import { formatInstant } from '../../ui/messages/format-date.ts';
import { useLanguage, useMessages } from '../../ui/messages/messages-provider.tsx';
import { QrCode } from '../../ui/qr/qr-code.tsx';
import { fingerprintWords } from '../../ui/seal/fingerprint-words.ts';
import { SealMark } from '../../ui/seal/seal-mark.tsx';
import type { Hotel } from '../session/read-hotel.ts';

/** A checkpoint as it will look on paper: its exact lines, the same as a code, and when it was kept. */
export function AnchorPaper({ hotel, anchor }: { readonly hotel: Hotel; readonly anchor: KeptAnchor }) {
  const t = useMessages('records').paper;
  const language = useLanguage();
  return (
    <section className="anchor-paper on-paper" aria-label={t.title}>
      <header className="anchor-paper__head">
        <div>
          <p>{t.title}</p>
          <h2>
            <bdi>{localized(hotel.profile.name, language)}</bdi>
          </h2>
        </div>
        <SealMark fingerprint={hotel.fingerprintBytes} />
      </header>
      <p>{t.text}</p>
      <dl className="anchor-paper__facts">
        <dt>{t.keptOn}</dt>
        <dd>{formatInstant(anchor.keptAt, language, 'Asia/Shanghai')}</dd>
        <dt>{t.size}</dt>
        <dd>{anchor.size}</dd>
        <dt>{t.fingerprint}</dt>
        <dd>
          <code>{hotel.fingerprint}</code>
          <br />
          {fingerprintWords(hotel.fingerprintBytes, language).join(' · ')}
        </dd>
      </dl>
      <div className="anchor-paper__lines">
        <div>
          <h3>{t.lines}</h3>
          <pre>{anchor.checkpoint}</pre>
        </div>
        <QrCode text={anchor.checkpoint} label={t.code} />
      </div>
    </section>
  );
}
