import { useController, useFormContext } from 'react-hook-form';
import { useMessages } from '../../../ui/messages/messages-provider.tsx';
import { ComplaintLines, readComplaintLines } from '../../app/complaint-lines.tsx';
import type { FieldFaults } from '../../app/field-faults.ts';
import { chosenLanguages } from '../setup-answers.ts';
import type { SetupForm } from '../setup-form.ts';
import { Question } from './question.tsx';

const none: FieldFaults = new Map();

export function ComplaintsStep() {
  const t = useMessages('setup').complaints;
  const { control, getValues } = useFormContext<SetupForm>();
  const languages = chosenLanguages(getValues());
  const { field, fieldState } = useController({
    control,
    name: 'complaints',
    rules: { validate: (lines) => readComplaintLines(lines, languages).faults.size === 0 },
  });
  return (
    <Question title={t.title} text={t.text}>
      <ComplaintLines
        lines={field.value}
        languages={languages}
        faults={fieldState.invalid ? readComplaintLines(field.value, languages).faults : none}
        onChange={field.onChange}
      />
    </Question>
  );
}
