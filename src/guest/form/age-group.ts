import type { RawPerson } from '../../pii/raw-details.ts';

/** The age group somebody under 18 belongs to on a day; '' where no date of birth can be read. */
export function ageGroupOn(person: Pick<RawPerson, 'birthDate' | 'documentNumber'>, date: string): string {
  const inNumber = /^\d{6}(\d{4})(\d{2})(\d{2})\d{3}[\dXx]$/.exec(person.documentNumber.trim());
  const born = person.birthDate !== '' ? person.birthDate : inNumber === null ? '' : inNumber.slice(1, 4).join('-');
  if (!/^\d{4}-\d\d-\d\d$/.test(born)) return '';
  const fourteen = `${Number(born.slice(0, 4)) + 14}${born.slice(4)}`;
  return fourteen > date ? 'under-14' : '14-17';
}
