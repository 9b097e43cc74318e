import * as z from 'zod/mini';
import { digestSchema, idSchema, propertyIdSchema } from './ids.ts';
import { languageSchema } from './languages.ts';
import { purposeIdSchema } from './purposes.ts';
import { instantSchema } from './time.ts';

/** The `typ` header of a consent event's JWS. */
export const consentJwsType = 'foyer-consent';

/** PIPL 16: a no costs nothing; the record shows it was asked and refused, or never asked. */
const decisionSchema = z.enum(['given', 'refused', 'withdrawn']);
export type Decision = z.infer<typeof decisionSchema>;

/**
 * What the guest decided, signed by the registration's own key (JWS ES256).
 * Events of one registration are numbered from 1 and chained: `previous` is SHA-256 of the previous event's JWS text.
 * Time is the phone's and is evidence of what the phone claimed, nothing more.
 */
export const consentEventSchema = z.strictObject({
  format: z.literal('foyer-consent/1'),
  property: propertyIdSchema,
  registration: idSchema,
  number: z.int().check(z.gte(1), z.lte(10_000)),
  previous: z.nullable(digestSchema),
  /** What a later event does. Absent from the first, which is the registration. */
  act: z.optional(z.enum(['change', 'deletion'])),
  time: instantSchema,
  /** Who acted: the guest, or a guardian for a child under 14 (PIPL 31). */
  acting: z.enum(['self', 'guardian']),
  notice: z.strictObject({ language: languageSchema, version: z.int(), hash: digestSchema, shownAt: instantSchema }),
  /**
   * At registration one decision for every consent purpose of the manifest; later only what changes, given or withdrawn.
   * A law purpose never appears here.
   */
  decisions: z
    .array(z.strictObject({ purpose: purposeIdSchema, decision: decisionSchema, wording: digestSchema }))
    .check(z.maxLength(16)),
  /** Law purposes the guest filled in on the phone instead of at the desk, in a change those filled in anew. Not a consent. */
  statutory: z.array(purposeIdSchema).check(z.maxLength(4)),
});
export type ConsentEvent = z.infer<typeof consentEventSchema>;
