import { useState } from 'react';
import { Button } from '../../ui/components/button.tsx';
import { Field } from '../../ui/components/field.tsx';
import { SelectField, type SelectOption } from '../../ui/components/select-field.tsx';
import { useLanguage, useMessages } from '../../ui/messages/messages-provider.tsx';
import { type FormParts, isWanted, wantedBy } from './form-context.ts';
import { useField } from './use-field.ts';

/** Who the guest is and how to be reached: a phone number of any country, an e-mail address, or both. */
export function ContactFields({
  parts,
  countries,
}: {
  readonly parts: FormParts;
  readonly countries: readonly SelectOption[];
}) {
  const t = useMessages('guest').details;
  const language = useLanguage();
  const field = useField(parts);
  const { form } = parts;
  const [emailShown, setEmailShown] = useState(() => language !== 'zh-Hans' || form.getValues('email') !== '');
  const [countryShown, setCountryShown] = useState(
    () => language !== 'zh-Hans' || form.getValues('phoneCountry') !== '',
  );
  // A number that isn't a mainland one needs its country; nobody else sees the list.
  const countryNeeded = countryShown || parts.reasons.get('phone') === 'phone_country_needed';
  const reachable = isWanted(parts, 'phone');
  return (
    <section>
      <Field
        {...field('name')}
        label={t.name}
        purposes={wantedBy(parts, 'name')}
        hint={isWanted(parts, 'documentNumber') ? t.nameHint : undefined}
        need="required"
        autoComplete="name"
        enterKeyHint="next"
      />
      {reachable && (
        <>
          <h2>{t.contact}</h2>
          <p>{t.contactEither}</p>
          <Field
            {...field('phone', 'email')}
            label={t.phone}
            purposes={wantedBy(parts, 'phone')}
            type="tel"
            inputMode="tel"
            autoComplete="tel"
            enterKeyHint="next"
          />
          {countryNeeded ? (
            <SelectField
              {...form.register('phoneCountry', { onChange: () => parts.onChanged('phone') })}
              id="field-phoneCountry"
              label={t.phoneCountry}
              options={countries}
              placeholder={t.phoneCountryAuto}
              autoComplete="tel-country-code"
            />
          ) : (
            <Button kind="plain" icon="phone" onClick={() => setCountryShown(true)}>
              {t.otherCountry}
            </Button>
          )}
          {emailShown || form.getValues('email') !== '' ? (
            <Field
              {...field('email', 'phone')}
              label={t.email}
              purposes={wantedBy(parts, 'email')}
              type="email"
              inputMode="email"
              autoComplete="email"
              autoCapitalize="none"
              spellCheck={false}
              enterKeyHint="next"
            />
          ) : (
            <Button kind="plain" icon="mail" onClick={() => setEmailShown(true)}>
              {t.useEmail}
            </Button>
          )}
        </>
      )}
    </section>
  );
}
