import type { ReactNode } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { noticeTextsIn } from '../../../protocol/notice-texts/notice-texts-in.ts';
import { purposeTemplates } from '../../../protocol/purpose-templates.ts';
import { SelectField, type SelectOption } from '../../../ui/components/select-field.tsx';
import { useLanguage, useMessages } from '../../../ui/messages/messages-provider.tsx';
import { TickField } from '../../app/tick-field.tsx';
import { monthChoices, type OfferedPurpose, workingDayChoices } from '../setup-answers.ts';
import type { SetupForm } from '../setup-form.ts';
import './purpose-choice.css';

interface PurposeChoiceProps {
  readonly id: OfferedPurpose;
  readonly validate: () => boolean;
  /** Replaces the words guests read. */
  readonly title?: string;
  readonly text?: string;
  readonly children?: ReactNode;
}

/** One use the hotel may ask for, in the words guests will read, and how long its details are kept. */
export function PurposeChoice({ id, validate, title, text, children }: PurposeChoiceProps) {
  const t = useMessages('setup').purposes;
  const staff = useMessages('staff');
  const language = useLanguage();
  const { register, control } = useFormContext<SetupForm>();
  const words = noticeTextsIn[language].purposes[id];
  const { retention } = purposeTemplates[id];
  const on = useWatch({ control, name: `purposes.${id}.on` });
  return (
    <section className="purpose-choice">
      <TickField
        label={<b>{title ?? staff.purposes[id]}</b>}
        hint={text ?? words.plain}
        {...register(`purposes.${id}.on`, { validate })}
      />
      <div className="purpose-choice__more">
        {on && retention.kind !== 'statutory' && (
          <SelectField
            label={t.kept}
            hint={retention.kind === 'until-withdrawn' ? t.untilNo : undefined}
            options={retention.kind === 'after-departure' ? dayOptions() : monthOptions()}
            {...register(`purposes.${id}.term`)}
          />
        )}
        {children}
      </div>
    </section>
  );

  function dayOptions(): SelectOption[] {
    return workingDayChoices.map((days) => ({ value: String(days), label: t.workingDays(days) }));
  }

  function monthOptions(): SelectOption[] {
    return monthChoices.map((months) => ({ value: String(months), label: t.months(months) }));
  }
}
