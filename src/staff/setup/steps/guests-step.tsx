import { useFormContext } from 'react-hook-form';
import { languages } from '../../../protocol/languages.ts';
import { languageNames } from '../../../ui/messages/language.ts';
import { useMessages } from '../../../ui/messages/messages-provider.tsx';
import { TickField } from '../../app/tick-field.tsx';
import type { SetupForm } from '../setup-form.ts';
import { Question } from './question.tsx';

export function GuestsStep() {
  const t = useMessages('setup').guests;
  const { register, formState } = useFormContext<SetupForm>();
  return (
    <Question title={t.title} text={t.text}>
      <fieldset className="setup-conversation__set" aria-label={t.title}>
        {languages.map((language, index) => (
          <TickField
            key={language}
            label={<span lang={language}>{languageNames[language]}</span>}
            value={language}
            error={formState.errors.languages !== undefined && index === languages.length - 1 ? t.missing : undefined}
            {...register('languages', { validate: (chosen) => chosen.length > 0 })}
          />
        ))}
      </fieldset>
    </Question>
  );
}
