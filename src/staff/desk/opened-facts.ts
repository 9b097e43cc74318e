import type { Language } from '../../protocol/languages.ts';
import type { IdentityPerson, Minor } from '../../pii/details.ts';
import type { PurposePayload } from '../../pii/payloads.ts';
import type { TemporaryDetails } from '../../pii/temporary-details.ts';
import { spacedContact } from '../../pii/spaced-contact.ts';
import type { StaffMessages } from '../../ui/messages/en/staff.ts';

interface OpenedFact {
  readonly term: string;
  /** As it was sealed. */
  readonly value: string;
  /** As it is read aloud, where that differs. */
  readonly shown?: string;
  /** Worth copying: what is dialled, written to, or entered elsewhere. */
  readonly copy: boolean;
}

export interface OpenedPerson {
  readonly key: number;
  readonly facts: readonly OpenedFact[];
}

/** An opened envelope as lines to read, person by person. Values are shown as text, whatever they contain. */
export function openedFacts(payload: PurposePayload, t: StaffMessages, language: Language): readonly OpenedPerson[] {
  const { fields } = t;
  switch (payload.purpose) {
    case 'identity':
      return payload.people.map((person, key) => ({ key, facts: identityFacts(person) }));
    case 'minors':
      return payload.minors.map((minor, key) => ({ key, facts: minorFacts(minor) }));
    case 'temporary':
      return [{ key: 0, facts: temporaryFacts(payload) }];
    case 'emergency':
    case 'billing':
    case 'membership':
    case 'offers':
      return [
        {
          key: 0,
          facts: [
            { term: fields.name, value: payload.name, copy: false },
            ...(payload.phone === null
              ? []
              : [{ term: fields.phone, value: payload.phone, shown: spacedContact(payload.phone), copy: true }]),
            ...(payload.email === null ? [] : [{ term: fields.email, value: payload.email, copy: true }]),
          ],
        },
      ];
  }

  function identityFacts(person: IdentityPerson): OpenedFact[] {
    return [
      { term: fields.name, value: person.name, copy: true },
      { term: fields.nationality, value: countryName(person.nationality, language), copy: false },
      { term: fields.documentKind, value: fields.documentKinds[person.documentKind], copy: false },
      { term: fields.documentNumber, value: person.documentNumber, copy: true },
      { term: fields.birthDate, value: person.birthDate, copy: false },
    ];
  }

  function temporaryFacts({ places, health }: TemporaryDetails): OpenedFact[] {
    const words = t.temporary;
    const names = Object.entries(words.provinces);
    const named = places.map((place) => names.find(([code]) => code === place)?.[1] ?? countryName(place, language));
    return [
      ...named.map((value) => ({ term: words.places, value, copy: false })),
      ...(health === null ? [] : [{ term: words.health, value: words.healthAnswers[health], copy: false }]),
    ];
  }

  function minorFacts(minor: Minor): OpenedFact[] {
    return [
      { term: fields.name, value: minor.name, copy: false },
      { term: fields.age, value: fields.ages[minor.age], copy: false },
      { term: fields.guardian, value: minor.guardian.name, copy: false },
      { term: fields.relation, value: minor.guardian.relation, copy: false },
      { term: fields.contact, value: minor.guardian.contact, shown: spacedContact(minor.guardian.contact), copy: true },
    ];
  }
}

function countryName(code: string, language: Language): string {
  return new Intl.DisplayNames([language], { type: 'region' }).of(code) ?? code;
}
