import { DateField } from '../../ui/components/date-field.tsx';
import { Field } from '../../ui/components/field.tsx';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import type { FormParts } from './form-context.ts';
import { useField } from './use-field.ts';
import './stay-fields.css';

/** From when to when, and how many. */
export function StayFields({ parts }: { readonly parts: FormParts }) {
  const t = useMessages('guest').details;
  const field = useField(parts);
  return (
    <section>
      <h2>{t.stay}</h2>
      <div className="stay-fields">
        <DateField {...field('checkIn')} label={t.checkIn} />
        <DateField {...field('checkOut')} label={t.checkOut} />
        <Field {...field('partySize')} label={t.partySize} inputMode="numeric" autoComplete="off" maxLength={4} />
      </div>
    </section>
  );
}
