import { useFieldArray, useWatch } from 'react-hook-form';
import { documentKinds, limits } from '../../pii/limits.ts';
import { Button } from '../../ui/components/button.tsx';
import { DateField } from '../../ui/components/date-field.tsx';
import { Field } from '../../ui/components/field.tsx';
import { SelectField, type SelectOption } from '../../ui/components/select-field.tsx';
import { useLanguage, useMessages } from '../../ui/messages/messages-provider.tsx';
import type { FormParts } from './form-context.ts';
import { personIn } from './starting-details.ts';
import { useField } from './use-field.ts';
import './people.css';

interface IdentityFieldsProps {
  readonly parts: FormParts;
  readonly countries: readonly SelectOption[];
}

/** What the law asks of everybody who stays; the first person is the guest, whose name is already there. */
export function IdentityFields({ parts, countries }: IdentityFieldsProps) {
  const t = useMessages('guest').details;
  const language = useLanguage();
  const { form } = parts;
  const people = useFieldArray({ control: form.control, name: 'people' });
  return (
    <section>
      <h2>{t.identity}</h2>
      <p>{t.identityIntro}</p>
      {people.fields.map((person, at) => (
        <fieldset key={person.id} className="people__one">
          <legend className="people__legend">{at === 0 ? t.you : t.person(at + 1)}</legend>
          <PersonFields parts={parts} countries={countries} at={at} />
          {at > 0 && (
            <Button kind="plain" icon="close" onClick={() => people.remove(at)}>
              {t.removePerson(at + 1)}
            </Button>
          )}
        </fieldset>
      ))}
      {people.fields.length < limits.people && (
        <Button
          icon="add"
          onClick={() => {
            people.append(personIn(language), { focusName: `people.${people.fields.length}.name` });
            countAtLeast(parts, people.fields.length + 1);
          }}
        >
          {t.addPerson}
        </Button>
      )}
    </section>
  );
}

function PersonFields({ parts, countries, at }: IdentityFieldsProps & { readonly at: number }) {
  const t = useMessages('guest').details;
  const field = useField(parts);
  const kind = useWatch({ control: parts.form.control, name: `people.${at}.documentKind` });
  const kinds = documentKinds.map((value) => ({ value, label: t.documentKinds[value] }));
  // The card's number says both, and the card on a phone has the same.
  const resident = kind === 'resident-id' || kind === 'electronic-id';
  return (
    <>
      {at > 0 && <Field {...field(`people.${at}.name`)} label={t.name} autoComplete="off" enterKeyHint="next" />}
      <SelectField
        {...field(`people.${at}.documentKind`, `people.${at}.nationality`, `people.${at}.birthDate`)}
        label={t.documentKind}
        options={kinds}
        placeholder={t.pick}
      />
      <Field
        {...field(`people.${at}.documentNumber`)}
        label={t.documentNumber}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        enterKeyHint="next"
      />
      {!resident && (
        <>
          <SelectField
            {...field(`people.${at}.nationality`)}
            label={t.nationality}
            options={countries}
            placeholder={t.pick}
            autoComplete={at === 0 ? 'country' : 'off'}
          />
          <DateField
            {...field(`people.${at}.birthDate`)}
            label={t.birthDate}
            autoComplete={at === 0 ? 'bday' : 'off'}
          />
        </>
      )}
    </>
  );
}

/** Listing people says how many there are; a larger number stays. */
export function countAtLeast({ form }: Pick<FormParts, 'form'>, people: number): void {
  if (Number(form.getValues('partySize')) < people) form.setValue('partySize', String(people));
}
