import { useCallback } from 'react';
import { ownWordsLimit, profileLimits, type PropertyProfile } from '../../protocol/property-profile.ts';
import { purposeTemplates } from '../../protocol/purpose-templates.ts';
import type { PurposeId } from '../../protocol/purposes.ts';
import { toDate } from '../../protocol/time.ts';
import { Button } from '../../ui/components/button.tsx';
import { Field } from '../../ui/components/field.tsx';
import { SelectField } from '../../ui/components/select-field.tsx';
import { TextArea } from '../../ui/components/text-area.tsx';
import { languageNames } from '../../ui/messages/language.ts';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { useDraft } from '../app/drafts.tsx';
import { useTools } from '../app/tools.tsx';
import type { Typed } from '../app/typed.ts';
import { useTyped } from '../app/use-typed.ts';
import { monthChoices, workingDayChoices } from '../setup/setup-answers.ts';
import { LocalRuleFields } from './local-rule-fields.tsx';
import { PartyList } from './party-list.tsx';
import { purposeAnswers, type PurposeAnswers, readPurposeAnswers, suggestedWords } from './purpose-answers.ts';
import { PurposePreview } from './purpose-preview.tsx';
import { RegisterPart, SuggestedTerms } from './register-part.tsx';
import { EditorForm } from './editor-form.tsx';
import { useEditor } from './use-editor.ts';

interface PurposeFormProps {
  readonly profile: PropertyProfile;
  readonly property: string;
  readonly id: PurposeId;
  /** The profile without it; null where the law always attaches it. */
  readonly retired: PropertyProfile | null;
  readonly onKeep: (profile: PropertyProfile) => void;
  readonly onBack: () => void;
}

/** One use of details: its words, its time, who gets it, and how guests will read it. */
export function PurposeForm({ profile, property, id, retired, onKeep, onBack }: PurposeFormProps) {
  const t = useMessages('noticeEditor');
  const staff = useMessages('staff');
  const { timers } = useTools();
  const [kept, put] = useDraft('purposeForm');
  const putTyped = useCallback(
    (typed: Typed<PurposeAnswers> | undefined) => put(typed === undefined ? undefined : { ...typed, id }),
    [put, id],
  );
  const typed = useTyped(kept?.id === id ? kept : undefined, putTyped, () => purposeAnswers(profile, id));
  const { answers, set } = typed;
  const { basis, retention } = purposeTemplates[id];
  const { languages } = profile;
  const today = () => toDate(timers.now());
  const editor = useEditor(() => readPurposeAnswers(profile, id, answers, today()), typed, onKeep);
  const { faults } = editor;
  const said = (path: string, most: number) => {
    const fault = faults.get(path);
    if (fault === undefined) return undefined;
    return fault === 'long' ? t.tooLong(most) : fault === 'wrong' ? t.monthsWrong : t.missing;
  };
  const preview = readPurposeAnswers(profile, id, answers, today());

  return (
    <EditorForm editor={editor} title={staff.purposes[id]} wide onBack={onBack}>
      {basis === 'consent' && (
        <section className="notice-place__part">
          <h2>{t.words}</h2>
          <p className="notice-place__aside">{t.wordsHint}</p>
          {languages.flatMap((language) =>
            (['plain', 'rule'] as const).map((part) => (
              <TextArea
                key={`${part} ${language}`}
                label={t[part](languageNames[language])}
                hint={t.left(Math.max(0, ownWordsLimit[part] - answers[part][language].trim().length))}
                lang={language}
                rows={part === 'plain' ? 3 : 6}
                value={answers[part][language]}
                error={said(`${part}.${language}`, ownWordsLimit[part])}
                onChange={(event) => set({ [part]: { ...answers[part], [language]: event.currentTarget.value } })}
              />
            )),
          )}
          <Button onClick={() => set(suggestedWords(id))}>{t.suggested}</Button>
        </section>
      )}
      <section className="notice-place__part">
        <h2>{t.kept}</h2>
        {retention.kind !== 'until-date' && (
          <Term kind={retention.kind} term={answers.term} error={said('term', 3)} onChange={(term) => set({ term })} />
        )}
        {id === 'identity' && (
          <SuggestedTerms
            region={profile.jurisdiction}
            onTake={(months, term) => set({ term: String(months), localTerm: term })}
          />
        )}
        {basis === 'law' && <LocalRuleFields answers={answers} said={said} onChange={set} />}
      </section>
      {id === 'identity' && <RegisterPart answers={answers} error={said('entryRule', 200)} onChange={set} />}
      {basis === 'consent' && (
        <section className="notice-place__part">
          <h2>{t.recipients}</h2>
          <PartyList
            path="recipients"
            parties={answers.recipients}
            languages={languages}
            most={profileLimits.recipients}
            faults={faults}
            onChange={(recipients) => set({ recipients })}
          />
        </section>
      )}
      <section className="notice-place__part">
        <h2>{t.preview}</h2>
        {preview.faults.size === 0 && <PurposePreview profile={preview.profile} property={property} id={id} />}
      </section>
      {retired !== null && (
        <section className="notice-place__part">
          <p>{t.retireText}</p>
          <Button kind="destructive" onClick={() => editor.give(retired)}>
            {t.retire}
          </Button>
        </section>
      )}
    </EditorForm>
  );
}

interface TermProps {
  readonly kind: 'after-departure' | 'until-withdrawn' | 'statutory';
  readonly term: string;
  readonly error: string | undefined;
  readonly onChange: (term: string) => void;
}

/** How long: chosen where it is the hotel's own promise, entered where an authority set it. */
function Term({ kind, term, error, onChange }: TermProps) {
  const t = useMessages('noticeEditor');
  const setup = useMessages('setup').purposes;
  if (kind === 'statutory') {
    return (
      <Field
        label={t.months}
        hint={t.monthsHint}
        value={term}
        error={error}
        inputMode="numeric"
        autoComplete="off"
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  }
  const suggested: readonly number[] = kind === 'after-departure' ? workingDayChoices : monthChoices;
  const choices = [...new Set([...suggested, Number(term)])].sort((one, other) => one - other);
  return (
    <SelectField
      label={setup.kept}
      hint={kind === 'until-withdrawn' ? setup.untilNo : undefined}
      options={choices.map((each) => ({
        value: String(each),
        label: kind === 'after-departure' ? setup.workingDays(each) : setup.months(each),
      }))}
      value={term}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
