import { registerOrderIds } from '../../protocol/register-orders.ts';
import { suggestedTerms } from '../../protocol/suggested-terms.ts';
import { Button } from '../../ui/components/button.tsx';
import { Field } from '../../ui/components/field.tsx';
import { SelectField } from '../../ui/components/select-field.tsx';
import { StateNote } from '../../ui/components/state-note.tsx';
import { formatCalendarDate } from '../../ui/messages/format-date.ts';
import { useLanguage, useMessages } from '../../ui/messages/messages-provider.tsx';
import type { PurposeAnswers } from './purpose-answers.ts';

interface SuggestedTermsProps {
  readonly region: string;
  readonly onTake: (months: number, term: string) => void;
}

/** Terms claimed for the hotel's region: to be checked, never a rule by themselves. */
export function SuggestedTerms({ region, onTake }: SuggestedTermsProps) {
  const t = useMessages('noticeEditor').suggestions;
  const language = useLanguage();
  const found = suggestedTerms(region, 'identity');
  if (found.length === 0) return <p className="notice-place__aside">{t.none}</p>;
  return (
    <StateNote state="warning" word={t.title}>
      <p>{t.text}</p>
      <ul className="notice-place__suggestions">
        {found.map(({ place, months, source, certainty, checkedOn }) => (
          <li key={`${place.en} ${months}`}>
            <p>
              {t.claim(place[language], t.months(months), source[language])} {t.certainty[certainty]}
              {' · '}
              {t.checkedOn(formatCalendarDate(checkedOn, language))}
            </p>
            <Button
              aria-label={`${t.take}: ${place[language]}, ${t.months(months)}`}
              onClick={() => onTake(months, t.months(months))}
            >
              {t.take}
            </Button>
          </li>
        ))}
      </ul>
    </StateNote>
  );
}

interface RegisterPartProps {
  readonly answers: Pick<PurposeAnswers, 'order' | 'entryRule'>;
  readonly error: string | undefined;
  readonly onChange: (part: Partial<PurposeAnswers>) => void;
}

/** How the register reaches the police: the local order, and whether a rule asks for visa and entry. */
export function RegisterPart({ answers, error, onChange }: RegisterPartProps) {
  const t = useMessages('noticeEditor').register;
  const { orders } = useMessages('staff').register;
  return (
    <section className="notice-place__part">
      <h2>{t.title}</h2>
      <SelectField
        label={t.order}
        hint={t.orderHint}
        options={registerOrderIds.map((value) => ({ value, label: orders[value] }))}
        value={answers.order}
        onChange={(event) => onChange({ order: event.currentTarget.value })}
      />
      <Field
        label={t.entryRule}
        hint={t.entryRuleHint}
        value={answers.entryRule}
        error={error}
        autoComplete="off"
        onChange={(event) => onChange({ entryRule: event.currentTarget.value })}
      />
    </section>
  );
}
