import { decodeBase64Url, encodeBase64Url } from '../protocol/base64url.ts';
import type { GuestAccess } from '../protocol/api.ts';
import type { RandomBytes } from '../protocol/ids.ts';
import { Refusal } from '../protocol/problems.ts';
import { digest } from './sha256.ts';

/** What a guest's secret gives. `lookup` and `token` go to the server (which keeps their hashes); `selfKey` never leaves the phone. */
export interface GuestKeys extends GuestAccess {
  readonly selfKey: CryptoKey;
}

/** 32 random bytes as base64url, 43 characters: all it takes to see, correct, withdraw or delete. It lives in the receipt's link. */
export function newGuestSecret(random: RandomBytes): string {
  return encodeBase64Url(random(32));
}

/**
 * Derives a guest's keys with HKDF-SHA256 (RFC 5869), one label each, so that no one of them tells another.
 * Throws Refusal `not_found` on anything that isn't a secret.
 */
export async function deriveGuestKeys(secret: string): Promise<GuestKeys> {
  const bytes = decodeBase64Url(secret);
  if (bytes?.length !== 32) throw new Refusal('not_found', 'secret');
  const key = await crypto.subtle.importKey('raw', bytes, 'HKDF', false, ['deriveBits', 'deriveKey']);
  const parameters = (label: string) => ({
    name: 'HKDF',
    hash: 'SHA-256',
    salt: new Uint8Array(),
    info: new TextEncoder().encode(`foyer/1 guest ${label}`),
  });
  const [lookup, token, selfKey] = await Promise.all([
    crypto.subtle.deriveBits(parameters('lookup'), key, 256),
    crypto.subtle.deriveBits(parameters('token'), key, 256),
    crypto.subtle.deriveKey(parameters('self'), key, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']),
  ]);
  return { lookup: encodeBase64Url(new Uint8Array(lookup)), token: encodeBase64Url(new Uint8Array(token)), selfKey };
}

/** The hashes the server stores of lookup id and request token. */
export async function accessHashes(access: GuestAccess): Promise<{ lookupHash: string; tokenHash: string }> {
  const [lookupHash, tokenHash] = await Promise.all([digest(access.lookup), digest(access.token)]);
  return { lookupHash, tokenHash };
}
