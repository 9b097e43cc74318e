import { useFieldArray } from 'react-hook-form';
import { limits } from '../../pii/limits.ts';
import { emptyMinor } from '../../pii/raw-details.ts';
import { Button } from '../../ui/components/button.tsx';
import { Field } from '../../ui/components/field.tsx';
import { SelectField } from '../../ui/components/select-field.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import type { FormParts } from './form-context.ts';
import { countAtLeast } from './identity-fields.tsx';
import { useField } from './use-field.ts';
import './people.css';

/** Children of the party, each with a parent or guardian. Closed until somebody says there is one. */
export function MinorFields({ parts }: { readonly parts: FormParts }) {
  const t = useMessages('guest').details;
  const field = useField(parts);
  const { form } = parts;
  const minors = useFieldArray({ control: form.control, name: 'minors' });
  const ages = [
    { value: 'under-14', label: t.minorAges['under-14'] },
    { value: '14-17', label: t.minorAges['14-17'] },
  ];

  function guardianIsGuest(at: number) {
    const { name, phone, phoneCountry, email } = form.getValues();
    form.setValue(`minors.${at}.guardianName`, name);
    form.setValue(`minors.${at}.guardianContact`, phone === '' ? email : phone);
    form.setValue(`minors.${at}.guardianContactCountry`, phoneCountry);
    parts.onChanged(`minors.${at}.guardianName`);
    parts.onChanged(`minors.${at}.guardianContact`);
    form.setFocus(`minors.${at}.guardianRelation`);
  }

  return (
    <section>
      <h2>{t.minors}</h2>
      <p>{t.minorsIntro}</p>
      {minors.fields.map((minor, at) => (
        <fieldset key={minor.id} className="people__one">
          <legend className="people__legend">{t.minor(at + 1)}</legend>
          <Field {...field(`minors.${at}.minorName`)} label={t.minorName} autoComplete="off" enterKeyHint="next" />
          <SelectField {...field(`minors.${at}.minorAge`)} label={t.minorAge} options={ages} placeholder={t.pick} />
          <Field
            {...field(`minors.${at}.guardianName`)}
            label={t.guardianName}
            autoComplete="off"
            enterKeyHint="next"
          />
          <p>
            <Button kind="plain" icon="person" onClick={() => guardianIsGuest(at)}>
              {t.iAmGuardian}
            </Button>
          </p>
          <Field
            {...field(`minors.${at}.guardianRelation`)}
            label={t.guardianRelation}
            hint={t.guardianRelationHint}
            autoComplete="off"
            enterKeyHint="next"
          />
          <Field
            {...field(`minors.${at}.guardianContact`)}
            label={t.guardianContact}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
          />
          <Button kind="plain" icon="close" onClick={() => minors.remove(at)}>
            {t.removeMinor(at + 1)}
          </Button>
        </fieldset>
      ))}
      {minors.fields.length < limits.minors && (
        <Button
          icon="child"
          onClick={() => {
            minors.append(emptyMinor, { focusName: `minors.${minors.fields.length}.minorName` });
            countAtLeast(parts, minors.fields.length + 2);
          }}
        >
          {t.addMinor}
        </Button>
      )}
    </section>
  );
}
