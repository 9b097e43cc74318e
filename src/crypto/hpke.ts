import {
  Aes256Gcm,
  CipherSuite,
  DhkemP256HkdfSha256,
  HkdfSha256,
  type RecipientContextParams,
  type SenderContextParams,
} from '@hpke/core';
import { decodeBase64Url, encodeBase64Url } from '../protocol/base64url.ts';
import { Refusal } from '../protocol/problems.ts';
import type { Sealed } from '../protocol/staff.ts';
import { importPublicKey } from './key-pair.ts';

/** HPKE (RFC 9180), in base mode where nothing else is said: DHKEM(P-256, HKDF-SHA256) · HKDF-SHA256 · AES-256-GCM. */
function suite() {
  return new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() });
}

const utf8 = (text: string) => new TextEncoder().encode(text);

/** Seals once: what it was prepared for is used up by it. */
export type SealOnce = (aad: string, plaintext: Uint8Array<ArrayBuffer>) => Promise<Sealed>;

/**
 * Does what sealing needs before the plaintext is known: the encapsulation and the key schedule (RFC 9180 §5.1), nine tenths of the
 * work. The result seals one message; a second call throws, so that no encapsulated key ever stands before two messages.
 * Throws Refusal `unknown_key` when the public key (65 bytes) isn't one.
 */
export async function prepareHpkeSeal(publicKey: Uint8Array, info: string): Promise<SealOnce> {
  const recipientPublicKey = await importPublicKey(publicKey, 'open');
  return sealOnce({ recipientPublicKey, info: utf8(info) });
}

async function sealOnce(to: SenderContextParams): Promise<SealOnce> {
  const context = await suite().createSenderContext(to);
  let used = false;
  return async (aad, plaintext) => {
    if (used) throw new TypeError('sealed once already');
    used = true;
    const ciphertext = await context.seal(plaintext, utf8(aad));
    return {
      enc: encodeBase64Url(new Uint8Array(context.enc)),
      ciphertext: encodeBase64Url(new Uint8Array(ciphertext)),
    };
  };
}

/** Seals to a public key (65 bytes). Throws Refusal `unknown_key` when it isn't one. */
export async function hpkeSeal(
  publicKey: Uint8Array,
  info: string,
  aad: string,
  plaintext: Uint8Array<ArrayBuffer>,
): Promise<Sealed> {
  return (await prepareHpkeSeal(publicKey, info))(aad, plaintext);
}

/** Opens with a private key. Throws Refusal `cannot_open`: wrong key, changed bytes, or sealed for another context. */
export function hpkeOpen(
  pair: CryptoKeyPair,
  info: string,
  aad: string,
  sealed: Sealed,
): Promise<Uint8Array<ArrayBuffer>> {
  return open({ recipientKey: pair, info: utf8(info) }, aad, sealed);
}

/**
 * Seals for oneself: HPKE auth mode (RFC 9180 §5.1.3) from a pair to the same pair. So whoever only knows the public key can neither open
 * it nor put something of their own in its place.
 */
export async function hpkeSealForSelf(
  pair: CryptoKeyPair,
  info: string,
  aad: string,
  plaintext: Uint8Array<ArrayBuffer>,
): Promise<Sealed> {
  return (await sealOnce({ recipientPublicKey: pair.publicKey, senderKey: pair, info: utf8(info) }))(aad, plaintext);
}

/** Opens what the same pair has sealed for itself. Throws Refusal `cannot_open` as `hpkeOpen`, and where somebody else sealed it. */
export function hpkeOpenFromSelf(
  pair: CryptoKeyPair,
  info: string,
  aad: string,
  sealed: Sealed,
): Promise<Uint8Array<ArrayBuffer>> {
  return open({ recipientKey: pair, senderPublicKey: pair.publicKey, info: utf8(info) }, aad, sealed);
}

async function open(
  from: Pick<RecipientContextParams, 'recipientKey' | 'senderPublicKey' | 'info'>,
  aad: string,
  sealed: Sealed,
): Promise<Uint8Array<ArrayBuffer>> {
  const [enc, ciphertext] = [decodeBase64Url(sealed.enc), decodeBase64Url(sealed.ciphertext)];
  if (enc === null || ciphertext === null) throw new Refusal('cannot_open', 'encoding');
  try {
    return new Uint8Array(await suite().open({ ...from, enc }, ciphertext, utf8(aad)));
  } catch {
    throw new Refusal('cannot_open', 'sealed bytes');
  }
}
