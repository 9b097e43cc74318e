import { useEffect } from 'react';
import { useFieldArray } from 'react-hook-form';
import { limits } from '../../pii/limits.ts';
import { healthAnswers } from '../../pii/temporary-details.ts';
import type { FieldId } from '../../protocol/purposes.ts';
import { Button } from '../../ui/components/button.tsx';
import { SelectField } from '../../ui/components/select-field.tsx';
import { loadTemporaryWords } from '../../ui/messages/load-temporary-words.ts';
import { useLanguage, useMessages } from '../../ui/messages/messages-provider.tsx';
import { MoreMessages } from '../../ui/messages/more-messages.tsx';
import type { FormParts } from './form-context.ts';
import { placeOptions } from './place-names.ts';
import { useField } from './use-field.ts';
import './people.css';

/** What a temporary rule asks: only the fields the notice names, each a choice from a list. */
export function TemporaryFields({ parts }: { readonly parts: FormParts }) {
  return (
    <MoreMessages load={loadTemporaryWords}>
      <Fields parts={parts} />
    </MoreMessages>
  );
}

function Fields({ parts }: { readonly parts: FormParts }) {
  const t = useMessages('temporary');
  const details = useMessages('guest').details;
  const field = useField(parts);
  const { form } = parts;
  const purpose = parts.notice.purposes.find(({ id }) => id === 'temporary');
  const labelOf = (id: FieldId) => purpose?.items.find((item) => item.field === id)?.label;
  const [itinerary, health] = [labelOf('itinerary'), labelOf('health')];
  const isAsked = purpose !== undefined;
  const [asksPlaces, asksHealth] = [itinerary !== undefined, health !== undefined];
  // Today's rule may ask for less than the one that was answered before: what it doesn't ask is dropped.
  useEffect(() => {
    if (isAsked && !asksPlaces) form.unregister('temporary.places');
    if (isAsked && !asksHealth) form.unregister('temporary.health');
  }, [form, isAsked, asksPlaces, asksHealth]);
  if (purpose === undefined) return null;
  return (
    <section id="field-temporary" tabIndex={-1}>
      <h2>{purpose.title}</h2>
      <p>{purpose.retentionText}</p>
      {itinerary !== undefined && <Places parts={parts} label={itinerary} />}
      {health !== undefined && (
        <SelectField
          {...field('temporary.health', 'temporary')}
          label={t.health}
          options={healthAnswers.map((value) => ({ value, label: t.healthAnswers[value] }))}
          placeholder={details.pick}
          defaultValue={form.getValues('temporary.health') ?? ''}
        />
      )}
    </section>
  );
}

function Places({ parts, label }: { readonly parts: FormParts; readonly label: string }) {
  const t = useMessages('temporary');
  const { pick } = useMessages('guest').details;
  const language = useLanguage();
  const field = useField(parts);
  const places = useFieldArray({ control: parts.form.control, name: 'temporary.places' });
  const { append } = places;
  // One to begin with: nobody has been nowhere.
  const none = places.fields.length === 0;
  useEffect(() => {
    if (none) append({ place: '' }, { shouldFocus: false });
  }, [none, append]);
  const options = placeOptions(language, t.provinces);
  return (
    <fieldset className="people__one">
      <legend className="people__legend">{label}</legend>
      {places.fields.map((place, at) => (
        <div key={place.id}>
          <SelectField
            {...field(`temporary.places.${at}.place`, 'temporary')}
            label={t.place(at + 1)}
            options={options}
            placeholder={pick}
            autoComplete="off"
          />
          {at > 0 && (
            <Button kind="plain" icon="close" onClick={() => places.remove(at)}>
              {t.removePlace(at + 1)}
            </Button>
          )}
        </div>
      ))}
      {places.fields.length < limits.places && (
        <Button
          icon="add"
          onClick={() => append({ place: '' }, { focusName: `temporary.places.${places.fields.length}.place` })}
        >
          {t.addPlace}
        </Button>
      )}
    </fieldset>
  );
}
