import { createPublicKey, type KeyObject } from 'node:crypto';
import { compactVerify } from 'jose';
import { digestBytes } from './digest.ts';

/** The first 16 bytes of SHA-256 over the raw point, base64url: the id of every key and the root's fingerprint. */
export function keyIdOf(point: Uint8Array): string {
  return digestBytes(point).subarray(0, 16).toString('base64url');
}

/** The 65-byte uncompressed point of a P-256 public key. */
export function rawPoint(key: KeyObject): Uint8Array {
  const { x, y } = key.export({ format: 'jwk' });
  if (x === undefined || y === undefined) throw new TypeError('not an elliptic curve key');
  return Buffer.concat([Buffer.from([4]), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]);
}

/** Whether 65 bytes are a point on the curve. */
export function isPoint(publicKey: string): boolean {
  const point = Buffer.from(publicKey, 'base64url');
  const [x, y] = [point.toString('base64url', 1, 33), point.toString('base64url', 33)];
  try {
    createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' });
    return true;
  } catch {
    // Node says so by throwing.
    return false;
  }
}

export interface VerifiedJws {
  readonly kid: string | undefined;
  readonly text: string;
}

/**
 * Verifies a compact JWS: ES256 by this raw point, header `typ` as wanted (RFC 8725 §3.11). Runs on the thread pool.
 * Null where anything of it doesn't hold.
 */
export async function verifyJws(jws: string, publicKey: string, typ: string): Promise<VerifiedJws | null> {
  try {
    const point = Buffer.from(publicKey, 'base64url');
    const key = await crypto.subtle.importKey('raw', point, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['verify']);
    const { payload, protectedHeader } = await compactVerify(jws, key, { algorithms: ['ES256'] });
    if (protectedHeader.typ !== typ) return null;
    return { kid: protectedHeader.kid, text: new TextDecoder('utf-8', { fatal: true }).decode(payload) };
  } catch {
    // jose, WebCrypto and TextDecoder each throw their own; all mean that it is not a JWS of this key.
    return null;
  }
}
