import { useState } from 'react';
import { languages as allLanguages } from '../../protocol/languages.ts';
import { profileLimits, type PropertyProfile } from '../../protocol/property-profile.ts';
import { Field } from '../../ui/components/field.tsx';
import { languageNames } from '../../ui/messages/language.ts';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { ComplaintLines, readComplaintLines } from '../app/complaint-lines.tsx';
import { FaultFinder, type FieldFaults } from '../app/field-faults.ts';
import { TickField } from '../app/tick-field.tsx';
import { PartyList, readParties } from './party-list.tsx';
import { typedText } from './purpose-answers.ts';
import { EditorForm } from './editor-form.tsx';
import { useEditor } from './use-editor.ts';

interface HotelFormProps {
  readonly profile: PropertyProfile;
  readonly onKeep: (profile: PropertyProfile) => void;
  readonly onBack: () => void;
}

type HotelAnswers = ReturnType<typeof hotelAnswers>;

function hotelAnswers(profile: PropertyProfile) {
  return {
    languages: profile.languages,
    contact: profile.contact,
    officerName: profile.officer.name,
    officerContact: profile.officer.contact,
    storage: typedText(profile.storage),
    complaints: profile.complaints.map(({ name, contact }) => ({ name: typedText(name), contact })),
    processors: (profile.processors ?? []).map(({ name, contact, purpose, place }) => ({
      name,
      contact,
      purpose: typedText(purpose),
      detail: typedText(place),
    })),
  };
}

function readHotelAnswers(
  profile: PropertyProfile,
  answers: HotelAnswers,
): { readonly faults: FieldFaults; readonly profile: PropertyProfile } {
  const finder = new FaultFinder();
  const { languages } = answers;
  if (languages.length === 0) finder.faults.set('languages', 'missing');
  const lines = readComplaintLines(answers.complaints, languages);
  const read = {
    contact: finder.line('contact', answers.contact, 120),
    officer: {
      name: finder.line('officerName', answers.officerName, 60),
      contact: finder.line('officerContact', answers.officerContact, 120),
    },
    storage: finder.lines('storage', answers.storage, languages, 300),
  };
  const processors = readParties('processors', answers.processors, languages, finder).map(
    ({ detail: place, ...party }) => ({ ...party, place }),
  );
  const { processors: _, ...rest } = profile;
  return {
    faults: new Map([...finder.faults, ...lines.faults]),
    profile: {
      ...rest,
      ...read,
      languages,
      complaints: lines.complaints,
      ...(processors.length === 0 ? {} : { processors }),
    },
  };
}

/** What the notice says of the hotel itself: none of it is part of a yes, so nobody is asked again. */
export function HotelForm({ profile, onKeep, onBack }: HotelFormProps) {
  const t = useMessages('noticeEditor');
  const [answers, setAnswers] = useState(() => hotelAnswers(profile));
  const editor = useEditor(() => readHotelAnswers(profile, answers), onKeep);
  const { faults } = editor;
  const set = (part: Partial<HotelAnswers>) => setAnswers((before) => ({ ...before, ...part }));
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
