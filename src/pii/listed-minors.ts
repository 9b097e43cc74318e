import { ageAt } from './birth-date.ts';
import { adult, groupOf, sameName } from './check-minors.ts';
import type { IdentityPerson, Minor } from './details.ts';

/** How an age fits an entry, the best first: of its group; a child all the same; come of age since the guest registered. */
const fits: readonly ((age: number, entry: Minor) => boolean)[] = [
  (age, entry) => groupOf(age) === entry.age,
  (age) => age < adult,
  (age) => age === adult,
];

/**
 * Whose entry in the list of children is whose, by place among `people`: by name and by age on `date`, the day of arrival, and each entry
 * is one person's. So a father and his son of one name aren't taken for each other, nor two children for one. An entry that is left is a
 * child of whom there is no document.
 */
export function listedMinors(
  people: readonly IdentityPerson[],
  minors: readonly Minor[],
  date: string,
): ReadonlyMap<number, Minor> {
  const found = new Map<number, Minor>();
  for (const fit of fits)
    for (const minor of minors) {
      if ([...found.values()].includes(minor)) continue;
      const at = people.findIndex(
        ({ name, birthDate }, place) =>
          !found.has(place) && sameName(name, minor.name) && fit(ageAt(birthDate, date), minor),
      );
      if (at !== -1) found.set(at, minor);
    }
  return found;
}
