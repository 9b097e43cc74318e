import type { GuestDetails } from '../../pii/details.ts';
import { emptyPerson, type RawDetails, type RawTemporary } from '../../pii/raw-details.ts';
import type { TemporaryDetails } from '../../pii/temporary-details.ts';

/** What a guest told, as they could have typed it: the form's beginning when something is corrected. */
export function rawFromDetails(details: GuestDetails): RawDetails {
  const people = details.people.map((person, at) => ({ ...person, name: at === 0 ? '' : person.name }));
  return {
    name: details.name,
    // E.164 says the country itself.
    phone: details.phone ?? '',
    phoneCountry: '',
    email: details.email ?? '',
    checkIn: details.checkIn,
    checkOut: details.checkOut,
    partySize: String(details.partySize),
    people: people.length === 0 ? [emptyPerson] : people,
    minors: details.minors.map(({ name, age, guardian }) => ({
      minorName: name,
      minorAge: age,
      guardianName: guardian.name,
      guardianRelation: guardian.relation,
      guardianContact: guardian.contact,
      guardianContactCountry: '',
    })),
    ...(details.temporary === undefined ? {} : { temporary: rawTemporary(details.temporary) }),
  };
}

/** Only what was asked; nothing stands for what wasn't. */
function rawTemporary({ places, health }: TemporaryDetails): RawTemporary {
  return {
    ...(places.length === 0 ? {} : { places: places.map((place) => ({ place })) }),
    ...(health === null ? {} : { health }),
  };
}
