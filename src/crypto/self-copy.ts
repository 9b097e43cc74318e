import { decodeBase64Url, encodeBase64Url } from '../protocol/base64url.ts';
import { type Envelope, encLength, envelopeAad, envelopeInfo, selfKeyId } from '../protocol/envelope.ts';
import type { RandomBytes } from '../protocol/ids.ts';
import { Refusal } from '../protocol/problems.ts';
import { selfSchemaVersion } from '../protocol/purposes.ts';
import type { RecordContext } from './open-envelope.ts';
import { pad, unpad } from './padding.ts';

function parameters(context: RecordContext, schema: number, nonce: Uint8Array<ArrayBuffer>) {
  const full = { ...context, kind: 'self', purpose: null, schema, keyId: selfKeyId } as const;
  return {
    name: 'AES-GCM',
    iv: nonce,
    additionalData: new TextEncoder().encode(envelopeInfo(full) + envelopeAad(full)),
  };
}

/**
 * Seals the guest's own copy under the key from their secret: AES-256-GCM with a random 96-bit nonce in `enc`
 * (at most a few thousand copies a key, far below the 2³² of NIST SP 800-38D §8.3). Throws Refusal `too_large`.
 */
export async function sealSelfCopy(
  context: RecordContext,
  selfKey: CryptoKey,
  plaintext: Uint8Array,
  random: RandomBytes,
): Promise<Envelope> {
  const nonce = random(encLength.self);
  const ciphertext = await crypto.subtle.encrypt(
    parameters(context, selfSchemaVersion, nonce),
    selfKey,
    pad(plaintext),
  );
  return {
    kind: 'self',
    purpose: null,
    suite: 'HPKE-P256-SHA256-A256GCM',
    keyId: selfKeyId,
    schema: selfSchemaVersion,
    enc: encodeBase64Url(nonce),
    ciphertext: encodeBase64Url(new Uint8Array(ciphertext)),
  };
}

/** Opens the guest's own copy. Throws Refusal `unknown_suite`, and `cannot_open` on a wrong secret, changed bytes or another registration's copy. */
export async function openSelfCopy(
  context: RecordContext,
  selfKey: CryptoKey,
  envelope: Envelope,
): Promise<Uint8Array> {
  const { kind, purpose, keyId, suite, schema } = envelope;
  if (suite !== 'HPKE-P256-SHA256-A256GCM') throw new Refusal('unknown_suite');
  const [nonce, ciphertext] = [decodeBase64Url(envelope.enc), decodeBase64Url(envelope.ciphertext)];
  if (
    kind !== 'self' ||
    purpose !== null ||
    keyId !== selfKeyId ||
    nonce?.length !== encLength.self ||
    ciphertext === null
  )
    throw new Refusal('cannot_open', 'self copy');
  return unpad(await decrypt(parameters(context, schema, nonce), selfKey, ciphertext));
}

async function decrypt(algorithm: AesGcmParams, key: CryptoKey, data: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  try {
    return new Uint8Array(await crypto.subtle.decrypt(algorithm, key, data));
  } catch {
    throw new Refusal('cannot_open', 'self copy');
  }
}
