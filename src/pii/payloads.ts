import * as z from 'zod/mini';
import { idSchema } from '../protocol/ids.ts';
import type { PurposeId } from '../protocol/purposes.ts';
import { channelSchema } from '../protocol/submission.ts';
import { dateSchema } from '../protocol/time.ts';
import {
  emailSchema,
  type GuestDetails,
  guestDetailsSchema,
  identityPersonSchema,
  minorSchema,
  nameSchema,
  phoneSchema,
} from './details.ts';
import { limits } from './limits.ts';
import { maskContact } from './mask.ts';
import { temporaryDetailsSchema } from './temporary-details.ts';

const reachableSchema = z.object({ name: nameSchema, phone: z.nullable(phoneSchema), email: z.nullable(emailSchema) });

/** The plaintext inside a purpose's envelope, schema version 1: that purpose's fields and nothing else. */
export const purposePayloadSchema = z.discriminatedUnion('purpose', [
  z.object({ purpose: z.literal('emergency'), ...reachableSchema.shape }),
  z.object({ purpose: z.literal('billing'), ...reachableSchema.shape }),
  z.object({ purpose: z.literal('membership'), ...reachableSchema.shape }),
  z.object({ purpose: z.literal('offers'), ...reachableSchema.shape }),
  z.object({
    purpose: z.literal('identity'),
    people: z.array(identityPersonSchema).check(z.minLength(1), z.maxLength(limits.people)),
  }),
  z.object({
    purpose: z.literal('minors'),
    minors: z.array(minorSchema).check(z.minLength(1), z.maxLength(limits.minors)),
  }),
  z.object({ purpose: z.literal('temporary'), ...temporaryDetailsSchema.shape }),
]);
export type PurposePayload = z.infer<typeof purposePayloadSchema>;

/** What the desk's list shows: name, masked contact, stay. The contact is masked on the phone, so the card never holds a whole one. */
export const cardPayloadSchema = z.object({
  name: nameSchema,
  maskedContact: z.nullable(z.string().check(z.maxLength(limits.email))),
  checkIn: dateSchema,
  checkOut: dateSchema,
  partySize: z.int(),
});
export type CardPayload = z.infer<typeof cardPayloadSchema>;

/**
 * What the hotel itself notes of a stay, sealed by the tablet: schema version 2. Version 1 had room and remarks; the others read as
 * not noted there.
 */
export const deskPayloadSchema = z.object({
  room: z.string().check(z.minLength(1), z.maxLength(limits.room)),
  /** As the hotel calls it; '' where it is not noted. */
  roomType: z.prefault(z.string().check(z.maxLength(limits.roomType)), ''),
  /** In minor units of CNY (分); null where it is not noted. */
  amountSpent: z.prefault(z.nullable(z.int().check(z.gte(0), z.lte(limits.amountSpent))), null),
  remarks: z.string().check(z.maxLength(limits.remarks)),
  /** A number of the hotel's own that stands in for the running one; '' where there is none. */
  ownNumber: z.prefault(z.string().check(z.maxLength(limits.fileNumber)), ''),
  /** Whether the document shown at the arrival is from outside the mainland, so that 24 hours run; absent where nobody said. */
  abroad: z.optional(z.boolean()),
});
export type DeskPayload = z.infer<typeof deskPayloadSchema>;

/**
 * The guest's own copy: everything they told, the private key that signs their later decisions, and whom they told it. Only who has the
 * guest's secret can have written it, so a server that comes up with another root is found out from any phone.
 */
export const selfPayloadSchema = z.object({
  details: guestDetailsSchema,
  signingKey: z.object({ kty: z.literal('EC'), crv: z.literal('P-256'), x: z.string(), y: z.string(), d: z.string() }),
  hotel: z.optional(
    z.object({
      /** Fingerprint of the root the details were sealed under: 22 characters. */
      root: idSchema,
      /** How the root was come by: `typed` was compared with no poster. */
      channel: channelSchema,
    }),
  ),
});
export type SelfPayload = z.infer<typeof selfPayloadSchema>;

/** Picks one purpose's fields out of the guest's details. */
export function purposePayload(purpose: PurposeId, details: GuestDetails): PurposePayload {
  switch (purpose) {
    case 'identity':
      return { purpose, people: details.people };
    case 'minors':
      return { purpose, minors: details.minors };
    case 'temporary':
      return { purpose, places: details.temporary?.places ?? [], health: details.temporary?.health ?? null };
    case 'emergency':
    case 'billing':
    case 'membership':
    case 'offers':
      return { purpose, name: details.name, phone: details.phone, email: details.email };
  }
}

/** The card of a registration. */
export function cardPayload(details: GuestDetails): CardPayload {
  const contact = details.phone ?? details.email;
  return {
    name: details.name,
    maskedContact: contact === null ? null : maskContact(contact),
    checkIn: details.checkIn,
    checkOut: details.checkOut,
    partySize: details.partySize,
  };
}
