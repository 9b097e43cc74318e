import { DateField } from '../../ui/components/date-field.tsx';
import { Field } from '../../ui/components/field.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import type { PurposeAnswers } from './purpose-answers.ts';

interface LocalRuleFieldsProps {
  readonly answers: PurposeAnswers;
  readonly said: (path: string, most: number) => string | undefined;
  readonly onChange: (part: Partial<PurposeAnswers>) => void;
}

/** The rule a term of the law rests on, part by part: guests read each, and the owner looks each up again one day. */
export function LocalRuleFields({ answers, said, onChange }: LocalRuleFieldsProps) {
  const t = useMessages('setup').purposes;
  return (
    <>
      <Field
        label={t.rule}
        value={answers.localRule}
        error={said('localRule', 200)}
        autoComplete="off"
        onChange={(event) => onChange({ localRule: event.currentTarget.value })}
      />
      <Field
        label={t.article}
        hint={t.articleHint}
        value={answers.localArticle}
        error={said('localArticle', 120)}
        autoComplete="off"
        onChange={(event) => onChange({ localArticle: event.currentTarget.value })}
      />
      <DateField
        label={t.effective}
        value={answers.localEffective}
        error={said('localEffective', 10)}
        onChange={(event) => onChange({ localEffective: event.currentTarget.value })}
      />
      <Field
        label={t.term}
        value={answers.localTerm}
        error={said('localTerm', 120)}
        autoComplete="off"
        onChange={(event) => onChange({ localTerm: event.currentTarget.value })}
      />
      <DateField
        label={t.checkedOn}
        hint={t.checkedOnHint}
        value={answers.localChecked}
        error={said('localChecked', 10)}
        onChange={(event) => onChange({ localChecked: event.currentTarget.value })}
      />
    </>
  );
}
