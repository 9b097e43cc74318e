import { localized } from '../../protocol/languages.ts';
import { retentionCitations } from '../../protocol/laws.ts';
import { localRuleOf, type PropertyProfile } from '../../protocol/property-profile.ts';
import type { Upcoming } from '../../protocol/retention-api.ts';
import { formatCalendarDate, formatInstant } from '../../ui/messages/format-date.ts';
import { useLanguage, useMessages } from '../../ui/messages/messages-provider.tsx';

interface UpcomingListProps {
  readonly profile: PropertyProfile;
  readonly upcoming: readonly Upcoming[];
}

/** What goes, day by day, each with the term and the rule it rests on. */
export function UpcomingList({ profile, upcoming }: UpcomingListProps) {
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
            <li key={`${one.class} ${one.outcome} ${JSON.stringify([one.term, one.awaited])}`}>
              <p className="retention-place__what">
                {one.awaited === undefined ? t.classes[one.class] : t.awaited}
                {' · '}
                {t.outcomes[one.outcome]}
                {' · '}
                {t.count(one.count)}
              </p>
              <p className="retention-place__why">
                {termOf(one)}
                {' · '}
                {rulesOf(one.class)}
              </p>
              {ruleOf(one)}
              {one.planned > 0 && <p className="retention-place__why">{t.planned(one.planned)}</p>}
              {!one.calendarKnown && <p className="retention-place__why">{t.calendarUnknown}</p>}
            </li>
          ))}
      </ul>
    </section>
  ));

  /** Each law once, with its articles. */
  function rulesOf(id: Upcoming['class']): string {
    const articles = new Map<string, string[]>();
    for (const { law, article } of retentionCitations(id, language))
      articles.set(law, [...(articles.get(law) ?? []), article]);
    return [...articles]
      .map(([law, all]) => common.notice.citation(law, all.join(common.listSeparator)))
      .join(common.listSeparator);
  }

  /** The rule the owner entered, local or temporary, each part in its place. */
  function ruleOf({ class: id, term }: Upcoming) {
    const temporary = profile.purposes.find((purpose) => purpose.id === id);
    if (temporary?.rule !== undefined) {
      // A day that isn't this rule's is one's that was replaced.
      if (JSON.stringify(term) !== JSON.stringify(temporary.retention)) return null;
      const { name, article, issuedOn, enteredOn } = temporary.rule;
      const since = t.issuedOn(formatCalendarDate(issuedOn, language));
      const named = localized(article, language);
      return <p className="retention-place__why">{t.localRule(localized(name, language), named, since, enteredOn)}</p>;
    }
    const local = localRuleOf(profile, id);
    if (local === null || (term === null && isByLaw(id))) return null;
    const { rule, article, effective, enteredOn } = local;
    const since = effective === undefined ? null : t.inForce(formatCalendarDate(effective, language));
    return <p className="retention-place__why">{t.localRule(rule, article ?? null, since, enteredOn)}</p>;
  }

  function termOf({ class: id, term, outcome, awaited }: Upcoming): string {
    if (awaited !== undefined) {
      const { hours, from } = awaited;
      return t.terms.awaited(hours, from === null ? null : formatInstant(from, language, 'Asia/Shanghai', 'time'));
    }
    if (term === null)
      return id === 'temporary' ? t.terms.formerRule : isByLaw(id) ? t.terms.formerTerm : t.terms.withLast;
    if (term.kind === 'after-departure') return t.terms.afterDeparture(term.workingDays);
    if (outcome === 'sealed-off') return t.terms.sealing;
    if (term.kind === 'until-date') return t.terms.untilDate(formatCalendarDate(term.asked, language));
    if (term.kind === 'until-withdrawn') return t.terms.untilWithdrawn(term.monthsAfterStay);
    return term.months === undefined ? t.terms.unknown : t.terms.statutory(term.months);
  }
}

/** Whose term is a local rule's: of what nobody agreed to. */
function isByLaw(id: Upcoming['class']): boolean {
  return id === 'identity' || id === 'minors';
}
