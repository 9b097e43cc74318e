import { decodeBase64Url, encodeBase64Url } from '../protocol/base64url.ts';
import { Refusal } from '../protocol/problems.ts';
import { sha256 } from './sha256.ts';

/** A P-256 key pair as raw bytes: `publicKey` the uncompressed point (65), `privateKey` the scalar (32). Secret: never log, never store unwrapped. */
export interface RawKeyPair {
  readonly publicKey: Uint8Array<ArrayBuffer>;
  readonly privateKey: Uint8Array<ArrayBuffer>;
}

/** What the private half may do: receive sealed things (HPKE's ECDH) or sign. */
export type KeyUse = 'open' | 'sign';

const algorithm = {
  open: { name: 'ECDH', namedCurve: 'P-256' },
  sign: { name: 'ECDSA', namedCurve: 'P-256' },
} as const;
const privateUse: Record<KeyUse, KeyUsage[]> = { open: ['deriveBits'], sign: ['sign'] };

/** Makes a key pair with the platform's own generator. */
export async function generateKeyPair(): Promise<RawKeyPair> {
  const pair = await crypto.subtle.generateKey(algorithm.sign, true, ['sign', 'verify']);
  const jwk = await crypto.subtle.exportKey('jwk', pair.privateKey);
  return rawKeyPair(jwk);
}

function rawKeyPair(jwk: JsonWebKey): RawKeyPair {
  const [x, y, d] = [jwk.x, jwk.y, jwk.d].map((part) => decodeBase64Url(part ?? ''));
  if (x?.length !== 32 || y?.length !== 32 || d?.length !== 32) throw new Refusal('cannot_open', 'key pair');
  const publicKey = new Uint8Array(65);
  publicKey[0] = 4;
  publicKey.set(x, 1);
  publicKey.set(y, 33);
  return { publicKey, privateKey: d };
}

/** A public key as a JSON Web Key (RFC 7518 §6.2). Throws Refusal `unknown_key` unless it is an uncompressed point of 65 bytes. */
export function publicJwk(publicKey: Uint8Array): { kty: 'EC'; crv: 'P-256'; x: string; y: string } {
  if (publicKey.length !== 65 || publicKey[0] !== 4)
    throw new Refusal('unknown_key', 'not an uncompressed P-256 point');
  return {
    kty: 'EC',
    crv: 'P-256',
    x: encodeBase64Url(publicKey.subarray(1, 33)),
    y: encodeBase64Url(publicKey.subarray(33)),
  };
}

/** A key pair as a private JSON Web Key, the form the self copy keeps. Secret. */
export function privateJwk(pair: RawKeyPair): { kty: 'EC'; crv: 'P-256'; x: string; y: string; d: string } {
  return { ...publicJwk(pair.publicKey), d: encodeBase64Url(pair.privateKey) };
}

/** The way back from `privateJwk`. Throws Refusal `cannot_open`. */
export function keyPairOfJwk(jwk: { x: string; y: string; d: string }): RawKeyPair {
  return rawKeyPair(jwk);
}

/**
 * Imports a pair for use. The private half is not extractable: from here on it can be used and forgotten, not copied.
 * Throws Refusal `cannot_open` where the bytes are not a point of the curve with its scalar.
 */
export async function importKeyPair(pair: RawKeyPair, use: KeyUse): Promise<CryptoKeyPair> {
  try {
    const [privateKey, publicKey] = await Promise.all([
      crypto.subtle.importKey('jwk', privateJwk(pair), algorithm[use], false, privateUse[use]),
      importPublicKey(pair.publicKey, use),
    ]);
    return { privateKey, publicKey };
  } catch {
    throw new Refusal('cannot_open', 'key pair');
  }
}

/** Imports a public key. Throws Refusal `unknown_key` where it is not a point of the curve. */
export async function importPublicKey(publicKey: Uint8Array, use: KeyUse): Promise<CryptoKey> {
  try {
    return await crypto.subtle.importKey(
      'jwk',
      publicJwk(publicKey),
      algorithm[use],
      true,
      use === 'sign' ? ['verify'] : [],
    );
  } catch (cause) {
    throw cause instanceof Refusal ? cause : new Refusal('unknown_key', 'not a point of the curve');
  }
}

/** A key's id, and a root's fingerprint: the first 16 bytes of SHA-256 over the raw point, base64url (22 characters, 128 bits). */
export async function keyIdOf(publicKey: Uint8Array<ArrayBuffer>): Promise<string> {
  return encodeBase64Url((await sha256(publicKey)).subarray(0, 16));
}
