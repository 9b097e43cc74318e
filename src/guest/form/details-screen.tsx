import { type FormEvent, lazy, type ReactNode, Suspense, useId, useMemo, useRef } from 'react';
import { useAutofill } from '../../ui/components/autofill.tsx';
import { Button } from '../../ui/components/button.tsx';
import type { AnyProblem } from '../../protocol/problems.ts';
import { Screen } from '../../ui/components/screen.tsx';
import { StateNote } from '../../ui/components/state-note.tsx';
import { Steps } from '../../ui/components/steps.tsx';
import { useLanguage, useMessages } from '../../ui/messages/messages-provider.tsx';
import { useProblemWords } from '../../ui/messages/use-problem-words.ts';
import { Rules } from '../welcome/rules.tsx';
import { ContactFields } from './contact-fields.tsx';
import { countryOptions } from './country-names.ts';
import { ErrorSummary } from './error-summary.tsx';
import { type FormParts, isWanted } from './form-context.ts';
import { IdentityFields } from './identity-fields.tsx';
import { loadFinish } from './load-finish.ts';
import { useNextOnEnter } from './next-on-enter.ts';
import { MinorFields } from './minor-fields.tsx';
import { StayFields } from './stay-fields.tsx';
import './details-screen.css';

interface DetailsScreenProps {
  readonly top: ReactNode;
  readonly parts: FormParts;
  readonly window: Window;
  readonly busy: boolean;
  /** Why the details could not be checked. */
  readonly problem: AnyProblem | null;
  readonly summary: React.Ref<HTMLDivElement>;
  /** Where the details in the form came from; null where they were typed. */
  readonly filledNote: ReactNode;
  /** How other adults register. */
  readonly companions: ReactNode;
  readonly onBack: () => void;
  readonly onSubmit: () => void;
}

const TemporaryFields = lazy(async () => ({ default: (await loadFinish()).TemporaryFields }));

/** Only the fields the choices need, each saying which of them wants it. */
export function DetailsScreen(props: DetailsScreenProps) {
  const { top, parts, window, busy, problem, summary, filledNote, companions, onBack, onSubmit } = props;
  const t = useMessages('guest');
  const common = useMessages('common');
  const problemWords = useProblemWords();
  const language = useLanguage();
  const formId = useId();
  const form = useRef<HTMLFormElement>(null);
  useNextOnEnter(form);
  const autoComplete = useAutofill(undefined);
  const countries = useMemo(() => countryOptions(language), [language]);
  const minorsAsked = parts.notice.purposes.some(({ id }) => id === 'minors');
  function submit(event: FormEvent) {
    event.preventDefault();
    onSubmit();
  }
  return (
    <Screen
      top={
        <>
          <Steps current={2} total={4} />
          {top}
        </>
      }
      actions={
        <>
          <Button kind="primary" wide type="submit" form={formId} busy={busy}>
            {t.details.toReview}
          </Button>
          <Button kind="plain" onClick={onBack}>
            {common.back}
          </Button>
        </>
      }
    >
      <h1 tabIndex={-1}>{t.details.title}</h1>
      <p>
        {t.details.intro}
        <br />
        {t.leave.privacy}
      </p>
      {filledNote}
      <ErrorSummary reasons={parts.reasons} ref={summary} />
      <form
        ref={form}
        id={formId}
        className="details-screen__form"
        noValidate
        autoComplete={autoComplete}
        onSubmit={submit}
      >
        <ContactFields parts={parts} countries={countries} />
        <StayFields parts={parts} />
        {isWanted(parts, 'documentNumber') && <IdentityFields parts={parts} countries={countries} />}
        {minorsAsked && <MinorFields parts={parts} />}
        {isWanted(parts, 'itinerary') && (
          <Suspense fallback={null}>
            <TemporaryFields parts={parts} />
          </Suspense>
        )}
      </form>
      {companions}
      {problem !== null && (
        <StateNote
          state={problem === 'offline' ? 'offline' : 'failed'}
          word={problemWords(problem).title}
          announce="now"
        >
          <p>{problemWords(problem).text}</p>
        </StateNote>
      )}
      <Rules notice={parts.notice} window={window} />
    </Screen>
  );
}
