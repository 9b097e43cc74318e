import { limits } from './limits.ts';

/** Country codes of one and two digits (ITU-T E.164); every other is three. */
const countryCode = /^\+(?:[17]|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})/;

/**
 * Masks a phone number (E.164) or an e-mail address for the desk's list. What it lets through, and nothing more:
 * mainland mobile `138****1234`; any other number its country code and its last four digits, `+44 ****0958`, two where
 * the rest has fewer than eight digits and none where fewer than six; an address its first character, if it has more than
 * one, and its domain, `m***@example.com`. The number of stars says nothing about the length.
 */
export function maskContact(contact: string): string {
  const at = contact.lastIndexOf('@');
  if (at >= 0) {
    const local = Array.from(contact.slice(0, at));
    const first = local.length > 1 ? (local[0] ?? '') : '';
    return `${first}***${contact.slice(at)}`.slice(0, limits.email);
  }
  const mainland = /^\+86(1[3-9]\d)\d{4}(\d{4})$/.exec(contact);
  if (mainland !== null) return `${mainland[1] ?? ''}****${mainland[2] ?? ''}`;
  const code = countryCode.exec(contact)?.[0];
  if (code === undefined || !/^\+\d+$/.test(contact)) return '****';
  const rest = contact.slice(code.length);
  return `${code} ****${rest.slice(rest.length - lastDigitsShown(rest.length))}`;
}

function lastDigitsShown(length: number): number {
  if (length >= 8) return 4;
  return length >= 6 ? 2 : 0;
}
