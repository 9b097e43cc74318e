import type * as rulesOfAllCountries from 'libphonenumber-js/min';
import { phoneSchema } from './details.ts';
import { accept, type Checked, refuse } from './field-reason.ts';
import { normaliseCode } from './normalise-text.ts';

/** The part of libphonenumber-js this file needs. */
export type PhoneRules = Pick<
  typeof rulesOfAllCountries,
  'isSupportedCountry' | 'parsePhoneNumberFromString' | 'validatePhoneNumberLength'
>;

/** Fetches the numbering rules of all countries when the first number is checked; the form's first load is without them. */
export async function loadPhoneRules(): Promise<PhoneRules> {
  return import('libphonenumber-js/min');
}

/**
 * A phone number as E.164, from any country. The country is never guessed at: it is the one in the number (`+` or `00`),
 * else the one picked beside it (`country`, ISO 3166-1 alpha-2, '' for none), else mainland China for what looks like one
 * of its mobile numbers and nothing else (11 digits from 13 to 19, not grouped 1-xxx-xxx-xxxx as in North America, or the
 * same after 86). Anything else is refused with `phone_country_needed`.
 *
 * Numbers are judged by the lengths their country has, not by whether they are in use. When the rules can't be loaded (the
 * network is gone), numbers whose country is known are judged by E.164 alone. Never rejects.
 */
export async function phoneNumber(
  typed: string,
  country: string,
  load: () => Promise<PhoneRules> = loadPhoneRules,
): Promise<Checked<string>> {
  const text = normaliseCode(typed)
    .replace(/^\(\s*\+/, '+(')
    .replace(/^00(?=[1-9])/, '+');
  if (text === '') return refuse('missing');
  if (!/^\+?[\d\s()./-]*$/.test(text)) return refuse('phone_characters');
  const digits = text.replace(/\D/g, '');
  if (digits.length < 3) return refuse('phone_too_short');
  if (digits.length > 20) return refuse('phone_too_long');

  const picked = normaliseCode(country).toUpperCase();
  const international = text.startsWith('+') ? text : mainlandMobile(text, digits, picked);
  if (international === null && picked === '') return refuse('phone_country_needed');

  const rules = await load().catch(() => null);
  if (rules === null) return international === null ? refuse('phone_country_needed') : withoutRules(international);
  if (international !== null) return withRules(rules, international, undefined);
  return rules.isSupportedCountry(picked) ? withRules(rules, text, picked) : refuse('phone_country_needed');
}

function mainlandMobile(text: string, digits: string, picked: string): string | null {
  if (picked !== '' && picked !== 'CN') return null;
  const groupedAsNorthAmerican = /^1\D/.test(text);
  if (/^1[3-9]\d{9}$/.test(digits)) return groupedAsNorthAmerican ? null : `+86${digits}`;
  return /^861[3-9]\d{9}$/.test(digits) ? `+${digits}` : null;
}

function withRules(
  rules: PhoneRules,
  text: string,
  country: Parameters<PhoneRules['parsePhoneNumberFromString']>[1],
): Checked<string> {
  const number = rules.parsePhoneNumberFromString(text, country);
  if (number?.isPossible() === true) {
    // Some strings of zeros are read as another number each time; those are none.
    const stable = rules.parsePhoneNumberFromString(number.number)?.number === number.number;
    return stable ? inRange(number.number) : refuse('phone_not_possible');
  }
  const problem =
    country === undefined ? rules.validatePhoneNumberLength(text) : rules.validatePhoneNumberLength(text, country);
  if (problem === 'TOO_SHORT') return refuse('phone_too_short');
  return refuse(problem === 'TOO_LONG' ? 'phone_too_long' : 'phone_not_possible');
}

function withoutRules(international: string): Checked<string> {
  const digits = international.replace(/\(0\)/, '').replace(/\D/g, '');
  if (digits.length < 7) return refuse('phone_too_short');
  return digits.length > 15 ? refuse('phone_too_long') : inRange(`+${digits}`);
}

/**
 * E.164, and for mainland numbers what the short rules don't know: 1 begins a mobile number (13 to 19, 11 digits) or
 * Beijing's code (10, then 8 digits).
 */
function inRange(number: string): Checked<string> {
  const mainland = /^\+86(1\d*)$/.exec(number)?.[1];
  if (mainland !== undefined) {
    const length = mainland.startsWith('10') ? 10 : 11;
    if (/^1[12]/.test(mainland)) return refuse('phone_not_possible');
    if (mainland.length < length) return refuse('phone_too_short');
    if (mainland.length > length) return refuse('phone_too_long');
  }
  const parsed = phoneSchema.safeParse(number);
  return parsed.success ? accept(parsed.data) : refuse('phone_not_possible');
}
