import { birthDate } from './birth-date.ts';
import { type DocumentKind, documentKindSchema, type IdentityPerson } from './details.ts';
import { limits } from './limits.ts';
import { type DocumentNumber, documentNumber } from './document-number.ts';
import { accept, type Checked, refuse } from './field-reason.ts';
import type { Findings } from './findings.ts';
import { nationality } from './nationality.ts';
import { normaliseCode } from './normalise-text.ts';
import { personName } from './person-name.ts';
import type { RawPerson } from './raw-details.ts';

/**
 * Checks the people of the identity register. The first is the guest, whose name is `guestName` (null when it was
 * refused). Returns what could be read of each, null where something is missing, so that the rules about minors can still
 * look at the rest.
 */
export function checkPeople(
  raw: readonly RawPerson[],
  guestName: string | null,
  today: string,
  findings: Findings,
): readonly (IdentityPerson | null)[] {
  if (raw.length === 0) findings.add('people', 'missing');
  if (raw.length > limits.people) findings.add('people', 'too_long');
  return raw
    .slice(0, limits.people)
    .map((person, at) => checkPerson(person, at, at === 0 ? guestName : undefined, today, findings));
}

function checkPerson(
  raw: RawPerson,
  at: number,
  guestName: string | null | undefined,
  today: string,
  findings: Findings,
): IdentityPerson | null {
  const name = guestName === undefined ? findings.take(`people.${at}.name`, personName(raw.name)) : guestName;
  const country = findings.take(`people.${at}.nationality`, nationality(raw.nationality));
  const kind = findings.take(`people.${at}.documentKind`, documentKind(raw.documentKind));
  const document = findings.take(`people.${at}.documentNumber`, documentOf(raw.documentNumber, kind, today));
  const born = findings.take(`people.${at}.birthDate`, bornBeside(raw.birthDate, document?.birthDate ?? null, today));
  if (name === null || country === null || kind === null || document === null || born === null) return null;
  return { name, nationality: country, documentKind: kind, documentNumber: document.number, birthDate: born };
}

/** The number for its kind; while the kind is open only whether there is one, for which the kind's own reason stands. */
function documentOf(typed: string, kind: DocumentKind | null, today: string): Checked<DocumentNumber | null> {
  if (kind !== null) return documentNumber(typed, kind, today);
  return normaliseCode(typed) === '' ? refuse('missing') : accept(null);
}

/** The typed date of birth; where the document's number holds one, that one when nothing was typed, and the same otherwise. */
function bornBeside(typed: string, inNumber: string | null, today: string): Checked<string> {
  if (inNumber !== null && normaliseCode(typed) === '') return accept(inNumber);
  const born = birthDate(typed, today);
  return born.ok && inNumber !== null && born.value !== inNumber ? refuse('birth_date_differs') : born;
}

function documentKind(typed: string): Checked<DocumentKind> {
  const kind = normaliseCode(typed);
  if (kind === '') return refuse('missing');
  const parsed = documentKindSchema.safeParse(kind);
  return parsed.success ? accept(parsed.data) : refuse('not_listed');
}
