import { formatCalendarDate } from '../../ui/messages/format-date.ts';
import { useLanguage, useMessages } from '../../ui/messages/messages-provider.tsx';
import type { PurposeStanding } from './my-registration.ts';

/** How a use of details stands, in a sentence: of a choice, or of what the law asks. */
export function StandingText({ standing, law }: { readonly standing: PurposeStanding; readonly law: boolean }) {
  const t = useMessages('myRegistration').choices;
  const language = useLanguage();
  return <p className="choice-card__standing">{text()}</p>;

  function text(): string {
    const { standing: stands, until } = standing;
    if (stands === 'sealed-off')
      return until === null ? t.sealedOffNoDate : t.sealedOff(formatCalendarDate(until, language));
    if (!law) return t.standing[stands];
    return t.law[stands === 'refused' || stands === 'withdrawn' ? 'not-asked' : stands];
  }
}
