import { decodeBase64Url, encodeBase64Url } from '../../protocol/base64url.ts';
import type { RandomBytes } from '../../protocol/ids.ts';
import { Refusal } from '../../protocol/problems.ts';

/** A guest's secret as it may lie in a database: under a key that no script can read out. */
export interface WrappedSecret {
  readonly key: CryptoKey;
  readonly nonce: Uint8Array<ArrayBuffer>;
  readonly wrapped: Uint8Array<ArrayBuffer>;
}

/** Wraps under a fresh key of its own, so that forgetting one registration destroys its key with it. */
export async function wrapSecret(secret: string, registration: string, random: RandomBytes): Promise<WrappedSecret> {
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  const nonce = random(12);
  const bytes = decodeBase64Url(secret) ?? new Uint8Array();
  const wrapped = new Uint8Array(await crypto.subtle.encrypt(parameters(nonce, registration), key, bytes));
  return { key, nonce, wrapped };
}

/** Throws Refusal `cannot_open` where it isn't this registration's. */
export async function unwrapSecret({ key, nonce, wrapped }: WrappedSecret, registration: string): Promise<string> {
  try {
    const bytes = await crypto.subtle.decrypt(parameters(nonce, registration), key, wrapped);
    return encodeBase64Url(new Uint8Array(bytes));
  } catch {
    throw new Refusal('cannot_open', 'secret');
  }
}

function parameters(nonce: Uint8Array<ArrayBuffer>, registration: string): AesGcmParams {
  return { name: 'AES-GCM', iv: nonce, additionalData: new TextEncoder().encode(`foyer/1 kept ${registration}`) };
}
