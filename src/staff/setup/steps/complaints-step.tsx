import { useFormContext } from 'react-hook-form';
import { suggestedComplaintLines } from '../../../protocol/laws.ts';
import { Disclosure } from '../../../ui/components/disclosure.tsx';
import { Field } from '../../../ui/components/field.tsx';
import { useLanguage, useMessages } from '../../../ui/messages/messages-provider.tsx';
import { TickField } from '../../app/tick-field.tsx';
import type { SetupForm } from '../setup-form.ts';
import { Question } from './question.tsx';

export function ComplaintsStep() {
  const setup = useMessages('setup');
  const t = setup.complaints;
  const language = useLanguage();
  const { register, formState, getValues } = useFormContext<SetupForm>();
  const { errors } = formState;
  const bothOrNeither = () =>
    (getValues('ownComplaintName').trim() === '') === (getValues('ownComplaintContact').trim() === '');
  return (
    <Question title={t.title} text={t.text}>
      <fieldset className="setup-conversation__set" aria-label={t.title}>
        {suggestedComplaintLines.map((line, index) => (
          <TickField
            key={line.contact}
            label={line.name[language]}
            hint={line.contact}
            value={String(index)}
            error={
              errors.complaints !== undefined && index === suggestedComplaintLines.length - 1 ? t.missing : undefined
            }
            {...register('complaints', {
              validate: (kept) => kept.length > 0 || getValues('ownComplaintName').trim() !== '',
            })}
          />
        ))}
      </fieldset>
      <Disclosure summary={t.own}>
        <Field
          label={t.ownName}
          autoComplete="off"
          {...register('ownComplaintName', { validate: bothOrNeither, maxLength: 300 })}
        />
        <Field
          label={t.ownContact}
          error={
            errors.ownComplaintContact === undefined && errors.ownComplaintName === undefined
              ? undefined
              : errors.ownComplaintContact?.type === 'maxLength'
                ? setup.contact.tooLong
                : t.ownIncomplete
          }
          autoComplete="off"
          {...register('ownComplaintContact', { validate: bothOrNeither, maxLength: 120 })}
        />
      </Disclosure>
    </Question>
  );
}
