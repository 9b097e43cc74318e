import { birthDate, calendarDate } from './birth-date.ts';
import { accept, type Checked, refuse } from './field-reason.ts';
import { normaliseCode } from './normalise-text.ts';

export interface IdentityNumber {
  /** 18 characters, the last a digit or capital X. */
  readonly number: string;
  /** `YYYY-MM-DD`, from digits 7 to 14. */
  readonly birthDate: string;
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const checkCharacters = '10X98765432';

/**
 * A mainland identity number of 18 characters (GB 11643-1999), from any way of typing it: spaces, full-width digits,
 * lower-case x. Checked are its form, its date of birth and its check character, never the region, which changes over the
 * years. Numbers of 15 digits stopped being valid on 2013-01-01 (居民身份证法, 2011) and have a reason of their own.
 */
export function identityNumber(typed: string, today: string): Checked<IdentityNumber> {
  const text = normaliseCode(typed).replace(/[\s-]/gu, '').toUpperCase();
  if (text === '') return refuse('missing');
  if (/^\d{15}$/.test(text) && calendarDate(`19${text.slice(6, 12)}`) !== null)
    return refuse('identity_number_15_digits');
  if (!/^\d*X?$/.test(text)) return refuse('identity_number_characters');
  if (text.length !== 18) return refuse('identity_number_length');
  const born = birthDate(text.slice(6, 14), today);
  if (!born.ok) return refuse('identity_number_birth_date');
  if (checkCharacter(text) !== text.slice(17)) return refuse('identity_number_check');
  return accept({ number: text, birthDate: born.value });
}

/** ISO 7064 MOD 11-2 over the first 17 digits. */
export function checkCharacter(digits: string): string {
  let sum = 0;
  for (const [at, weight] of weights.entries()) sum += weight * Number(digits.charAt(at));
  return checkCharacters.charAt(sum % 11);
}
