import { type ComponentProps, useState } from 'react';
import { Button } from '../../ui/components/button.tsx';
import { Field } from '../../ui/components/field.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import './passphrase-field.css';

/** A passphrase, hidden unless its owner wants to see it. */
export function PassphraseField(props: Omit<ComponentProps<typeof Field>, 'type'>) {
  const t = useMessages('staff').signIn;
  const [shown, setShown] = useState(false);
  return (
    <div className="passphrase-field">
      <Field
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        maxLength={200}
        {...props}
        type={shown ? 'text' : 'password'}
      />
      <Button kind="plain" icon={shown ? 'close' : 'seen'} onClick={() => setShown(!shown)}>
        {shown ? t.hidePassphrase : t.showPassphrase}
      </Button>
    </div>
  );
}
