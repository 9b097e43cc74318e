import { decodeBase64Url, encodeBase64Url } from '../protocol/base64url.ts';
import type { RandomBytes } from '../protocol/ids.ts';
import { Refusal } from '../protocol/problems.ts';
import type { Wrapped } from '../protocol/staff.ts';

/** Imports 32 bytes as a wrapping key that can't be exported. */
export async function importWrappingKey(bytes: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

function parameters(nonce: Uint8Array<ArrayBuffer>, label: string) {
  return { name: 'AES-GCM', iv: nonce, additionalData: new TextEncoder().encode(`foyer/1 ${label}`) };
}

/** Wraps bytes under AES-256-GCM; `label` says what they are, so that one wrapped thing is never taken for another. */
export async function wrapBytes(
  key: CryptoKey,
  label: string,
  bytes: Uint8Array<ArrayBuffer>,
  random: RandomBytes,
): Promise<Wrapped> {
  const nonce = random(12);
  const ciphertext = await crypto.subtle.encrypt(parameters(nonce, label), key, bytes);
  return { nonce: encodeBase64Url(nonce), ciphertext: encodeBase64Url(new Uint8Array(ciphertext)) };
}

/** Unwraps. Throws Refusal `cannot_open` on a wrong key, wrong label or changed bytes. */
export async function unwrapBytes(key: CryptoKey, label: string, wrapped: Wrapped): Promise<Uint8Array<ArrayBuffer>> {
  const [nonce, ciphertext] = [decodeBase64Url(wrapped.nonce), decodeBase64Url(wrapped.ciphertext)];
  if (nonce?.length !== 12 || ciphertext === null) throw new Refusal('cannot_open', 'wrapped bytes');
  try {
    return new Uint8Array(await crypto.subtle.decrypt(parameters(nonce, label), key, ciphertext));
  } catch {
    throw new Refusal('cannot_open', 'wrapped bytes');
  }
}
