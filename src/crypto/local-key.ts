import { Refusal } from '../protocol/problems.ts';
import type { Sealed } from '../protocol/staff.ts';
import { hpkeOpen, hpkeSeal } from './hpke.ts';
import type { RandomBytes } from '../protocol/ids.ts';

const info = (property: string) => JSON.stringify(['foyer', 1, 'local-key', property]);
const nonceLength = 12;

/** A device's own AES-256-GCM key for what it keeps, and the key sealed to a pair: nothing but that pair's private half opens it. */
export interface LocalKey {
  readonly key: CryptoKey;
  readonly sealed: Sealed;
}

/** Makes a new key for a device, sealed to the pair with `keyId`. */
export async function makeLocalKey(
  property: string,
  keyId: string,
  pair: CryptoKeyPair,
  random: RandomBytes,
): Promise<LocalKey> {
  const raw = random(32);
  const [key, sealed] = await Promise.all([
    importLocalKey(raw),
    crypto.subtle
      .exportKey('raw', pair.publicKey)
      .then((point) => hpkeSeal(new Uint8Array(point), info(property), keyId, raw)),
  ]);
  raw.fill(0);
  return { key, sealed };
}

/** Opens a device's key. Throws Refusal `cannot_open` on another pair, another property or changed bytes. */
export async function openLocalKey(
  property: string,
  keyId: string,
  pair: CryptoKeyPair,
  sealed: Sealed,
): Promise<CryptoKey> {
  const raw = await hpkeOpen(pair, info(property), keyId, sealed);
  if (raw.length !== 32) throw new Refusal('cannot_open', 'local key');
  return importLocalKey(raw);
}

function importLocalKey(raw: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

const bound = (label: string) => new TextEncoder().encode(`foyer/1 local ${label}`);

/** Encrypts bytes a device keeps under its own key: nonce, then ciphertext. `label` says what they are and which, so that none stands for another. */
export async function sealLocally(
  key: CryptoKey,
  label: string,
  bytes: Uint8Array<ArrayBuffer>,
  random: RandomBytes,
): Promise<Uint8Array<ArrayBuffer>> {
  const nonce = random(nonceLength);
  const parameters = { name: 'AES-GCM', iv: nonce, additionalData: bound(label) };
  const ciphertext = new Uint8Array(await crypto.subtle.encrypt(parameters, key, bytes));
  const sealed = new Uint8Array(nonceLength + ciphertext.length);
  sealed.set(nonce);
  sealed.set(ciphertext, nonceLength);
  return sealed;
}

/** The way back. Throws Refusal `cannot_open` on a wrong key, wrong label or changed bytes. */
export async function openLocally(
  key: CryptoKey,
  label: string,
  sealed: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const parameters = { name: 'AES-GCM', iv: sealed.subarray(0, nonceLength), additionalData: bound(label) };
  try {
    return new Uint8Array(await crypto.subtle.decrypt(parameters, key, sealed.subarray(nonceLength)));
  } catch {
    throw new Refusal('cannot_open', 'kept bytes');
  }
}
