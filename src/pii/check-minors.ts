import { ageAt } from './birth-date.ts';
import { type IdentityPerson, type Minor, minorSchema } from './details.ts';
import { limits } from './limits.ts';
import { emailAddress } from './email-address.ts';
import { accept, type Checked, refuse } from './field-reason.ts';
import type { Findings } from './findings.ts';
import { normaliseCode } from './normalise-text.ts';
import { freeText, personName } from './person-name.ts';
import { phoneNumber } from './phone-number.ts';
import type { RawMinor } from './raw-details.ts';

/** Whole years. */
export const adult = 18;
const ageGroups = minorSchema.shape.age;
type AgeGroup = Minor['age'];

/** Checks the children of the party: each with a guardian, how they are related, and a way to reach them. */
export async function checkMinors(raw: readonly RawMinor[], findings: Findings): Promise<readonly (Minor | null)[]> {
  if (raw.length === 0) findings.add('minors', 'missing');
  if (raw.length > limits.minors) findings.add('minors', 'too_long');
  const minors: (Minor | null)[] = [];
  for (const [at, minor] of raw.slice(0, limits.minors).entries()) minors.push(await checkMinor(minor, at, findings));
  return minors;
}

async function checkMinor(raw: RawMinor, at: number, findings: Findings): Promise<Minor | null> {
  const name = findings.take(`minors.${at}.minorName`, personName(raw.minorName));
  const age = findings.take(`minors.${at}.minorAge`, ageGroup(raw.minorAge));
  const guardian = findings.take(`minors.${at}.guardianName`, personName(raw.guardianName));
  const relation = findings.take(`minors.${at}.guardianRelation`, freeText(raw.guardianRelation, limits.relation));
  const contact = findings.take(
    `minors.${at}.guardianContact`,
    await phoneOrEmail(raw.guardianContact, raw.guardianContactCountry),
  );
  if (name === null || age === null || guardian === null || relation === null || contact === null) return null;
  return { name, age, guardian: { name: guardian, relation, contact } };
}

/** An e-mail address where there is an @, a phone number otherwise. */
export async function phoneOrEmail(typed: string, country: string): Promise<Checked<string>> {
  return normaliseCode(typed).includes('@') ? emailAddress(typed) : phoneNumber(typed, country);
}

/**
 * Holds dates of birth and the list of children against each other on `date`, the day of arrival: everybody under 18 is
 * in the list by name, in the right age group, and nobody in it is an adult. `minors` is null when the form shows no
 * children. Two people of one name (a father and his son) are matched by the group their age belongs to.
 */
export function compareAges(
  people: readonly (IdentityPerson | null)[],
  minors: readonly (Minor | null)[] | null,
  date: string,
  findings: Findings,
): void {
  for (const [at, person] of people.entries()) {
    if (person === null || ageAt(person.birthDate, date) >= adult) continue;
    // A child whose row is not complete yet has its own reasons; it is not also called unlisted.
    const listed = minors?.some((minor) => minor === null || sameName(minor.name, person.name)) ?? false;
    if (!listed) findings.add(`people.${at}.birthDate`, 'minor_not_listed');
  }
  for (const [at, minor] of (minors ?? []).entries()) {
    if (minor === null) continue;
    const ages = people.flatMap((person) =>
      person !== null && sameName(person.name, minor.name) ? [ageAt(person.birthDate, date)] : [],
    );
    if (ages.length === 0 || ages.some((age) => groupOf(age) === minor.age)) continue;
    findings.add(`minors.${at}.minorAge`, ages.every((age) => age >= adult) ? 'minor_is_adult' : 'minor_age_differs');
  }
}

/** The group of the list of children an age belongs to; null for adults. */
export function groupOf(age: number): AgeGroup | null {
  if (age >= adult) return null;
  return age < 14 ? 'under-14' : '14-17';
}

function ageGroup(typed: string): Checked<AgeGroup> {
  const group = normaliseCode(typed);
  if (group === '') return refuse('missing');
  const parsed = ageGroups.safeParse(group);
  return parsed.success ? accept(parsed.data) : refuse('not_listed');
}

/** Whether two names are one, however they are capitalised. */
export function sameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
