import type { RandomBytes } from '../protocol/ids.ts';
import type { Wrapped } from '../protocol/staff.ts';
import { bundleBytes, type KeyBundle, readBundle } from './key-bundle.ts';
import { sha256 } from './sha256.ts';
import { importWrappingKey, unwrapBytes, wrapBytes } from './wrap.ts';

const label = 'staff keys by passkey';

/** What a passkey's PRF (WebAuthn level 3, §10.1.4) is asked about: the same at every use, another for each hotel. 32 bytes. */
export async function passkeyInput(property: string): Promise<Uint8Array<ArrayBuffer>> {
  return sha256(`foyer/1 passkey ${property}`);
}

/** The wrapping key of a PRF's output (32 bytes), by HKDF-SHA256. The output itself is used for nothing else and never sent. */
export async function passkeyWrappingKey(output: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  const key = await crypto.subtle.importKey('raw', output, 'HKDF', false, ['deriveBits']);
  const parameters = {
    name: 'HKDF',
    hash: 'SHA-256',
    salt: new Uint8Array(),
    info: new TextEncoder().encode('foyer/1 staff passkey wrap'),
  };
  return importWrappingKey(new Uint8Array(await crypto.subtle.deriveBits(parameters, key, 256)));
}

/** Wraps a person's own keys under a passkey. */
export function wrapForPasskey(key: CryptoKey, bundle: KeyBundle, random: RandomBytes): Promise<Wrapped> {
  return wrapBytes(key, label, bundleBytes({ ...bundle, purposes: [] }), random);
}

/** The way back. Throws Refusal `cannot_open`. */
export async function openByPasskey(key: CryptoKey, wrapped: Wrapped): Promise<KeyBundle> {
  return readBundle(await unwrapBytes(key, label, wrapped));
}
