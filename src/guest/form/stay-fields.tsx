import { useState } from 'react';
import { Button } from '../../ui/components/button.tsx';
import { DateField } from '../../ui/components/date-field.tsx';
import { Field } from '../../ui/components/field.tsx';
import { formatStay } from '../../ui/messages/format-date.ts';
import { useLanguage, useMessages } from '../../ui/messages/messages-provider.tsx';
import type { FormParts } from './form-context.ts';
import { useField } from './use-field.ts';
import './stay-fields.css';

/** From when to when, and how many. Where the stay is known already it is only shown, until somebody wants it otherwise. */
export function StayFields({ parts }: { readonly parts: FormParts }) {
  const t = useMessages('guest').details;
  const common = useMessages('common');
  const language = useLanguage();
  const field = useField(parts);
  const [open, setOpen] = useState(parts.stayKnown !== true);
  const { form, reasons } = parts;
  const asked = open || reasons.has('checkIn') || reasons.has('checkOut') || reasons.has('partySize');
  return (
    <section>
      <h2>{t.stay}</h2>
      {asked ? (
        <div className="stay-fields">
          <DateField {...field('checkIn')} label={t.checkIn} />
          <DateField {...field('checkOut')} label={t.checkOut} />
          <Field {...field('partySize')} label={t.partySize} inputMode="numeric" autoComplete="off" maxLength={4} />
        </div>
      ) : (
        <p>
          {formatStay(form.getValues('checkIn'), form.getValues('checkOut'), language)}{' '}
          <Button kind="plain" icon="edit" onClick={() => setOpen(true)}>
            {common.edit}
          </Button>
        </p>
      )}
    </section>
  );
}
