import type { Language } from '../../protocol/languages.ts';
import { profileLimits } from '../../protocol/property-profile.ts';
import { Field } from '../../ui/components/field.tsx';
import { languageNames } from '../../ui/messages/language.ts';
import { useLanguage, useMessages } from '../../ui/messages/messages-provider.tsx';
import { EditableList } from './editable-list.tsx';
import { FaultFinder, type FieldFaults, nothingTyped, type PerLanguage } from './field-faults.ts';

/** Where guests can complain, as typed. */
export interface ComplaintLine {
  readonly name: PerLanguage;
  readonly contact: string;
}

interface ComplaintLinesProps {
  readonly lines: readonly ComplaintLine[];
  readonly languages: readonly Language[];
  readonly faults: FieldFaults;
  readonly onChange: (lines: readonly ComplaintLine[]) => void;
}

/** The places guests can complain to, each edited where it stands: a line that moves is a correction and no release. */
export function ComplaintLines({ lines, languages, faults, onChange }: ComplaintLinesProps) {
  const t = useMessages('noticeEditor');
  const reader = useLanguage();
  const said = (path: string, most: number) => {
    const fault = faults.get(path);
    return fault === undefined ? undefined : fault === 'long' ? t.tooLong(most) : t.missing;
  };
  return (
    <EditableList
      title={t.complaints}
      items={lines}
      most={profileLimits.complaints}
      itemTitle={({ name }, number) => name[reader].trim() || String(number)}
      itemText={({ contact }) => contact}
      isWrong={(at) => [...faults.keys()].some((path) => path.startsWith(`complaints.${at}.`))}
      add={t.addComplaint}
      empty={() => ({ name: nothingTyped, contact: '' })}
      error={faults.has('complaints') ? t.complaintsMissing : undefined}
      onChange={onChange}
    >
      {(line, at, change) => (
        <>
          {languages.map((language) => (
            <Field
              key={language}
              label={t.complaintName(languageNames[language])}
              lang={language}
              value={line.name[language]}
              error={said(`complaints.${at}.name.${language}`, 300)}
              autoComplete="off"
              onChange={(event) => change({ ...line, name: { ...line.name, [language]: event.currentTarget.value } })}
            />
          ))}
          <Field
            label={t.contact}
            value={line.contact}
            error={said(`complaints.${at}.contact`, 120)}
            autoComplete="off"
            onChange={(event) => change({ ...line, contact: event.currentTarget.value })}
          />
        </>
      )}
    </EditableList>
  );
}

/** What is wrong with the lines, and they as the profile keeps them. */
export function readComplaintLines(lines: readonly ComplaintLine[], languages: readonly Language[]) {
  const finder = new FaultFinder();
  if (lines.length === 0) finder.faults.set('complaints', 'missing');
  const complaints = lines.map(({ name, contact }, at) => ({
    name: finder.lines(`complaints.${at}.name`, name, languages, 300),
    contact: finder.line(`complaints.${at}.contact`, contact, 120),
  }));
  return { faults: finder.faults, complaints };
}
