import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import { decodeBase64Url, encodeBase64Url } from '../protocol/base64url.ts';
import { Refusal } from '../protocol/problems.ts';
import type { Sealed } from '../protocol/staff.ts';
import { importPublicKey } from './key-pair.ts';

/** HPKE base mode (RFC 9180), DHKEM(P-256, HKDF-SHA256) · HKDF-SHA256 · AES-256-GCM. */
function suite() {
  return new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() });
}

const utf8 = (text: string) => new TextEncoder().encode(text);

/** Seals to a public key (65 bytes). Throws Refusal `unknown_key` when it isn't one. */
export async function hpkeSeal(
  publicKey: Uint8Array,
  info: string,
  aad: string,
  plaintext: Uint8Array<ArrayBuffer>,
): Promise<Sealed> {
  const recipientPublicKey = await importPublicKey(publicKey, 'open');
  const { enc, ct } = await suite().seal({ recipientPublicKey, info: utf8(info) }, plaintext, utf8(aad));
  return { enc: encodeBase64Url(new Uint8Array(enc)), ciphertext: encodeBase64Url(new Uint8Array(ct)) };
}

/** Opens with a private key. Throws Refusal `cannot_open`: wrong key, changed bytes, or sealed for another context. */
export async function hpkeOpen(
  pair: CryptoKeyPair,
  info: string,
  aad: string,
  sealed: Sealed,
): Promise<Uint8Array<ArrayBuffer>> {
  const [enc, ciphertext] = [decodeBase64Url(sealed.enc), decodeBase64Url(sealed.ciphertext)];
  if (enc === null || ciphertext === null) throw new Refusal('cannot_open', 'encoding');
  try {
    return new Uint8Array(await suite().open({ recipientKey: pair, enc, info: utf8(info) }, ciphertext, utf8(aad)));
  } catch {
    throw new Refusal('cannot_open', 'sealed bytes');
  }
}
