import { parseCertificate, type ProvenCertificate } from '../../protocol/erasure-certificate.ts';
import { retentionCitations } from '../../protocol/laws.ts';
import type { Upcoming } from '../../protocol/retention-api.ts';
import { Button } from '../../ui/components/button.tsx';
import { formatCalendarDate, formatInstant } from '../../ui/messages/format-date.ts';
import { useLanguage, useMessages } from '../../ui/messages/messages-provider.tsx';
import { saveFile } from '../app/save-file.ts';

/** What goes, day by day, each with the term and the rule it rests on. */
export function UpcomingList({ upcoming }: { readonly upcoming: readonly Upcoming[] }) {
  const t = useMessages('staff').retention;
  const common = useMessages('common');
  const language = useLanguage();
  const days = [...new Set(upcoming.map(({ day }) => day))];
  return days.map((day) => (
    <section key={day ?? 'unknown'} className="retention-place__day">
      <h3>{day === null ? t.noDay : formatCalendarDate(day, language)}</h3>
      <ul>
        {upcoming
          .filter((one) => one.day === day)
          .map((one) => (
            <li key={`${one.class} ${one.outcome} ${JSON.stringify(one.term)}`}>
              <p className="retention-place__what">
                {t.classes[one.class]}
                {' · '}
                {t.outcomes[one.outcome]}
                {' · '}
                {t.count(one.count)}
              </p>
              <p className="retention-place__why">
                {termOf(one)}
                {' · '}
                {retentionCitations(one.class, language)
                  .map(({ law, article }) => common.notice.citation(law, article))
                  .join(common.listSeparator)}
              </p>
              {one.planned > 0 && <p className="retention-place__why">{t.planned(one.planned)}</p>}
              {!one.calendarKnown && <p className="retention-place__why">{t.calendarUnknown}</p>}
            </li>
          ))}
      </ul>
    </section>
  ));

  function termOf({ term, outcome }: Upcoming): string {
    if (term === null) return t.terms.withLast;
    if (term.kind === 'after-departure') return t.terms.afterDeparture(term.workingDays);
    if (term.kind === 'until-withdrawn') return t.terms.untilWithdrawn(term.monthsAfterStay);
    if (outcome === 'sealed-off') return t.terms.sealing;
    return term.months === undefined ? t.terms.unknown : t.terms.statutory(term.months);
  }
}

/** The runs that were, each with its certificate to keep. */
export function CertificateList({ certificates }: { readonly certificates: readonly ProvenCertificate[] }) {
  const t = useMessages('staff').retention;
  const common = useMessages('common');
  const language = useLanguage();
  if (certificates.length === 0) return <p>{t.noRuns}</p>;
  return (
    <ul className="retention-place__runs">
      {certificates.map((proven) => {
        const { certificate_id: id, issued_at: issued, classes, clock } = parseCertificate(proven.text);
        const when = formatInstant(issued, language, 'Asia/Shanghai');
        const what = classes.map((one) => `${t.classes[one.class]} ${t.outcomes[one.outcome]} ${one.count}`);
        return (
          <li key={id}>
            <p className="retention-place__what">{when}</p>
            <p className="retention-place__why">{what.length === 0 ? t.nothingDue : what.join(common.listSeparator)}</p>
            {clock.held && <p className="retention-place__why">{t.clock}</p>}
            <Button
              kind="plain"
              icon="download"
              aria-label={`${t.save} ${when}`}
              onClick={() =>
                saveFile(
                  new Blob([JSON.stringify(proven)], { type: 'application/json' }),
                  `${t.fileName} ${issued.slice(0, 10)}.json`,
                )
              }
            >
              {t.save}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
