import { useFormContext } from 'react-hook-form';
import { useMessages } from '../../../ui/messages/messages-provider.tsx';
import { NewPassphrase } from '../../app/new-passphrase.tsx';
import type { SetupForm } from '../setup-form.ts';
import { Question } from './question.tsx';

export function PassphraseStep() {
  const t = useMessages('setup').passphrase;
  const form = useFormContext<SetupForm>();
  return (
    <Question title={t.title} text={t.text}>
      <NewPassphrase form={form} passphrase="passphrase" again="again" label={t.label} hint={t.hint} />
    </Question>
  );
}
