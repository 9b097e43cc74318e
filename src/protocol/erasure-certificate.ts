import * as z from 'zod/mini';
import { digestSchema, idSchema, propertyIdSchema } from './ids.ts';
import { Refusal } from './problems.ts';
import { retentionClassIdSchema } from './retention-classes.ts';
import { dateSchema, instantSchema } from './time.ts';

const count = z.int().check(z.gte(0));

/**
 * What a run of the retention job erased and sealed off: a summary of the server's own entries in a stretch of the log, so that anyone
 * with the log can count again. Names classes and numbers, never a registration.
 */
export const erasureCertificateSchema = z.strictObject({
  schema_version: z.literal('foyer-erasure-certificate/1'),
  certificate_id: idSchema,
  property: propertyIdSchema,
  /** The time terms were counted by. */
  issued_at: instantSchema,
  /** Whether the server's clock was in doubt, and what it said. */
  clock: z.strictObject({ wall: instantSchema, held: z.boolean() }),
  /** Entries from `from` up to but not including `to`. */
  log: z.strictObject({ from: count, to: count }),
  /** Registrations per class. Empty where nothing was due. */
  classes: z.array(z.strictObject({ class: retentionClassIdSchema, outcome: z.enum(['erased', 'sealed-off']), count })),
  /** By this day no backup holds what was erased. */
  gone_from_backups: dateSchema,
  /** SHA-256 of the certificate before this one. */
  previous_hash: z.nullable(digestSchema),
  manifest: z.strictObject({ sequence: z.int(), hash: digestSchema }),
});
export type ErasureCertificate = z.infer<typeof erasureCertificateSchema>;

/** A certificate with its proof, as a receipt has one: `entry` is its leaf, whose `digest` is SHA-256 of `text`. */
export const provenCertificateSchema = z.object({
  format: z.literal('foyer-proven-certificate/1'),
  text: z.string(),
  entry: z.string(),
  index: count,
  proof: z.array(digestSchema).check(z.maxLength(64)),
  checkpoint: z.string(),
  manifest: z.string(),
});
export type ProvenCertificate = z.infer<typeof provenCertificateSchema>;

/** Parses a certificate's exact text. Throws Refusal `receipt_invalid`. */
export function parseCertificate(text: string): ErasureCertificate {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new Refusal('receipt_invalid', 'not JSON');
  }
  const parsed = erasureCertificateSchema.safeParse(json);
  if (!parsed.success) throw new Refusal('receipt_invalid', 'shape');
  return parsed.data;
}
