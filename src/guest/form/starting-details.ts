import type { FieldReason } from '../../pii/field-reason.ts';
import { emptyDetails, emptyPerson, type FieldPath, type RawDetails } from '../../pii/raw-details.ts';
import type { Reasons } from './form-context.ts';
import { addDays, toDate } from '../../protocol/time.ts';

/** An untouched form: arriving today, as the hotel's calendar says, for one night. */
export function startingDetails(now: number): RawDetails {
  const today = toDate(now);
  return { ...emptyDetails(today, addDays(today, 1)), people: [emptyPerson] };
}

/** Reasons without those for fields the form doesn't show: beside an identity card's number there is no date of birth to type. */
export function withoutHidden(reasons: Reasons, { people }: RawDetails): Map<FieldPath, FieldReason> {
  const shown = new Map(reasons);
  for (const [at, { documentKind }] of people.entries()) {
    if (documentKind === 'resident-id' && shown.get(`people.${at}.birthDate`) === 'missing')
      shown.delete(`people.${at}.birthDate`);
  }
  return shown;
}

/** What was typed, with what the form knows by itself: a resident identity card is a Chinese citizen's and holds the date of birth. */
export function completeDetails(typed: RawDetails): RawDetails {
  return {
    ...typed,
    people: typed.people.map((person) =>
      person.documentKind === 'resident-id' ? { ...person, nationality: 'CN', birthDate: '' } : person,
    ),
  };
}
