import type { FieldReason } from '../../pii/field-reason.ts';
import { emptyDetails, emptyPerson, type FieldPath, type RawDetails, type RawPerson } from '../../pii/raw-details.ts';
import type { Language } from '../../protocol/languages.ts';
import type { Reasons } from './form-context.ts';
import { addDays, toDate } from '../../protocol/time.ts';

/** An untouched form: arriving today, as the hotel's calendar says, for one night, or as the guest they come along with. */
export function startingDetails(
  now: number,
  language: Language,
  stay: { readonly checkIn: string; readonly checkOut: string } | null,
): RawDetails {
  const today = toDate(now);
  return { ...emptyDetails(today, addDays(today, 1)), ...stay, people: [personIn(language)] };
}

/** Who reads simplified Chinese mostly has a resident identity card; another document is one tap away. */
export function personIn(language: Language): RawPerson {
  return language === 'zh-Hans' ? { ...emptyPerson, documentKind: 'resident-id' } : emptyPerson;
}

/** Reasons without those for fields the form doesn't show: beside an identity card's number there is no date of birth to type. */
export function withoutHidden(reasons: Reasons, { people }: RawDetails): Map<FieldPath, FieldReason> {
  const shown = new Map(reasons);
  for (const [at, { documentKind }] of people.entries()) {
    if (isResident(documentKind) && shown.get(`people.${at}.birthDate`) === 'missing')
      shown.delete(`people.${at}.birthDate`);
  }
  return shown;
}

/** What was typed, with what the form knows by itself: a resident identity card is a Chinese citizen's and holds the date of birth. */
export function completeDetails(typed: RawDetails): RawDetails {
  return {
    ...typed,
    people: typed.people.map((person) =>
      isResident(person.documentKind) ? { ...person, nationality: 'CN', birthDate: '' } : person,
    ),
  };
}

/** Its number says nationality and date of birth. */
function isResident(documentKind: string): boolean {
  return documentKind === 'resident-id' || documentKind === 'electronic-id';
}
