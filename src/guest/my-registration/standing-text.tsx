import { formatCalendarDate } from '../../ui/messages/format-date.ts';
import { useLanguage, useMessages } from '../../ui/messages/messages-provider.tsx';
import type { PurposeStanding } from './my-registration.ts';

interface StandingTextProps {
  readonly standing: PurposeStanding;
  readonly law: boolean;
}

/** How a use of details stands, in a sentence: of a choice, or of what the law asks; and when it goes, or that it went. */
export function StandingText({ standing, law }: StandingTextProps) {
  const t = useMessages('myRegistration').choices;
  const language = useLanguage();
  const { standing: stands, until, planned, went } = standing;
  const when = goes();
  return (
    <p className="choice-card__standing">
      {how()}
      {when !== null && ` ${when}`}
    </p>
  );

  function how(): string {
    if (stands === 'sealed-off')
      return until === null ? t.sealedOffNoDate : t.sealedOff(formatCalendarDate(until, language));
    if (!law) return t.standing[stands];
    return t.law[stands === 'refused' || stands === 'withdrawn' ? 'not-asked' : stands];
  }

  function goes(): string | null {
    if (went !== null) return t.went(formatCalendarDate(went, language));
    if (stands !== 'held') return null;
    if (until === null) return law ? t.goesUnknown : null;
    return (planned ? t.goesPlanned : t.goes)(formatCalendarDate(until, language));
  }
}
