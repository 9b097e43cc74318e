import { emptyDetails, emptyPerson, type RawDetails } from '../../pii/raw-details.ts';
import { addDays, toDate } from '../../protocol/time.ts';

/** An untouched form: arriving today, as the hotel's calendar says, for one night. */
export function startingDetails(now: number): RawDetails {
  const today = toDate(now);
  return { ...emptyDetails(today, addDays(today, 1)), people: [emptyPerson] };
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
