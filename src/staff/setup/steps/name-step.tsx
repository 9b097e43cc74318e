import { useMessages } from '../../../ui/messages/messages-provider.tsx';
import { LocalizedFields } from './localized-fields.tsx';
import { Question } from './question.tsx';

export function NameStep() {
  const t = useMessages('setup').name;
  return (
    <Question title={t.title} text={t.text}>
      <LocalizedFields
        name="name"
        label={t.label}
        missing={t.missing}
        tooLong={t.tooLong}
        autoComplete="organization"
      />
    </Question>
  );
}
