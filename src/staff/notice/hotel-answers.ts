import type { PropertyProfile } from '../../protocol/property-profile.ts';
import { readComplaintLines } from '../app/complaint-lines.tsx';
import { FaultFinder, type FieldFaults } from '../app/field-faults.ts';
import { readParties } from './party-list.tsx';
import { typedText } from './purpose-answers.ts';

/** The hotel's own part of the notice, as typed. */
export type HotelAnswers = ReturnType<typeof hotelAnswers>;

export function hotelAnswers(profile: PropertyProfile) {
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

/** The profile with the answers in it, or what is wrong with them. */
export function readHotelAnswers(
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
