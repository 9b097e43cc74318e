import { encodeBase64Url } from '../../../src/protocol/base64url.ts';
import type { RawKeyPair } from '../../../src/crypto/key-pair.ts';
import { importKeyPair } from '../../../src/crypto/key-pair.ts';

const part = (content: object | string) =>
  encodeBase64Url(new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content)));

/** A compact JWS put together by hand: any header over any payload, signed ES256 by WebCrypto alone. */
export async function handmadeJws(header: object, payload: object | string, key: RawKeyPair): Promise<string> {
  const { privateKey } = await importKeyPair(key, 'sign');
  const input = `${part(header)}.${part(payload)}`;
  const data = new TextEncoder().encode(input);
  const signature = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, privateKey, data);
  return `${input}.${encodeBase64Url(new Uint8Array(signature))}`;
}

/** The same content with `alg: none` and no signature (RFC 8725 §2.1). */
export function unsigned(typ: string, payload: object): string {
  return `${part({ alg: 'none', typ })}.${part(payload)}.`;
}

/** The same content under HMAC with the public key's bytes as secret (RFC 8725 §2.1, algorithm confusion). */
export async function hmacWithPublicKey(
  typ: string,
  payload: object,
  publicKey: Uint8Array<ArrayBuffer>,
): Promise<string> {
  const key = await crypto.subtle.importKey('raw', publicKey, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const input = `${part({ alg: 'HS256', typ })}.${part(payload)}`;
  const signature = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(input));
  return `${input}.${encodeBase64Url(new Uint8Array(signature))}`;
}

/** The same JWS with its payload replaced and its signature kept. */
export function withPayload(jws: string, payload: object): string {
  const [header = '', , signature = ''] = jws.split('.');
  return `${header}.${part(payload)}.${signature}`;
}

/**
 * The same signature written another way: the last character of 64 bytes in base64url carries four bits nobody reads, so a lax reader
 * takes sixteen texts for one.
 */
export function respelt(jws: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  return jws.slice(0, -1) + alphabet.charAt(alphabet.indexOf(jws.slice(-1)) + 1);
}

/** A rightly signed JWS whose header is spelt with bits nobody reads: the same bytes to a lax reader, another text to everyone. */
export async function respeltHeader(typ: string, key: RawKeyPair): Promise<string> {
  const { privateKey } = await importKeyPair(key, 'sign');
  // A length that leaves two bits over in the last character.
  const text = JSON.stringify({ alg: 'ES256', typ });
  const header = part(text + ' '.repeat((5 - (text.length % 3)) % 3));
  const input = `${respelt(header)}.${part('x')}`;
  const signature = await crypto.subtle.sign(
    { name: 'ECDSA', hash: 'SHA-256' },
    privateKey,
    new TextEncoder().encode(input),
  );
  return `${input}.${encodeBase64Url(new Uint8Array(signature))}`;
}
