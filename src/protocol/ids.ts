import * as z from 'zod/mini';
import { decodeBase64Url, encodeBase64Url } from './base64url.ts';

/** Fills a new array of `length` random bytes; in production a cryptographic source. */
export type RandomBytes = (length: number) => Uint8Array<ArrayBuffer>;

/** Milliseconds since 1970-01-01T00:00Z. Passed in wherever time matters. */
export type Clock = () => number;

function bytesOf(length: number) {
  return z
    .string()
    .check(z.refine((text) => decodeBase64Url(text)?.length === length, `expected ${length} bytes as base64url`));
}

/** 16 bytes as 22 characters of base64url: the shape of every id and of the root fingerprint. */
export const idSchema = bytesOf(16);
/** A SHA-256 digest as 43 characters of base64url. */
export const digestSchema = bytesOf(32);
/** An uncompressed P-256 point (SEC 1, 65 bytes, first byte 4) as base64url. */
export const publicKeySchema = bytesOf(65).check(
  z.refine((text) => decodeBase64Url(text)?.[0] === 4, 'expected an uncompressed point'),
);
/** A property's id: 10 characters, lower-case base32 without look-alikes; public, printed in every poster's address. */
export const propertyIdSchema = z.string().check(z.regex(/^[0-9a-hjkmnp-tv-z]{10}$/));

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * Makes an id of 48 bits of time and 80 random bits, so that ids made later sort later by bytes
 * and a database index grows at its end (the idea of RFC 9562 §5.7, without its version bits).
 */
export function newId(now: number, random: RandomBytes): string {
  const bytes = new Uint8Array(16);
  let time = now;
  for (let i = 5; i >= 0; i--) {
    bytes[i] = time % 256;
    time = Math.floor(time / 256);
  }
  bytes.set(random(10), 6);
  return encodeBase64Url(bytes);
}

/** Makes a property id of 50 random bits. */
export function newPropertyId(random: RandomBytes): string {
  return Array.from(random(10), (byte) => crockford.charAt(byte & 31).toLowerCase()).join('');
}

/**
 * The code a guest says at the desk: 6 characters without look-alikes (I, L, O, U are left out),
 * taken from the last 30 random bits of the registration id, so the phone knows it without the server.
 * It finds a row and authorises nothing. Throws RangeError on a malformed id.
 */
export function arrivalCode(registration: string): string {
  const bytes = decodeBase64Url(registration);
  if (bytes?.length !== 16) throw new RangeError('not a registration id');
  let word = 0;
  for (const byte of bytes.subarray(12)) word = (word * 256 + byte) % 2 ** 30;
  let code = '';
  for (let i = 0; i < 6; i++) {
    code = crockford.charAt(word % 32) + code;
    word = Math.floor(word / 32);
  }
  return code;
}

/** What a person typed as an arrival code, read generously: case, spaces, hyphens, O for 0, I and L for 1. */
export function normaliseArrivalCode(typed: string): string {
  return typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
}
