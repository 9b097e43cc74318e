import { decodeBase64Url } from '../protocol/base64url.ts';
import { type Envelope, type EnvelopeContext, envelopeAad, envelopeInfo } from '../protocol/envelope.ts';
import { Refusal } from '../protocol/problems.ts';
import type { SealingKey } from '../protocol/manifest.ts';
import { prepareHpkeSeal } from './hpke.ts';
import { pad } from './padding.ts';

/** Where an envelope belongs; the key id is added from the key it is sealed to. */
export type SealingContext = Omit<EnvelopeContext, 'keyId'>;

/** The part of a context that is known before the guest has decided. */
export type EarlyContext = Omit<SealingContext, 'registration' | 'consent'>;

/** Seals one envelope, once. Throws Refusal `too_large` past 8,188 bytes. */
export type EnvelopeSealer = (
  bound: Pick<SealingContext, 'registration' | 'consent'>,
  plaintext: Uint8Array<ArrayBuffer>,
) => Promise<Envelope>;

/** Prepares an envelope to `key`; what it will be bound to and its content come with the sealing. Throws Refusal `unknown_key`. */
export async function prepareEnvelope(context: EarlyContext, key: SealingKey): Promise<EnvelopeSealer> {
  const publicKey = decodeBase64Url(key.publicKey);
  if (publicKey === null) throw new Refusal('unknown_key', 'encoding');
  const { keyId } = key;
  const { kind, purpose, schema } = context;
  const seal = await prepareHpkeSeal(publicKey, envelopeInfo({ ...context, keyId }));
  return async (bound, plaintext) => {
    const sealed = await seal(envelopeAad({ ...bound, keyId }), pad(plaintext));
    return { kind, purpose, suite: 'HPKE-P256-SHA256-A256GCM', keyId, schema, ...sealed };
  };
}

/**
 * Seals `plaintext` into an envelope that opens only with `key`'s private half and only in exactly this context.
 * Throws Refusal `too_large` past 8,188 bytes, `unknown_key` on a bad key.
 */
export async function sealEnvelope(
  context: SealingContext,
  key: SealingKey,
  plaintext: Uint8Array<ArrayBuffer>,
): Promise<Envelope> {
  return (await prepareEnvelope(context, key))(context, plaintext);
}
