import * as z from 'zod/mini';
import { envelopeSchema } from './envelope.ts';
import { digestSchema } from './ids.ts';
import { dateSchema } from './time.ts';

const consentJws = z.string().check(z.maxLength(6000));

/**
 * What a phone sends to take back, give again or correct: one operation. The consent event says what is decided; envelopes are those
 * sealed anew under it. The same bytes sent again give the same receipt.
 */
export const registrationChangeSchema = z.strictObject({
  format: z.literal('foyer-change/1'),
  lookup: digestSchema,
  token: digestSchema,
  manifest: z.strictObject({ sequence: z.int(), hash: digestSchema }),
  /** JWS compact, `act` change, the next number. */
  event: consentJws,
  partySize: z.int().check(z.gte(1), z.lte(30)),
  minors: z.boolean(),
  checkIn: dateSchema,
  checkOut: dateSchema,
  /** Always one self copy; a card while any purpose is held; one for each purpose given or filled in, and for those corrected. */
  envelopes: z.array(envelopeSchema).check(z.minLength(1), z.maxLength(10)),
});
export type RegistrationChange = z.infer<typeof registrationChangeSchema>;

/** Deletes everything that no law holds, at once. `event` is a consent event with `act` deletion and no decisions. */
export const registrationDeletionSchema = z.strictObject({
  format: z.literal('foyer-deletion/1'),
  lookup: digestSchema,
  token: digestSchema,
  event: consentJws,
});
export type RegistrationDeletion = z.infer<typeof registrationDeletionSchema>;
