import { useMessages } from '../../../ui/messages/messages-provider.tsx';
import { LocalizedFields } from './localized-fields.tsx';
import { Question } from './question.tsx';

export function StorageStep() {
  const setup = useMessages('setup');
  const t = setup.storage;
  return (
    <Question title={t.title} text={t.text}>
      <LocalizedFields name="storage" label={t.label} missing={t.missing} tooLong={setup.name.tooLong} />
    </Question>
  );
}
