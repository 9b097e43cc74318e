import { languages as allLanguages } from '../../protocol/languages.ts';
import { profileLimits, type PropertyProfile } from '../../protocol/property-profile.ts';
import { Field } from '../../ui/components/field.tsx';
import { languageNames } from '../../ui/messages/language.ts';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { ComplaintLines } from '../app/complaint-lines.tsx';
import { useDraft } from '../app/drafts.tsx';
import { TickField } from '../app/tick-field.tsx';
import { useTyped } from '../app/use-typed.ts';
import { EditorForm } from './editor-form.tsx';
import { hotelAnswers, readHotelAnswers } from './hotel-answers.ts';
import { PartyList } from './party-list.tsx';
import { useEditor } from './use-editor.ts';

interface HotelFormProps {
  readonly profile: PropertyProfile;
  readonly onKeep: (profile: PropertyProfile) => void;
  readonly onBack: () => void;
}

/** What the notice says of the hotel itself: none of it is part of a yes, so nobody is asked again. */
export function HotelForm({ profile, onKeep, onBack }: HotelFormProps) {
  const t = useMessages('noticeEditor');
  const typed = useTyped(...useDraft('hotelForm'), () => hotelAnswers(profile));
  const { answers, set } = typed;
  const editor = useEditor(() => readHotelAnswers(profile, answers), typed, onKeep);
  const { faults } = editor;
  const said = (path: string, most: number) => {
    const fault = faults.get(path);
    return fault === undefined ? undefined : fault === 'long' ? t.tooLong(most) : t.missing;
  };
  const line = (path: 'contact' | 'officerName' | 'officerContact', label: string, most: number) => (
    <Field
      label={label}
      value={answers[path]}
      error={said(path, most)}
      autoComplete="off"
      onChange={(event) => set({ [path]: event.currentTarget.value })}
    />
  );

  return (
    <EditorForm editor={editor} title={t.hotel} onBack={onBack}>
      <fieldset className="notice-place__set">
        <legend>{t.languages}</legend>
        {allLanguages.map((language, at) => (
          <TickField
            key={language}
            label={<span lang={language}>{languageNames[language]}</span>}
            checked={answers.languages.includes(language)}
            error={faults.has('languages') && at === allLanguages.length - 1 ? t.languagesMissing : undefined}
            onChange={(event) => {
              const on = event.currentTarget.checked;
              set({
                languages: allLanguages.filter((one) => (one === language ? on : answers.languages.includes(one))),
              });
            }}
          />
        ))}
      </fieldset>
      {line('contact', t.hotelContact, 120)}
      {line('officerName', t.officer, 60)}
      {line('officerContact', t.officerContact, 120)}
      {answers.languages.map((language) => (
        <Field
          key={language}
          label={t.storage(languageNames[language])}
          lang={language}
          value={answers.storage[language]}
          error={said(`storage.${language}`, 300)}
          autoComplete="off"
          onChange={(event) => set({ storage: { ...answers.storage, [language]: event.currentTarget.value } })}
        />
      ))}
      <section className="notice-place__part">
        <h2>{t.processors}</h2>
        <PartyList
          path="processors"
          parties={answers.processors}
          languages={answers.languages}
          most={profileLimits.processors}
          faults={faults}
          onChange={(processors) => set({ processors: [...processors] })}
        />
      </section>
      <section className="notice-place__part">
        <h2>{t.complaints}</h2>
        <ComplaintLines
          lines={answers.complaints}
          languages={answers.languages}
          faults={faults}
          onChange={(complaints) => set({ complaints: [...complaints] })}
        />
      </section>
    </EditorForm>
  );
}
