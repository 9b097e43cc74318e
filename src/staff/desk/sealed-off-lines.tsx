import type { ListedRow } from '../../protocol/api.ts';
import { localized } from '../../protocol/languages.ts';
import { purposeCitations } from '../../protocol/laws.ts';
import type { PurposeId } from '../../protocol/purposes.ts';
import { sealedDay } from '../../protocol/sealed-day.ts';
import { restsOnRule } from '../../protocol/temporary-rule.ts';
import { Icon } from '../../ui/components/icon.tsx';
import { formatCalendarDate } from '../../ui/messages/format-date.ts';
import { useLanguage, useMessages } from '../../ui/messages/messages-provider.tsx';
import type { Hotel } from '../session/read-hotel.ts';
import './purpose-lines.css';

interface SealedOffLinesProps {
  readonly row: Pick<ListedRow, 'sealedOff' | 'sealedUntil' | 'agreed' | 'checkOut'>;
  readonly hotel: Pick<Hotel, 'manifest'> & { readonly profile: Pick<Hotel['profile'], 'purposes'> };
}

/** What only a law still holds: why, by which article, until when. There is nothing to open. */
export function SealedOffLines({ row, hotel: { profile, manifest } }: SealedOffLinesProps) {
  const t = useMessages('requests').sealedOff;
  const staff = useMessages('staff');
  const common = useMessages('common');
  const language = useLanguage();
  if (row.sealedOff === undefined) return null;
  return (
    <section className="purpose-lines sealed-off-lines">
      <h2>{t.title}</h2>
      <p>{t.text}</p>
      <ul className="purpose-lines__list">
        {row.sealedOff.map((purpose) => {
          const until = dayOf(purpose);
          return (
            <li key={purpose} className="purpose-lines__line sealed-off-lines__line">
              <Icon name="lock" />
              <span>
                <b>{staff.purposes[purpose]}</b>
                <br />
                {until === null ? withoutDay(purpose) : t.until(formatCalendarDate(until, language))}
                <br />
                <small>{t.reason(lawsOf(purpose).join(common.listSeparator))}</small>
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );

  function versionOf(purpose: PurposeId): number | undefined {
    return row.agreed?.find((one) => one.purpose === purpose)?.version;
  }

  /** What the hotel no longer asks for goes by the rule that was entered last, which today's manifest doesn't have. */
  function withoutDay(purpose: PurposeId): string {
    return manifest.manifest.purposes.some(({ id }) => id === purpose) ? t.untilUnknown : t.untilByLast;
  }

  function dayOf(purpose: PurposeId): string | null {
    const until = row.sealedUntil?.[purpose] ?? null;
    const sealed = { purpose, until, checkOut: row.checkOut, version: versionOf(purpose) };
    return sealedDay(sealed, { manifest: manifest.manifest, profile });
  }

  /** A temporary purpose rests on the rule the owner entered; of one that was replaced since, the desk knows the notice it was in. */
  function lawsOf(purpose: PurposeId): readonly string[] {
    if (purpose !== 'temporary')
      return purposeCitations(purpose, language).map(({ law, article }) => common.notice.citation(law, article));
    const version = versionOf(purpose);
    const rule = profile.purposes.find(({ id }) => id === purpose)?.rule;
    if (rule === undefined || !restsOnRule(rule, version)) return [t.formerRule(version ?? null)];
    return [common.notice.citation(localized(rule.name, language), localized(rule.article, language))];
  }
}
