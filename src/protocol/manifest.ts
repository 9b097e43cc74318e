import * as z from 'zod/mini';
import { digestSchema, idSchema, propertyIdSchema, publicKeySchema } from './ids.ts';
import { languageSchema } from './languages.ts';
import { purposeIdSchema, retentionSchema } from './purposes.ts';
import { instantSchema } from './time.ts';

/** The one suite spoken today: DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-256-GCM (RFC 9180 ids 0x0010, 0x0001, 0x0002). */
export const suites = ['HPKE-P256-SHA256-A256GCM'] as const;

/** The `typ` header of a manifest's JWS; keeps a consent event from being taken for a manifest (RFC 8725 §3.11). */
export const manifestJwsType = 'foyer-manifest';

/** A public HPKE key and its id: the first 16 bytes of SHA-256 over the raw 65-byte point. */
export const sealingKeySchema = z.object({ keyId: idSchema, publicKey: publicKeySchema });
export type SealingKey = z.infer<typeof sealingKeySchema>;

const hashPerLanguage = z.partialRecord(languageSchema, digestSchema);

export const manifestPurposeSchema = z.object({
  id: purposeIdSchema,
  basis: z.enum(['consent', 'law']),
  keyId: idSchema,
  publicKey: publicKeySchema,
  schema: z.int(),
  retention: retentionSchema,
  /** SHA-256 of the rule a temporary purpose rests on, as its owner entered it; of no other. */
  rule: z.optional(digestSchema),
  /** SHA-256 of `purposeWording` per language. */
  wording: hashPerLanguage,
  /** The sequence at which these words last changed, per language: whoever agreed on a notice of an earlier version agreed to others. */
  versions: z.optional(z.partialRecord(languageSchema, z.int().check(z.gte(1)))),
});
export type ManifestPurpose = z.infer<typeof manifestPurposeSchema>;

/**
 * What a phone has to believe about a hotel, signed by the root key whose fingerprint is in the poster.
 * `sequence` starts at 1 and grows by one; `previous` is SHA-256 of the previous manifest's JWS text, null for the first.
 */
export const manifestSchema = z.object({
  format: z.literal('foyer-manifest/1'),
  property: propertyIdSchema,
  sequence: z.int().check(z.gte(1)),
  previous: z.nullable(digestSchema),
  issuedAt: instantSchema,
  expiresAt: instantSchema,
  /** Grows when purpose keys are replaced (somebody left). */
  epoch: z.int().check(z.gte(1)),
  /** In order of preference. A list of plain texts, so that a phone can say "unknown suite" instead of "malformed". */
  suites: z.array(z.string()),
  root: publicKeySchema,
  card: sealingKeySchema,
  purposes: z.array(manifestPurposeSchema),
  /** SHA-256 of each notice's exact text, and the sequence at which that text last changed. */
  notices: z.partialRecord(languageSchema, z.object({ hash: digestSchema, version: z.int() })),
  receiptKey: sealingKeySchema,
  /** Name of the property's log in its checkpoints: `foyer/<property>`. */
  logOrigin: z.string(),
  jurisdiction: z.string(),
  recipients: z.array(z.object({ purpose: purposeIdSchema, name: z.string() })),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** A manifest's exact JWS text with its parsed and checked content, and SHA-256 of that text. */
export interface SignedManifest {
  readonly jws: string;
  readonly hash: string;
  readonly manifest: Manifest;
}
