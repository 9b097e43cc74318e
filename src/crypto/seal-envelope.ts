import { decodeBase64Url } from '../protocol/base64url.ts';
import { type Envelope, type EnvelopeContext, envelopeAad, envelopeInfo } from '../protocol/envelope.ts';
import { Refusal } from '../protocol/problems.ts';
import type { SealingKey } from '../protocol/manifest.ts';
import { hpkeSeal } from './hpke.ts';
import { pad } from './padding.ts';

/** Where an envelope belongs; the key id is added from the key it is sealed to. */
export type SealingContext = Omit<EnvelopeContext, 'keyId'>;

/**
 * Seals `plaintext` into an envelope that opens only with `key`'s private half and only in exactly this context.
 * Throws Refusal `too_large` past 8,188 bytes, `unknown_key` on a bad key.
 */
export async function sealEnvelope(
  context: SealingContext,
  key: SealingKey,
  plaintext: Uint8Array<ArrayBuffer>,
): Promise<Envelope> {
  const publicKey = decodeBase64Url(key.publicKey);
  if (publicKey === null) throw new Refusal('unknown_key', 'encoding');
  const full = { ...context, keyId: key.keyId };
  const sealed = await hpkeSeal(publicKey, envelopeInfo(full), envelopeAad(full), pad(plaintext));
  return {
    kind: context.kind,
    purpose: context.purpose,
    suite: 'HPKE-P256-SHA256-A256GCM',
    keyId: key.keyId,
    schema: context.schema,
    ...sealed,
  };
}
