/**
 * Why a field can't be taken as it was typed. The list is closed: every code has one sentence in every language,
 * and no sentence repeats what was typed.
 */
export const fieldReasons = [
  /** Nothing was typed where something is needed; blanks and invisible characters count as nothing. */
  'missing',
  /** Longer than the limit in details.ts; at `form`: everything together is more than one sealed copy holds. */
  'too_long',
  /** A purpose needs a way to reach the guest and neither phone nor e-mail was given. Either is enough. */
  'contact_missing',

  /** A number without + that could be from several countries: pick the country or start with + and its code. */
  'phone_country_needed',
  /** Something other than digits, spaces, + ( ) - . / was typed; extensions and letters can't be stored. */
  'phone_characters',
  'phone_too_short',
  'phone_too_long',
  /** No country has numbers like this (unknown country code, impossible length, a mainland number that can't exist). */
  'phone_not_possible',

  /** There is no @. */
  'email_no_at',
  /** The part before or after @ is missing or ends early: `me@`, `me@example`. */
  'email_incomplete',
  /** A space, a second @, or a sign that can't be in an address. */
  'email_characters',

  /** Resident identity number: not 18 characters. */
  'identity_number_length',
  /** The old 15-digit number, invalid since 2013-01-01. */
  'identity_number_15_digits',
  /** Something other than 17 digits and a last digit or X. */
  'identity_number_characters',
  /** Digits 7–14 are no date of birth. */
  'identity_number_birth_date',
  /** The last character doesn't fit the 17 before it: a digit was mistyped. */
  'identity_number_check',

  /** A sign that can't be in a number of this kind of document. */
  'document_number_characters',
  'document_number_length',
  /** Right characters, but not in the order this kind of document has them. */
  'document_number_form',

  /** A value that is not in the list to choose from. */
  'not_listed',

  /** Not a calendar date written year-month-day. */
  'date_not_real',
  'birth_date_in_future',
  /** More than 130 years ago. */
  'birth_date_too_long_ago',
  /** Not the date of birth inside the identity number beside it. */
  'birth_date_differs',
  /** Earlier than yesterday: yesterday is allowed for a guest who arrives after midnight. */
  'check_in_past',
  /** More than a year ahead. */
  'check_in_too_far',
  'check_out_before_check_in',
  /** More than a year. */
  'stay_too_long',

  'party_size_not_a_number',
  /** Not between 1 and 30. */
  'party_size_range',
  /** Fewer than the people or children listed. */
  'party_size_too_small',

  /** Under 18 by the date of birth, and not among the children with their guardian. */
  'minor_not_listed',
  /** The chosen age group isn't what the date of birth says. */
  'minor_age_differs',
  /** 18 or older by the date of birth, so not a child. */
  'minor_is_adult',
  /** 18 or older by the date of birth, and not the guest: adults decide in a registration of their own. */
  'adult_decides',
  /** A child under 14 whose guardian isn't the one who registers. */
  'guardian_registers',
] as const;
export type FieldReason = (typeof fieldReasons)[number];

/** What every check returns: the normalised value, or the one reason it can't be taken. */
export type Checked<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly reason: FieldReason };

export function accept<Value>(value: Value): Checked<Value> {
  return { ok: true, value };
}

export function refuse(reason: FieldReason): { readonly ok: false; readonly reason: FieldReason } {
  return { ok: false, reason };
}
