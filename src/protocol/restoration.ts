import * as z from 'zod/mini';
import { digestSchema, idSchema, propertyIdSchema } from './ids.ts';
import { manifestTextSchema } from './published.ts';
import { keyPurposeSchema, newPersonSchema, recoveryRecordSchema } from './staff.ts';

/** The `typ` header of a restoration's JWS (RFC 8725 §3.11). */
export const restorationJwsType = 'foyer-restoration';

/** Which sheet somebody holds: 32 bytes derived from its code, which say nothing of the code. */
export const restorationStartSchema = z.strictObject({ sheet: digestSchema });

/** Every sealing key the hotel has had, so that what a sheet holds can be named. */
export const publishedKeySchema = z.object({ purpose: keyPurposeSchema, keyId: idSchema, epoch: z.int() });
export type PublishedKey = z.infer<typeof publishedKeySchema>;

export const restorationOfferSchema = z.object({
  record: recoveryRecordSchema,
  manifest: manifestTextSchema,
  keys: z.array(publishedKeySchema),
  /** To be signed by the root within ten minutes, once. */
  challenge: digestSchema,
});
export type RestorationOffer = z.infer<typeof restorationOfferSchema>;

/** What the root signs to make a new owner: for this property, this challenge and this person alone. */
export const restorationSchema = z.strictObject({
  format: z.literal('foyer-restoration/1'),
  property: propertyIdSchema,
  challenge: digestSchema,
  person: newPersonSchema,
});
export type Restoration = z.infer<typeof restorationSchema>;

/** A restoration as JWS in compact form. */
export const restorationBodySchema = z.strictObject({ restoration: z.string().check(z.maxLength(90_000)) });
