import { plaintextBuckets } from '../protocol/envelope.ts';
import type { FieldId, PurposeId } from '../protocol/purposes.ts';
import { payloadBytes } from './canonical-bytes.ts';
import { checkMinors, compareAges } from './check-minors.ts';
import { checkPeople } from './check-people.ts';
import { checkTemporary } from './check-temporary.ts';
import { type GuestDetails, guestDetailsSchema } from './details.ts';
import { emailAddress } from './email-address.ts';
import type { Checked, FieldReason } from './field-reason.ts';
import { Findings } from './findings.ts';
import { contactNeeded, fieldsFor, type FormField } from './form-fields.ts';
import { normaliseText } from './normalise-text.ts';
import { partySize } from './party-size.ts';
import { personName } from './person-name.ts';
import { phoneNumber } from './phone-number.ts';
import type { FieldPath, RawDetails } from './raw-details.ts';
import { checkInDate, checkOutDate } from './stay-dates.ts';

/** Bytes of JSON the details may have: the largest envelope, less the signing key kept beside them in the self copy. */
export const detailsLimit = Math.max(...plaintextBuckets) - 512;

/** What the details are for, and when they are checked. */
export interface DetailsContext {
  /** Consent purposes the guest said yes to. */
  readonly purposesChosen: readonly PurposeId[];
  /** The law's purposes filled in on the phone: `identity` when entered here, `minors` when a child is in the party. */
  readonly statutoryHere: readonly PurposeId[];
  /** The calendar date in China, `YYYY-MM-DD`. */
  readonly today: string;
}

/** Either everything, normalised, or one reason for each field that can't be taken, in the order of the form. */
export type DetailsCheck =
  | { readonly ok: true; readonly details: GuestDetails }
  | { readonly ok: false; readonly reasons: ReadonlyMap<FieldPath, FieldReason> };

/**
 * Checks a whole form. Keeps only what the purposes need: a phone number typed for a purpose that was then declined is
 * not in the result and not checked. Never rejects, whatever was typed.
 */
export async function checkDetails(raw: RawDetails, context: DetailsContext): Promise<DetailsCheck> {
  const fields = fieldsFor(context.purposesChosen, context.statutoryHere);
  const findings = new Findings();
  const name = findings.take('name', personName(raw.name));
  const contact = await checkContact(raw, fields, findings);
  const stay = checkStay(raw, context.today, findings);
  const identityHere = context.statutoryHere.includes('identity');
  const minorsHere = context.statutoryHere.includes('minors');
  const people = identityHere ? checkPeople(raw.people, name, context.today, findings) : [];
  const minors = minorsHere ? await checkMinors(raw.minors, findings) : null;
  const temporaryHere = context.statutoryHere.includes('temporary');
  const temporary = temporaryHere ? checkTemporary(raw.temporary, findings) : null;
  compareAges(people, minors, stay.checkIn ?? context.today, findings);
  if (stay.partySize !== null && stay.partySize < Math.max(people.length, minors?.length ?? 0)) {
    findings.add('partySize', 'party_size_too_small');
  }
  if (findings.reasons.size > 0) return { ok: false, reasons: findings.reasons };

  const parsed = guestDetailsSchema.safeParse({
    name,
    ...contact,
    ...stay,
    people,
    minors: minors ?? [],
    ...(temporary === null ? {} : { temporary }),
  });
  if (!parsed.success || payloadBytes(parsed.data).length > detailsLimit) {
    return { ok: false, reasons: new Map([['form', 'too_long']]) };
  }
  return { ok: true, details: parsed.data };
}

interface Contact {
  readonly phone: string | null;
  readonly email: string | null;
}

async function checkContact(raw: RawDetails, fields: readonly FormField[], findings: Findings): Promise<Contact> {
  const phone = await wanted(fields, 'phone', raw.phone, (typed) => phoneNumber(typed, raw.phoneCountry));
  const email = await wanted(fields, 'email', raw.email, emailAddress);
  if (contactNeeded(fields) && blank(raw.phone) && blank(raw.email)) findings.add('phone', 'contact_missing');
  return {
    phone: phone === null ? null : findings.take('phone', phone),
    email: email === null ? null : findings.take('email', email),
  };
}

/** Null where no purpose wants the field, or nothing was typed and it may be left empty. */
async function wanted(
  fields: readonly FormField[],
  id: FieldId,
  typed: string,
  check: (typed: string) => Checked<string> | Promise<Checked<string>>,
): Promise<Checked<string> | null> {
  const field = fields.find((candidate) => candidate.id === id);
  if (field === undefined || (blank(typed) && field.need !== 'needed')) return null;
  return check(typed);
}

function blank(typed: string): boolean {
  return normaliseText(typed) === '';
}

function checkStay(raw: RawDetails, today: string, findings: Findings) {
  const checkIn = findings.take('checkIn', checkInDate(raw.checkIn, today));
  const checkOut = findings.take('checkOut', checkOutDate(raw.checkOut, checkIn));
  return { checkIn, checkOut, partySize: findings.take('partySize', partySize(raw.partySize)) };
}
