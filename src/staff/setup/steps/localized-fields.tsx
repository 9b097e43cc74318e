import { useFormContext } from 'react-hook-form';
import { Field } from '../../../ui/components/field.tsx';
import { languageNames } from '../../../ui/messages/language.ts';
import { chosenLanguages } from '../setup-answers.ts';
import type { SetupForm } from '../setup-form.ts';

interface LocalizedFieldsProps {
  readonly name: 'name' | 'address' | 'storage';
  readonly label: (language: string) => string;
  readonly missing: string;
  readonly tooLong: string;
  readonly autoComplete?: string;
}

/** The same answer in each of the guests' languages. */
export function LocalizedFields({ name, label, missing, tooLong, autoComplete }: LocalizedFieldsProps) {
  const { register, formState, getValues } = useFormContext<SetupForm>();
  return (
    <>
      {chosenLanguages(getValues()).map((language) => {
        const error = formState.errors[name]?.[language];
        return (
          <Field
            key={language}
            label={label(languageNames[language])}
            lang={language}
            error={error === undefined ? undefined : error.type === 'maxLength' ? tooLong : missing}
            autoComplete={autoComplete ?? 'off'}
            {...register(`${name}.${language}`, {
              validate: (typed) => typed.trim() !== '' || !chosenLanguages(getValues()).includes(language),
              maxLength: 300,
            })}
          />
        );
      })}
    </>
  );
}
