import { type FormEvent, type ReactNode, useState } from 'react';
import { Button } from '../../ui/components/button.tsx';
import { Field } from '../../ui/components/field.tsx';
import { Screen } from '../../ui/components/screen.tsx';
import { useProblemWords } from '../../ui/messages/use-problem-words.ts';
import { readTypedSecret } from './read-typed-secret.ts';
import { useAssistedSession, useAssistedWords } from './session-context.ts';

/** A guest with a slip or a link comes back to what they told. */
export function EnterCodeScreen({ top }: { readonly top: ReactNode }) {
  const t = useAssistedWords().enter;
  const { openMine } = useAssistedSession();
  const problemWords = useProblemWords();
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<'missing' | 'wrong' | 'offline' | null>(null);
  async function open(event: FormEvent) {
    event.preventDefault();
    if (typed.trim() === '') {
      setError('missing');
      return;
    }
    const secret = await readTypedSecret(typed);
    if (secret === null) {
      setError('wrong');
      return;
    }
    try {
      await openMine(secret);
    } catch {
      setError('offline');
    }
  }
  return (
    <form noValidate autoComplete="off" onSubmit={(event) => void open(event)}>
      <Screen
        top={top}
        actions={
          <Button kind="primary" type="submit" wide>
            {t.open}
          </Button>
        }
      >
        <h1 tabIndex={-1}>{t.title}</h1>
        <p>{t.text}</p>
        <Field
          id="field-code"
          label={t.code}
          error={error === null ? undefined : error === 'offline' ? problemWords('offline').text : t[error]}
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          onInput={(event) => {
            setTyped(event.currentTarget.value);
            setError(null);
          }}
        />
      </Screen>
    </form>
  );
}
