import type { ReactNode } from 'react';
import type { GuestDetails } from '../../pii/details.ts';
import type { TemporaryDetails } from '../../pii/temporary-details.ts';
import { spacedContact } from '../../pii/spaced-contact.ts';
import type { PurposeId } from '../../protocol/purposes.ts';
import { formatCalendarDate, formatStay, nightsBetween } from '../../ui/messages/format-date.ts';
import { loadTemporaryWords } from '../../ui/messages/load-temporary-words.ts';
import { useLanguage, useMessages } from '../../ui/messages/messages-provider.tsx';
import { MoreMessages } from '../../ui/messages/more-messages.tsx';
import { countryName } from './country-names.ts';
import { placeName } from './place-names.ts';
import './told.css';

interface Fact {
  readonly term: string;
  readonly value: string;
}

/** Lines of what a guest told, under their names. */
function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className="told">
      {facts.map(({ term, value }, at) => (
        <div key={`${term}-${String(at)}`} className="told__line">
          <dt>{term}</dt>
          <dd>{breakable(value)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Lets a long e-mail address go on in the next line at its @ rather than anywhere. */
function breakable(value: string): ReactNode {
  const at = value.indexOf('@');
  if (at < 1) return value;
  return (
    <>
      {value.slice(0, at)}
      <wbr />
      {value.slice(at)}
    </>
  );
}

/** The stay: dates, nights, people. */
export function ToldStay({ details }: { readonly details: Pick<GuestDetails, 'checkIn' | 'checkOut' | 'partySize'> }) {
  const t = useMessages('guest').review;
  const language = useLanguage();
  const { checkIn, checkOut, partySize } = details;
  return (
    <p className="told__stay">
      {formatStay(checkIn, checkOut, language)}
      <br />
      {t.nights(nightsBetween(checkIn, checkOut))} · {t.people(partySize)}
    </p>
  );
}

/** What one purpose's envelope holds. */
export function ToldFor({ purpose, details }: { readonly purpose: PurposeId; readonly details: GuestDetails }) {
  const t = useMessages('guest').details;
  const language = useLanguage();
  if (purpose === 'identity') {
    return details.people.map((person) => (
      <Facts
        key={`${person.documentKind}-${person.documentNumber}`}
        facts={[
          { term: t.name, value: person.name },
          { term: t.documentKinds[person.documentKind], value: person.documentNumber },
          { term: t.nationality, value: countryName(person.nationality, language) },
          { term: t.birthDate, value: formatCalendarDate(person.birthDate, language) },
        ]}
      />
    ));
  }
  if (purpose === 'minors') {
    return details.minors.map((minor, at) => (
      <Facts
        key={`${minor.name}-${String(at)}`}
        facts={[
          { term: t.minorName, value: `${minor.name} · ${t.minorAges[minor.age]}` },
          { term: t.guardianName, value: `${minor.guardian.name} · ${minor.guardian.relation}` },
          { term: t.guardianContact, value: spacedContact(minor.guardian.contact) },
        ]}
      />
    ));
  }
  if (purpose === 'temporary') {
    return details.temporary === undefined ? null : (
      <MoreMessages load={loadTemporaryWords}>
        <ToldTemporary told={details.temporary} />
      </MoreMessages>
    );
  }
  const facts = [{ term: t.name, value: details.name }];
  if (details.phone !== null) facts.push({ term: t.phone, value: spacedContact(details.phone) });
  if (details.email !== null) facts.push({ term: t.email, value: details.email });
  return <Facts facts={facts} />;
}

function ToldTemporary({ told: { places, health } }: { readonly told: TemporaryDetails }) {
  const t = useMessages('temporary');
  const common = useMessages('common');
  const language = useLanguage();
  const names = places.map((place) => placeName(place, language, t.provinces));
  const facts = names.length === 0 ? [] : [{ term: t.places, value: names.join(common.listSeparator) }];
  if (health !== null) facts.push({ term: t.health, value: t.healthAnswers[health] });
  return <Facts facts={facts} />;
}
