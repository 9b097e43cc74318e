import { type Envelope, type EnvelopeKind, envelopeAad, envelopeInfo } from '../protocol/envelope.ts';
import { Refusal } from '../protocol/problems.ts';
import type { PurposeId } from '../protocol/purposes.ts';
import { hpkeOpen } from './hpke.ts';
import { unpad } from './padding.ts';

/** The registration an envelope must belong to, as its opener knows it. */
export interface RecordContext {
  readonly property: string;
  readonly registration: string;
  readonly consent: string;
}

/**
 * Everything the opener must know of where the envelope belongs. Kind and purpose are asked for and never taken from the envelope,
 * so that a server can't have one envelope opened in the place of another. Schema and key id are read from it and bound by the cipher.
 */
export interface OpeningContext extends RecordContext {
  readonly kind: EnvelopeKind;
  readonly purpose: PurposeId | null;
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
  if (kind !== context.kind || purpose !== context.purpose) throw new Refusal('cannot_open', 'another envelope');
  const full = { ...context, schema, keyId };
  return unpad(await hpkeOpen(pair, envelopeInfo(full), envelopeAad(full), envelope));
}
