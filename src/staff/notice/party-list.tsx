import type { Language } from '../../protocol/languages.ts';
import { Field } from '../../ui/components/field.tsx';
import { languageNames } from '../../ui/messages/language.ts';
import { useMessages } from '../../ui/messages/messages-provider.tsx';
import { EditableList } from '../app/editable-list.tsx';
import { type FaultFinder, type FieldFaults, nothingTyped, type PerLanguage } from '../app/field-faults.ts';

/** Somebody outside the hotel, as typed: a recipient's `detail` is how details reach them, a processor's where it works. */
export interface Party {
  readonly name: string;
  readonly contact: string;
  readonly purpose: PerLanguage;
  readonly detail: PerLanguage;
}

interface PartyListProps {
  readonly path: 'recipients' | 'processors';
  readonly parties: readonly Party[];
  readonly languages: readonly Language[];
  readonly most: number;
  readonly faults: FieldFaults;
  readonly onChange: (parties: readonly Party[]) => void;
}

/** Who else is involved: a purpose's recipients, or whoever works for the hotel. */
export function PartyList({ path, parties, languages, most, faults, onChange }: PartyListProps) {
  const t = useMessages('noticeEditor');
  const recipients = path === 'recipients';
  const said = (place: string, longest: number) => {
    const fault = faults.get(`${path}.${place}`);
    return fault === undefined ? undefined : fault === 'long' ? t.tooLong(longest) : t.missing;
  };
  return (
    <EditableList
      title={recipients ? t.recipients : t.processors}
      text={recipients ? t.recipientsText : t.processorsText}
      items={parties}
      most={most}
      itemTitle={({ name }, number) => name.trim() || t.party(number)}
      itemText={({ contact }) => contact}
      isWrong={(at) => [...faults.keys()].some((place) => place.startsWith(`${path}.${at}.`))}
      add={recipients ? t.addRecipient : t.addProcessor}
      empty={() => ({ name: '', contact: '', purpose: nothingTyped, detail: nothingTyped })}
      onChange={onChange}
    >
      {(party, at, change) => (
        <>
          <Field
            label={t.name}
            value={party.name}
            error={said(`${at}.name`, 120)}
            autoComplete="off"
            onChange={(event) => change({ ...party, name: event.currentTarget.value })}
          />
          <Field
            label={t.contact}
            value={party.contact}
            error={said(`${at}.contact`, 120)}
            autoComplete="off"
            onChange={(event) => change({ ...party, contact: event.currentTarget.value })}
          />
          {languages.map((language) => (
            <Field
              key={`purpose ${language}`}
              label={t.whatFor(languageNames[language])}
              lang={language}
              value={party.purpose[language]}
              error={said(`${at}.purpose.${language}`, 300)}
              autoComplete="off"
              onChange={(event) =>
                change({ ...party, purpose: { ...party.purpose, [language]: event.currentTarget.value } })
              }
            />
          ))}
          {languages.map((language) => (
            <Field
              key={`detail ${language}`}
              label={(recipients ? t.method : t.place)(languageNames[language])}
              hint={recipients ? undefined : t.placeHint}
              lang={language}
              value={party.detail[language]}
              error={said(`${at}.detail.${language}`, 300)}
              autoComplete="off"
              onChange={(event) =>
                change({ ...party, detail: { ...party.detail, [language]: event.currentTarget.value } })
              }
            />
          ))}
        </>
      )}
    </EditableList>
  );
}

/** Parties as the profile keeps them; what is wrong goes to `finder`. */
export function readParties(
  path: PartyListProps['path'],
  parties: readonly Party[],
  languages: readonly Language[],
  finder: FaultFinder,
) {
  return parties.map((party, at) => ({
    name: finder.line(`${path}.${at}.name`, party.name, 120),
    contact: finder.line(`${path}.${at}.contact`, party.contact, 120),
    purpose: finder.lines(`${path}.${at}.purpose`, party.purpose, languages, 300),
    detail: finder.lines(`${path}.${at}.detail`, party.detail, languages, 300),
  }));
}
