import * as z from 'zod/mini';
import { decodeBase64Url } from './base64url.ts';
import { suites } from './manifest.ts';
import { type PurposeId, purposeIdSchema } from './purposes.ts';

/** Plaintext is padded to one of these many bytes, so that a ciphertext's length says little about a name's. */
export const plaintextBuckets = [512, 1024, 2048, 4096, 8192] as const;
/** AES-GCM's tag, in bytes. */
export const tagLength = 16;
/** `enc` of an HPKE envelope is the sender's uncompressed point; of a self copy it is the 12-byte nonce. */
export const encLength = { hpke: 65, self: 12 } as const;
/** The self copy's key id: its key is derived from the guest's secret, so there is nothing to name. */
export const selfKeyId = 'self';

export const envelopeKinds = ['card', 'purpose', 'self', 'desk', 'test'] as const;
export type EnvelopeKind = (typeof envelopeKinds)[number];

/**
 * A sealed part of a registration.
 * card: what the desk's list shows. purpose: one purpose's fields. self: the guest's own copy.
 * desk: room and remarks, sealed by the tablet to the card key. test: the recovery sheet's test record.
 */
export const envelopeSchema = z.strictObject({
  kind: z.enum(envelopeKinds),
  purpose: z.nullable(purposeIdSchema),
  // Any text, so that a suite of a later release is refused as `unknown_suite` and by nobody as malformed.
  suite: z.string().check(z.minLength(1), z.maxLength(40)),
  keyId: z.string().check(z.minLength(1), z.maxLength(22)),
  schema: z.int().check(z.gte(1), z.lte(1_000_000)),
  enc: z.string().check(z.maxLength(87)),
  ciphertext: z.string().check(z.maxLength(11_000)),
});
export type Envelope = z.infer<typeof envelopeSchema>;

/** Whether this build speaks an envelope's suite. */
export function suiteIsKnown({ suite }: Pick<Envelope, 'suite'>): boolean {
  return suites.some((known) => known === suite);
}

/** Whether `enc` and `ciphertext` have lengths an honest phone can produce. All a server can check of a sealed thing. */
export function envelopeSizeIsRight(envelope: Envelope): boolean {
  const enc = decodeBase64Url(envelope.enc);
  const ciphertext = decodeBase64Url(envelope.ciphertext);
  if (enc === null || ciphertext === null) return false;
  const wanted = envelope.kind === 'self' ? encLength.self : encLength.hpke;
  return enc.length === wanted && plaintextBuckets.some((bucket) => ciphertext.length === bucket + tagLength);
}

export interface EnvelopeContext {
  readonly property: string;
  readonly kind: EnvelopeKind;
  /** Set for kind `purpose`, null for every other. */
  readonly purpose: PurposeId | null;
  readonly schema: number;
  /** Registration id, or the test record's id. */
  readonly registration: string;
  /** SHA-256 of the consent event the sealing rests on; '' for desk notes and test records, which rest on none. */
  readonly consent: string;
  readonly keyId: string;
}

/** HPKE `info` (RFC 9180 §5.1): product, version, property, kind, purpose, schema. A JSON array, so no two contexts share a text. */
export function envelopeInfo(context: Omit<EnvelopeContext, 'registration' | 'consent'>): string {
  return JSON.stringify(['foyer', 1, context.property, context.kind, context.purpose, context.schema]);
}

/** AEAD associated data: registration, consent event, key id. */
export function envelopeAad(context: Pick<EnvelopeContext, 'registration' | 'consent' | 'keyId'>): string {
  return JSON.stringify([context.registration, context.consent, context.keyId]);
}
