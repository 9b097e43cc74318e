import { type Envelope, envelopeAad, envelopeInfo } from '../protocol/envelope.ts';
import { Refusal } from '../protocol/problems.ts';
import { hpkeOpen } from './hpke.ts';
import { unpad } from './padding.ts';

/** What the opener already knows of where the envelope must belong; the rest is read from the envelope and bound by the cipher. */
export interface OpeningContext {
  readonly property: string;
  readonly registration: string;
  readonly consent: string;
}

/**
 * Opens an envelope. Throws Refusal `unknown_suite` on a suite this build can't speak, and `cannot_open` on a wrong key, changed or
 * truncated bytes, or an envelope moved across property, registration, consent event, purpose, kind or schema.
 */
export async function openEnvelope(
  context: OpeningContext,
  pair: CryptoKeyPair,
  envelope: Envelope,
): Promise<Uint8Array> {
  const { kind, purpose, schema, keyId, suite } = envelope;
  if (suite !== 'HPKE-P256-SHA256-A256GCM') throw new Refusal('unknown_suite');
  const full = { ...context, kind, purpose, schema, keyId };
  return unpad(await hpkeOpen(pair, envelopeInfo(full), envelopeAad(full), envelope));
}
