import { languages, localized } from '../../protocol/languages.ts';
import { pages } from '../../protocol/pages.ts';
import { toDate } from '../../protocol/time.ts';
import { formatCalendarDate } from '../../ui/messages/format-date.ts';
import { useLanguage, useMessages } from '../../ui/messages/messages-provider.tsx';
import { QrCode } from '../../ui/qr/qr-code.tsx';
import { SealMark } from '../../ui/seal/seal-mark.tsx';
import { fingerprintWords } from '../../ui/seal/fingerprint-words.ts';
import { useTools } from '../app/tools.tsx';
import type { Hotel } from '../session/read-hotel.ts';
import './recovery-paper.css';

/** One A4 page: whose, what for, the code in groups and as a QR code, where to keep it. */
export function RecoveryPaper({ hotel, code }: { readonly hotel: Hotel; readonly code: string }) {
  const t = useMessages('staff').recovery.sheet;
  const language = useLanguage();
  const { timers } = useTools();
  const groups = code.split('-');
  return (
    <section className="recovery-paper on-paper" aria-label={t.title}>
      <header className="recovery-paper__head">
        <div>
          <p className="recovery-paper__kind">{t.title}</p>
          <h2>
            <bdi>{localized(hotel.profile.name, language)}</bdi>
          </h2>
          <p>
            {t.madeOn} {formatCalendarDate(toDate(timers.now()), language)}
          </p>
        </div>
        <SealMark fingerprint={hotel.fingerprintBytes} />
      </header>
      <div className="recovery-paper__secret">
        <div>
          <h3>{t.code}</h3>
          <ol className="recovery-paper__groups">
            {groups.map((group, index) => (
              <li key={`${index + 1}`}>{group}</li>
            ))}
          </ol>
        </div>
        <QrCode text={code} label={t.code} />
      </div>
      <dl className="recovery-paper__words">
        <dt>{t.what}</dt>
        <dd>{t.whatText}</dd>
        <dt>{t.keep}</dt>
        <dd>{t.keepText}</dd>
        <dt>{t.replace}</dt>
        <dd>{t.replaceText}</dd>
        <dt>{t.words}</dt>
        <dd>
          {languages
            .filter((one) => hotel.profile.languages.includes(one))
            .map((one) => fingerprintWords(hotel.fingerprintBytes, one).join(' · '))
            .join(' / ')}
        </dd>
        <dt>{t.desk}</dt>
        <dd>
          {hotel.publicUrl}
          {pages.staff(hotel.property)}
        </dd>
      </dl>
    </section>
  );
}
