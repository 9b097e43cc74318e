import { isAsked } from '../../protocol/asked-now.ts';
import type { PropertyProfile } from '../../protocol/property-profile.ts';
import { itineraryDays, temporaryFields, temporaryLimits } from '../../protocol/temporary-rule.ts';
import { toDate } from '../../protocol/time.ts';
import { Button } from '../../ui/components/button.tsx';
import { DateField } from '../../ui/components/date-field.tsx';
import { Field } from '../../ui/components/field.tsx';
import { SelectField } from '../../ui/components/select-field.tsx';
import { languageNames } from '../../ui/messages/language.ts';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { useDraft } from '../app/drafts.tsx';
import { TickField } from '../app/tick-field.tsx';
import { useTools } from '../app/tools.tsx';
import { useTyped } from '../app/use-typed.ts';
import { purposeOf } from './notice-draft.ts';
import { PurposePreview } from './purpose-preview.tsx';
import { endedNow, readTemporaryAnswers, temporaryAnswers } from './temporary-answers.ts';
import { EditorForm } from './editor-form.tsx';
import { useEditor } from './use-editor.ts';

interface TemporaryFormProps {
  readonly profile: PropertyProfile;
  /** The profile in force. */
  readonly published: PropertyProfile;
  readonly property: string;
  readonly onKeep: (profile: PropertyProfile) => void;
  readonly onBack: () => void;
}

/** The rule a temporary purpose rests on, when it ends, what it asks for, and how guests will read it. */
export function TemporaryForm({ profile, published, property, onKeep, onBack }: TemporaryFormProps) {
  const words = useMessages('noticeEditor');
  const t = words.temporary;
  const staff = useMessages('staff');
  const { timers } = useTools();
  const typed = useTyped(...useDraft('temporaryForm'), () => temporaryAnswers(profile));
  const { answers, set } = typed;
  const today = toDate(timers.now());
  const editor = useEditor(() => readTemporaryAnswers(profile, published, answers, today), typed, onKeep);
  const { faults } = editor;
  const said = (path: string, wrong: string) => {
    const fault = faults.get(path);
    return fault === undefined ? undefined : fault === 'missing' ? words.missing : fault === 'long' ? t.long : wrong;
  };
  const preview = readTemporaryAnswers(profile, published, answers, today);
  const running = purposeOf(published, 'temporary');
  const listed = purposeOf(profile, 'temporary') !== null;

  return (
    <EditorForm editor={editor} title={staff.purposes.temporary} wide onBack={onBack}>
      <p>{t.lead}</p>
      <section className="notice-place__part">
        <h2>{t.rule}</h2>
        <p className="notice-place__aside">{t.ruleText}</p>
        {profile.languages.flatMap((language) =>
          (['name', 'article', 'authority'] as const).map((part) => (
            <Field
              key={`${part} ${language}`}
              label={t[part](languageNames[language])}
              lang={language}
              value={answers[part][language]}
              error={said(`${part}.${language}`, t.long)}
              autoComplete="off"
              onChange={(event) => set({ [part]: { ...answers[part], [language]: event.currentTarget.value } })}
            />
          )),
        )}
        <DateField
          label={t.issuedOn}
          value={answers.issuedOn}
          max={today}
          error={said('issuedOn', t.issuedWrong)}
          onChange={(event) => set({ issuedOn: event.currentTarget.value })}
        />
      </section>
      <section className="notice-place__part">
        <h2>{t.end}</h2>
        <DateField
          label={t.asked}
          hint={t.askedHint}
          value={answers.asked}
          min={today}
          error={said('asked', t.askedWrong)}
          onChange={(event) => set({ asked: event.currentTarget.value })}
        />
        <Field
          label={t.keptDays}
          hint={t.keptHint}
          value={answers.keptDays}
          error={said('keptDays', t.keptWrong(temporaryLimits.keptDays))}
          inputMode="numeric"
          autoComplete="off"
          onChange={(event) => set({ keptDays: event.currentTarget.value })}
        />
      </section>
      <section className="notice-place__part">
        <fieldset className="notice-place__set">
          <legend>{t.fields}</legend>
          {temporaryFields.map((field, at) => (
            <TickField
              key={field}
              label={t.fieldNames[field]}
              checked={answers[field]}
              error={faults.has('fields') && at === temporaryFields.length - 1 ? t.fieldsMissing : undefined}
              onChange={(event) => set({ [field]: event.currentTarget.checked })}
            />
          ))}
        </fieldset>
        {answers.itinerary && (
          <SelectField
            label={t.days}
            options={itineraryDays.map((days) => ({ value: String(days), label: t.daysOf(days) }))}
            value={answers.days}
            onChange={(event) => set({ days: event.currentTarget.value })}
          />
        )}
      </section>
      <section className="notice-place__part">
        <h2>{words.preview}</h2>
        {preview.faults.size === 0 && <PurposePreview profile={preview.profile} property={property} id="temporary" />}
      </section>
      {listed && (running === null || isAsked(running, timers.now())) && (
        <section className="notice-place__part">
          <p>{running === null ? t.leaveOutText : t.endText}</p>
          <Button kind="destructive" onClick={() => editor.give(endedNow(profile, published, today))}>
            {running === null ? t.leaveOut : t.endNow}
          </Button>
        </section>
      )}
    </EditorForm>
  );
}
