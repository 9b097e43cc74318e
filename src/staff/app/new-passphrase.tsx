import { type FieldValues, type Path, type UseFormReturn, useWatch } from 'react-hook-form';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { passphraseIsEnough, passphraseStrength } from '../session/passphrase-strength.ts';
import { PassphraseField } from './passphrase-field.tsx';
import './new-passphrase.css';

interface NewPassphraseProps<Values extends FieldValues> {
  readonly form: UseFormReturn<Values>;
  readonly passphrase: Path<Values>;
  readonly again: Path<Values>;
  readonly label: string;
  readonly hint: string;
}

const bars = ['fair', 'good', 'strong'] as const;

/** A passphrase chosen now: typed twice, its strength said plainly. */
export function NewPassphrase<Values extends FieldValues>(props: NewPassphraseProps<Values>) {
  const { form, passphrase, again, label, hint } = props;
  const t = useMessages('staff');
  const typed = String(useWatch({ control: form.control, name: passphrase }));
  const strength = passphraseStrength(typed);
  const reached = bars.findIndex((bar) => bar === strength);
  const { errors } = form.formState;
  return (
    <>
      <PassphraseField
        label={label}
        hint={hint}
        error={
          errors[passphrase] === undefined ? undefined : strength === 'common' ? t.strength.common : t.strength.short
        }
        autoComplete="new-password"
        {...form.register(passphrase, { validate: (value) => passphraseIsEnough(String(value)) })}
      />
      {typed !== '' && (
        <div className="new-passphrase__strength" role="status">
          <span className="new-passphrase__bars" aria-hidden="true">
            {bars.map((bar, index) => (
              <span
                key={bar}
                className={
                  index <= reached ? 'new-passphrase__bar new-passphrase__bar--reached' : 'new-passphrase__bar'
                }
              />
            ))}
          </span>
          {t.strength[strength]}
        </div>
      )}
      <PassphraseField
        label={t.team.again}
        error={errors[again] === undefined ? undefined : t.team.againDiffers}
        autoComplete="new-password"
        {...form.register(again, { validate: (value) => String(value) === String(form.getValues(passphrase)) })}
      />
    </>
  );
}
