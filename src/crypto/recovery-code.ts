import type { RandomBytes } from '../protocol/ids.ts';
import { Refusal } from '../protocol/problems.ts';
import { sha256 } from './sha256.ts';

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const groupLength = 4;

/** 32 random bytes: the recovery sheet's secret. It exists on paper and, while the sheet is made, in memory. */
export function newRecoverySecret(random: RandomBytes): Uint8Array<ArrayBuffer> {
  return random(32);
}

/**
 * Writes the secret for paper: 32 bytes and 3 bytes of SHA-256 as checksum, in Crockford's base32 (no I, L, O, U),
 * 56 characters in groups of four.
 */
export async function formatRecoveryCode(secret: Uint8Array<ArrayBuffer>): Promise<string> {
  const bytes = new Uint8Array(35);
  bytes.set(secret);
  bytes.set((await sha256(secret)).subarray(0, 3), 32);
  let text = '';
  for (let i = 0; i < 7; i++) text += encodeFive(bytes.subarray(i * 5, i * 5 + 5));
  return (text.match(new RegExp(`.{1,${groupLength}}`, 'g')) ?? []).join('-');
}

function encodeFive(bytes: Uint8Array): string {
  let word = 0n;
  for (const byte of bytes) word = (word << 8n) | BigInt(byte);
  let text = '';
  for (let i = 35n; i >= 0n; i -= 5n) text += crockford.charAt(Number((word >> i) & 31n));
  return text;
}

/**
 * Reads a typed or scanned code, generously: case, spaces, hyphens, O for 0, I and L for 1.
 * Throws Refusal `wrong_recovery_code` where the length or the checksum doesn't fit, so a slip of the pen is told from a wrong sheet.
 */
export async function parseRecoveryCode(typed: string): Promise<Uint8Array<ArrayBuffer>> {
  const text = typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  if (text.length !== 56) throw new Refusal('wrong_recovery_code', 'length');
  const bytes = new Uint8Array(35);
  for (let i = 0; i < 7; i++) bytes.set(decodeEight(text.slice(i * 8, i * 8 + 8)), i * 5);
  const secret = bytes.slice(0, 32);
  const check = (await sha256(secret)).subarray(0, 3);
  if (!check.every((byte, i) => byte === bytes[32 + i])) throw new Refusal('wrong_recovery_code', 'checksum');
  return secret;
}

function decodeEight(text: string): Uint8Array {
  let word = 0n;
  for (const character of text) {
    const value = crockford.indexOf(character);
    if (value < 0) throw new Refusal('wrong_recovery_code', 'character');
    word = (word << 5n) | BigInt(value);
  }
  return Uint8Array.from({ length: 5 }, (_, i) => Number((word >> BigInt(32 - 8 * i)) & 255n));
}
