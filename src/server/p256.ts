import { isUtf8 } from 'node:buffer';
import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import { promisify } from 'node:util';
import { decodeProtectedHeader } from 'jose';
import { decodeBase64Url } from '../protocol/base64url.ts';
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

/** DER of a P-256 SubjectPublicKeyInfo (RFC 5480) up to the point. */
const spkiPrefix = Buffer.from('3059301306072a8648ce3d020106082a8648ce3d030107034200', 'hex');
const verifyAsync = promisify(
  (data: Buffer, key: KeyObject, signature: Buffer, done: (error: Error | null, valid: boolean) => void) =>
    verify('sha256', data, { key, dsaEncoding: 'ieee-p1363' }, signature, done),
);
const headerNames = new Set(['alg', 'typ', 'kid']);

/**
 * Verifies a compact JWS: ES256 by this raw point, header `typ` as wanted (RFC 8725 §3.11), no header we don't know.
 * Null where anything of it doesn't hold. The header is jose's to read; the signature is checked by node:crypto on the thread pool,
 * at half of what the way through WebCrypto costs, because every submission passes here.
 */
export async function verifyJws(jws: string, publicKey: string, typ: string): Promise<VerifiedJws | null> {
  const [head, payload, signature, ...rest] = jws.split('.');
  if (head === undefined || payload === undefined || signature === undefined || rest.length > 0) return null;
  const payloadBytes = decodeBase64Url(payload);
  const signatureBytes = decodeBase64Url(signature);
  // jose reads a header in spellings that are not its only one.
  if (decodeBase64Url(head) === null) return null;
  if (payloadBytes === null || signatureBytes?.length !== 64 || !isUtf8(payloadBytes)) return null;
  try {
    const header = decodeProtectedHeader(jws);
    if (header.alg !== 'ES256' || header.typ !== typ || Object.keys(header).some((name) => !headerNames.has(name)))
      return null;
    const der = Buffer.concat([spkiPrefix, Buffer.from(publicKey, 'base64url')]);
    const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
    const signed = Buffer.from(jws.slice(0, jws.lastIndexOf('.')));
    if (!(await verifyAsync(signed, key, Buffer.from(signatureBytes)))) return null;
    return { kid: header.kid, text: Buffer.from(payloadBytes).toString() };
  } catch {
    // jose and node:crypto say by throwing that a header or a point is none.
    return null;
  }
}
