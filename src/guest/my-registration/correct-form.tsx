import { type FormEvent, type ReactNode, type Ref, useId, useMemo } from 'react';
import { useAutofill } from '../../ui/components/autofill.tsx';
import { Button } from '../../ui/components/button.tsx';
import { Screen } from '../../ui/components/screen.tsx';
import { useLanguage, useMessages } from '../../ui/messages/messages-provider.tsx';
import { ContactFields } from '../form/contact-fields.tsx';
import { countryOptions } from '../form/country-names.ts';
import { ErrorSummary } from '../form/error-summary.tsx';
import { type FormParts, isWanted } from '../form/form-context.ts';
import { IdentityFields } from '../form/identity-fields.tsx';
import { MinorFields } from '../form/minor-fields.tsx';
import { StayFields } from '../form/stay-fields.tsx';
import { TemporaryFields } from '../form/temporary-fields.tsx';
import '../form/details-screen.css';

interface CorrectFormProps {
  readonly top: ReactNode;
  readonly parts: FormParts;
  /** The purpose that will be said yes to with this; null where only details change. */
  readonly giving: string | null;
  readonly busy: boolean;
  /** Nothing is different from before. */
  readonly unchanged: boolean;
  readonly summary: Ref<HTMLDivElement>;
  readonly onBack: () => void;
  readonly onSubmit: () => void;
}

/** The same fields as at registration, with what was told in them. */
export function CorrectForm({ top, parts, giving, busy, unchanged, summary, onBack, onSubmit }: CorrectFormProps) {
  const t = useMessages('myRegistration').correct;
  const guest = useMessages('guest');
  const common = useMessages('common');
  const language = useLanguage();
  const formId = useId();
  const autoComplete = useAutofill(undefined);
  const countries = useMemo(() => countryOptions(language), [language]);
  const minorsAsked = parts.notice.purposes.some(({ id }) => id === 'minors');
  function submit(event: FormEvent) {
    event.preventDefault();
    onSubmit();
  }
  return (
    <Screen
      top={top}
      actions={
        <>
          <Button kind="primary" wide type="submit" form={formId} busy={busy}>
            {guest.details.toReview}
          </Button>
          <Button kind="plain" onClick={onBack}>
            {common.back}
          </Button>
        </>
      }
    >
      <h1 tabIndex={-1}>{t.title}</h1>
      <p>{giving === null ? t.intro : t.forPurpose(giving)}</p>
      <p>{guest.leave.privacy}</p>
      {unchanged && <p role="alert">{t.nothingChanged}</p>}
      <ErrorSummary reasons={parts.reasons} ref={summary} />
      <form id={formId} className="details-screen__form" noValidate autoComplete={autoComplete} onSubmit={submit}>
        <ContactFields parts={parts} countries={countries} />
        <StayFields parts={parts} />
        {isWanted(parts, 'documentNumber') && <IdentityFields parts={parts} countries={countries} />}
        {minorsAsked && <MinorFields parts={parts} />}
        {isWanted(parts, 'itinerary') && <TemporaryFields parts={parts} />}
      </form>
    </Screen>
  );
}
