import * as z from 'zod/mini';
import { digestSchema, idSchema } from './ids.ts';
import { envelopeSchema } from './envelope.ts';
import { instantSchema } from './time.ts';

/** Hours after the arrival within which guests from abroad are reported (旅馆业治安管理办法 6, 出境入境管理法 39). */
export const handOverHours = 24;

/** How it reached the police's system: typed or copied in field by field, or as a file. */
const handOverWaySchema = z.enum(['typed', 'file']);
export type HandOverWay = z.infer<typeof handOverWaySchema>;

/** `consentNumber` is that of the newest consent event then: a later one may have changed what was handed over. */
export const handedOverSchema = z.object({
  at: instantSchema,
  /** The pseudonym of who said so. */
  by: idSchema,
  way: handOverWaySchema,
  consentNumber: z.int().check(z.gte(1)),
});
export type HandedOver = z.infer<typeof handedOverSchema>;

/**
 * Says that a guest who has arrived was handed over, with everybody they registered; `null` takes a mistaken word back. `consentNumber` is
 * the newest consent event the tablet knew of when it showed or wrote what was handed over, so that what the guest changed since comes
 * up again; without it, the newest there is.
 */
export const handOverSchema = z.strictObject({
  way: z.nullable(handOverWaySchema),
  consentNumber: z.optional(z.int().check(z.gte(1))),
});
export type HandOverBody = z.infer<typeof handOverSchema>;

/** What the law has hotels hand over. */
export const handedOverPurposes = ['identity', 'minors'] as const;
export type HandedOverPurpose = (typeof handedOverPurposes)[number];

/** Most registrations of one file. */
export const registerFileLimit = 100;

/** Whose envelopes a file for the police's system is made of. */
export const registerFileRequestSchema = z.strictObject({
  registrations: z.array(idSchema).check(z.minLength(1), z.maxLength(registerFileLimit)),
});

/**
 * One line a registration's purpose, each opened under the legal duty and logged before it is here. A registration is here with all that
 * the law asks of it, or not at all.
 */
export const registerFileSchema = z.object({
  opened: z.array(
    z.object({
      registration: idSchema,
      purpose: z.enum(handedOverPurposes),
      /** SHA-256 of the consent event this envelope was sealed under. */
      consentHash: digestSchema,
      envelope: envelopeSchema,
    }),
  ),
});
export type RegisterFile = z.infer<typeof registerFileSchema>;
