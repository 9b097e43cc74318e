import { useFormContext } from 'react-hook-form';
import { SelectField } from '../../../ui/components/select-field.tsx';
import { useMessages } from '../../../ui/messages/messages-provider.tsx';
import type { SetupForm } from '../setup-form.ts';
import { LocalizedFields } from './localized-fields.tsx';
import { Question } from './question.tsx';

export function PlaceStep() {
  const setup = useMessages('setup');
  const t = setup.place;
  const { register, formState } = useFormContext<SetupForm>();
  return (
    <Question title={t.title} text={t.text}>
      <SelectField
        label={t.province}
        placeholder={t.choose}
        error={formState.errors.jurisdiction === undefined ? undefined : t.provinceMissing}
        options={Object.entries(setup.provinces).map(([value, label]) => ({ value, label }))}
        {...register('jurisdiction', { validate: (chosen) => chosen !== '' })}
      />
      <LocalizedFields name="address" label={t.label} missing={t.missing} tooLong={setup.name.tooLong} />
    </Question>
  );
}
