import { CompactSign, compactVerify } from 'jose';
import { decodeBase64Url } from '../protocol/base64url.ts';
import { importPublicKey } from './key-pair.ts';

/**
 * Signs a text as a compact JWS (RFC 7515), ES256. `typ` names the kind of text, so that one kind is never taken for another
 * (RFC 8725 §3.11); `kid` is the signing key's id.
 */
export async function signJws(text: string, key: CryptoKey, typ: string, kid: string): Promise<string> {
  return new CompactSign(new TextEncoder().encode(text)).setProtectedHeader({ alg: 'ES256', typ, kid }).sign(key);
}

const headerNames = new Set(['alg', 'typ', 'kid']);

/**
 * The text of a compact JWS, or null where it is not a text of this `typ` signed ES256 by this key, or its header says more than we
 * write: nothing we don't know can change what a text means (such as `b64`, RFC 7797). Each part must be canonical
 * base64url, since jose reads others too and a JWS is named by the hash of its text.
 */
export async function verifyJws(jws: string, publicKey: Uint8Array, typ: string): Promise<string | null> {
  if (jws.split('.').some((part) => decodeBase64Url(part) === null)) return null;
  try {
    const key = await importPublicKey(publicKey, 'sign');
    const { payload, protectedHeader } = await compactVerify(jws, key, { algorithms: ['ES256'] });
    if (protectedHeader.typ !== typ || Object.keys(protectedHeader).some((name) => !headerNames.has(name))) return null;
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(payload);
  } catch {
    return null;
  }
}
