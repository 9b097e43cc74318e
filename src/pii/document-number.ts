import type { DocumentKind } from './details.ts';
import { limits } from './limits.ts';
import { accept, type Checked, refuse } from './field-reason.ts';
import { identityNumber } from './identity-number.ts';
import { normaliseCode, normaliseText } from './normalise-text.ts';

export interface DocumentNumber {
  readonly number: string;
  /** `YYYY-MM-DD` where the number holds it, else null. */
  readonly birthDate: string | null;
}

/**
 * The number of an identity document, normalised for its kind: capitals, no blanks and no hyphens. Generous where the
 * issuer's rule isn't published; a document is compared by eye at the desk anyway.
 */
export function documentNumber(typed: string, kind: DocumentKind, today: string): Checked<DocumentNumber> {
  if (normaliseCode(typed) === '') return refuse('missing');
  switch (kind) {
    case 'resident-id':
    // It stands for the card and shows the card's number.
    case 'electronic-id':
      return identityNumber(typed, today);
    case 'passport':
      return plain(passport(compact(typed)));
    case 'hk-macau-permit':
      return plain(permit(compact(typed), hongKongMacau, 9, 11));
    case 'taiwan-permit':
      return plain(permit(compact(typed), taiwan, 8, 12));
    case 'foreign-pr-id':
      return permanentResident(typed, today);
    case 'other':
      return plain(other(normaliseText(typed)));
  }
}

/** H or M, eight digits for life and, on cards before 2013, two for the issue; a second letter is let through. */
const hongKongMacau = /^[HM](?:[A-Z0-9]\d{7}|\d{10})$/;
/** Eight digits for life; before 2008 two more for the issue and a sign for the issuer; single-journey ones begin with a letter. */
const taiwan = /^(?:\d{8}|\d{10}[A-Z0-9]?|[A-Z]\d{8,9})$/;

function compact(typed: string): string {
  return normaliseCode(typed)
    .replace(/[\s()<-]/gu, '')
    .toUpperCase();
}

/** ICAO 9303-3 has up to nine letters and digits; some issuers print more than the machine-readable part. */
function passport(number: string): Checked<string> {
  if (!/^[A-Z0-9]+$/.test(number)) return refuse('document_number_characters');
  return number.length < 5 || number.length > 20 ? refuse('document_number_length') : accept(number);
}

function permit(number: string, form: RegExp, shortest: number, longest: number): Checked<string> {
  if (!/^[A-Z0-9]+$/.test(number)) return refuse('document_number_characters');
  if (number.length < shortest || number.length > longest) return refuse('document_number_length');
  return form.test(number) ? accept(number) : refuse('document_number_form');
}

/**
 * 外国人永久居留身份证: three letters and twelve digits until 2023; since 2023-12-01 built like a resident identity number
 * (date of birth, MOD 11-2) with a leading 9.
 */
function permanentResident(typed: string, today: string): Checked<DocumentNumber> {
  const number = compact(typed);
  if (!/^[A-Z0-9]+$/.test(number)) return refuse('document_number_characters');
  if (/^9\d{16}[\dX]$/.test(number)) return identityNumber(number, today);
  if (number.length !== 15 && number.length !== 18) return refuse('document_number_length');
  return /^[A-Z]{3}\d{12}$/.test(number) ? plain(accept(number)) : refuse('document_number_form');
}

/** Documents with words in their numbers, as soldiers' and seamen's have: any script, kept as written. */
function other(number: string): Checked<string> {
  if (number.length > limits.documentNumber) return refuse('too_long');
  return /[\p{L}\p{N}]/u.test(number) ? accept(number) : refuse('document_number_characters');
}

function plain(number: Checked<string>): Checked<DocumentNumber> {
  return number.ok ? accept({ number: number.value, birthDate: null }) : number;
}
